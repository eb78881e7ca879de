import type { AccountNo, EpochMs, Fen, Uid, UnitId } from '../kernel/brand.ts';
import type { RefusalCode } from '../kernel/decision.ts';
import type { recordedHandOver } from './cash-hand-over.ts';
import type { RefundGrounds, RefundForm, Approval } from './refund.ts';

/** The others that count with it (REF-4), as they were when the decision was made. */
interface Sum {
  earlierFen: Fen;
  earlierIds: string[];
}

interface By {
  uid: Uid;
  name: string;
}

/** What has become true of a refund. Moments are the server's: money never counts by a phone's clock. */
export type RefundEvent = { atMs: number } & (
  | { type: 'received'; basis: RefundGrounds; payDueAtMs: EpochMs }
  | { type: 'identified'; accountNo: AccountNo | null; cardSerial: string | null }
  | { type: 'turnedAway'; code: RefusalCode }
  | ({ type: 'chainWorkedOut'; packVersion: string; ownLimitFen: Fen | null; steps: Approval[] } & Sum)
  | { type: 'policyApplied'; packVersion: string }
  | { type: 'holdersChanged'; holders: { unitId: UnitId; roles: string[]; uids: Uid[] }[] }
  | { type: 'approversChanged'; approverUids: Uid[] }
  | { type: 'stepOpened'; index: number; approverUids: Uid[]; remindAtMs: EpochMs; moveUpAtMs: EpochMs }
  | { type: 'stepApproved'; index: number; by: By; for: By | null; capFen: Fen | null }
  | ({ type: 'approved'; executorUids: Uid[]; remindAtMs: EpochMs } & Sum)
  | { type: 'refused'; index: number; by: By; for: By | null; reason: string }
  | { type: 'moreAsked'; by: By; reason: string; remindAtMs: EpochMs }
  | { type: 'handedToDeputy'; by: By; deputyUid: Uid }
  | {
      type: 'amended';
      text: string;
      by: By;
      amountFen: Fen;
      form: RefundForm;
      accountNo: AccountNo | null;
      cardSerial: string | null;
      /** The grounds with the cause as it is confirmed by now, where the request begins anew. */
      basis?: RefundGrounds | null;
    }
  | { type: 'withdrawn'; by: By; reason: string }
  | { type: 'reminded'; toUids: Uid[]; nextAtMs: EpochMs }
  | { type: 'movedUp'; index: number }
  | ({ type: 'executionOrdered'; by: By; cash?: ReturnType<typeof recordedHandOver> } & Sum)
  | { type: 'posted' }
  | { type: 'postingRejected'; reason: string; remindAtMs: EpochMs }
  | { type: 'reversed'; by: By; reason: string }
);
