/** Why one person's word is not enough: something lapses, the account is another county's, the target another holder's, or the sum is large. */
export const confirmReasons = ['lapse', 'otherCounty', 'otherHolder', 'largeSum'] as const;
export type ConfirmReason = (typeof confirmReasons)[number];
