/** REC-5: marks what a customer recorded by themselves until somebody of the operator has reached them at that number once. */
export const unverified = 'unverified';

/** GRN-1: marks a complaint while it is offered by the green channel. */
export const greenFlag = 'green-channel';
