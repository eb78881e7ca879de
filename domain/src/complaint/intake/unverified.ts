/** REC-5: marks what a customer recorded by themselves until somebody of the operator has reached them at that number once. */
export const unverified = 'unverified';
