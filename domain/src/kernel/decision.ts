/** Every reason for which the core refuses something. The app holds one sentence per code and language; codes never reach a person. */
export const refusalCodes = [
  'notActive',
  'notYours',
  'notInThisState',
  'reasonMissing',
  'askMissing',
  'receiverUnknown',
  'receiverNotAvailable',
  'receiverIsSelf',
  'receiverNotBelow',
  'receiverCannotHandle',
  'handOverPending',
  'noHandOver',
  'handOverNotForYou',
  'mergeTargetUnknown',
  'mergeTargetSelf',
  'mergeTargetOtherCustomer',
  'mergeTargetClosed',
  'reopenWindowOver',
  'momentInThePast',
  'beyondStatutory',
  'unknownTier',
  'urgencyMissing',
  'nothingAbove',
  'invalidEntry',
  'unknownCategory',
  'unknownPack',
  'contactMismatch',
  'numberMismatch',
  'causeNotConfirmed',
  'amountInvalid',
  'calculationInvalid',
  'noApprover',
  'ownRequest',
  'twoSteps',
  'alreadyDecided',
  'requestChanged',
  'authorityWithdrawn',
  'notRefundClerk',
  'cardSerialMissing',
  'cardAlreadyUsed',
  'batchTooLarge',
  'noDeputy',
  'complaintUnknown',
  'accountMissing',
  'accountUnknown',
  'accountNotOfCustomer',
  'accountClosed',
  'accountSettling',
  'reverseInBilling',
  'balanceTooLow',
  'balanceOwed',
  'identityNotChecked',
  'closureNotForAccount',
  'choiceNotAllowed',
  'changeTooLate',
  'targetMissing',
  'targetUnknown',
  'targetClosed',
  'targetBlocked',
  'targetIsSelf',
  'policyUnknownKey',
  'policyOutOfBounds',
  'policyInconsistent',
  'policyUnchanged',
  'policyChangedMeanwhile',
  'calendarInvalid',
] as const;
export type RefusalCode = (typeof refusalCodes)[number];

/** Why something was refused, as data; `detail` names the field, state or limit concerned and never holds personal data. */
export interface Refusal {
  code: RefusalCode;
  detail?: string;
}

/** What deciding yields: the facts that now hold (none when there was nothing left to do), or the refusal. */
export type Decision<Event> = { ok: true; events: Event[] } | { ok: false; refusal: Refusal };

export function decided<Event>(...events: Event[]): Decision<Event> {
  return { ok: true, events };
}

export function refused(code: RefusalCode, detail?: string): { ok: false; refusal: Refusal } {
  return { ok: false, refusal: detail === undefined ? { code } : { code, detail } };
}
