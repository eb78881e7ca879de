import type { RefusalCode } from '../kernel/decision.ts';
import type { RefundGrounds, RefundForm, Approval } from './refund.ts';

interface By {
  uid: string;
  name: string;
}

/** What has become true of a refund. Moments are the server's: money never counts by a phone's clock. */
export type RefundEvent = { atMs: number } & (
  | { type: 'received'; basis: RefundGrounds; payDueAtMs: number }
  | { type: 'turnedAway'; code: RefusalCode }
  | { type: 'chainWorkedOut'; packVersion: string; earlierFen: number; earlierIds: string[]; ownLimitFen: number | null; steps: Approval[] }
  | { type: 'holdersChanged'; holders: { unitId: string; roles: string[]; uids: string[] }[] }
  | { type: 'approversChanged'; approverUids: string[] }
  | { type: 'stepOpened'; index: number; approverUids: string[]; remindAtMs: number; moveUpAtMs: number }
  | { type: 'stepApproved'; index: number; by: By; for: By | null }
  | { type: 'approved'; executorUids: string[]; remindAtMs: number }
  | { type: 'refused'; index: number; by: By; for: By | null; reason: string }
  | { type: 'moreAsked'; by: By; reason: string }
  | { type: 'handedToDeputy'; by: By; deputyUid: string }
  | { type: 'amended'; text: string; by: By; amountFen: number; form: RefundForm; accountNo: string | null; cardSerial: string | null }
  | { type: 'withdrawn'; by: By; reason: string }
  | { type: 'reminded'; toUids: string[]; nextAtMs: number }
  | { type: 'movedUp'; index: number }
  | { type: 'executionOrdered'; by: By }
  | { type: 'posted' }
  | { type: 'postingRejected'; reason: string; remindAtMs: number }
  | { type: 'reversed'; by: By; reason: string }
);
