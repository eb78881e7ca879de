import type { RefundStanding } from '../complaint/complaint.ts';
import type { Refund, RefundState } from './refund.ts';

const standings: Record<RefundState, RefundStanding['standing']> = {
  requested: 'asked',
  awaitingApproval: 'asked',
  awaitingAnswer: 'asked',
  approved: 'approved',
  executing: 'approved',
  posted: 'paid',
  reversed: 'reversed',
  refused: 'refused',
  withdrawn: 'withdrawn',
};

/** What the complaint, and through it the customer, is told of a refund. */
export function standingOf(refund: Refund, atMs: number): RefundStanding {
  return { refundId: refund.id, amountFen: refund.amountFen, form: refund.form, standing: standings[refund.state], atMs };
}
