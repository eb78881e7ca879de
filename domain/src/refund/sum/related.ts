import type { Pack } from '../../policy/pack.ts';
import { isUnderWayOrPaid, isWithinWindow, tiesBetween, type TieKind } from './cumulate.ts';
import { type Refund, type RefundForm, type RefundState } from '../refund.ts';
import { isSelfApproved } from './self-approved.ts';

/** Another request that whoever approves or pays should know of. */
export interface RelatedRefund {
  id: string;
  amountFen: number;
  form: RefundForm;
  state: RefundState;
  requestedAtMs: number;
  requesterName: string;
  /** Whether nobody but its requester has said yes to it. */
  isSelfApproved: boolean;
  /** What it has in common with this one. */
  ties: TieKind[];
}

/** REF-4: all that is under way or paid in the window of the same complaint, customer, account or requester, added up with this one or not, newest first. */
export function relatedRefunds(refund: Refund, others: readonly Refund[], pack: Pack): RelatedRefund[] {
  const unique = new Map(others.map((other) => [other.id, other]));
  return [...unique.values()]
    .filter((other) => other.id !== refund.id && other.closureId === null && isUnderWayOrPaid(other) && isWithinWindow(other, refund, pack))
    .map((other) => ({ other, ties: tiesBetween(other, refund) }))
    .filter(({ ties }) => ties.length > 0)
    .sort((one, two) => two.other.receivedAtMs - one.other.receivedAtMs || one.other.id.localeCompare(two.other.id))
    .map(({ other, ties }) => ({
      id: other.id,
      amountFen: other.amountFen,
      form: other.form,
      state: other.state,
      requestedAtMs: other.receivedAtMs,
      requesterName: other.requesterName,
      isSelfApproved: isSelfApproved(other),
      ties,
    }));
}
