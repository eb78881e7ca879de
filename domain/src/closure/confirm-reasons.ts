/** Why one person's word is not enough: something lapses, the account is another county's, the target another holder's, the sum is large, or billing did not answer. */
export const confirmReasons = ['lapse', 'otherCounty', 'otherHolder', 'largeSum', 'billingSilent'] as const;
export type ConfirmReason = (typeof confirmReasons)[number];
