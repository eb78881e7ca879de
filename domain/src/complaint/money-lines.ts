import type { Ask } from './complaint-values.ts';
import type { ChecklistItem, RefundStanding } from './complaint.ts';

type Standings = readonly Pick<RefundStanding, 'standing'>[];

/** What can be asked for that money fulfils. */
const moneyAsks: readonly Ask[] = ['refund', 'compensation'];
const stillToBePaid: readonly RefundStanding['standing'][] = ['asked', 'approved'];

/** Whether there is a refund behind a line of the checklist: paid, on its way, or none at all; null for a line that is not about money. */
export function moneyBehind(ask: Ask, refunds: Standings): 'paid' | 'notYetPaid' | 'none' | null {
  if (!moneyAsks.includes(ask)) return null;
  if (refunds.some(({ standing }) => standing === 'paid')) return 'paid';
  return refunds.some(({ standing }) => stillToBePaid.includes(standing)) ? 'notYetPaid' : 'none';
}

/** A line that says that money was given although there is no refund: then it has to be told how, as a waiver or a gift. */
export function moneyWithoutRefund(checklist: readonly Pick<ChecklistItem, 'ask' | 'result'>[], refunds: Standings): Ask | null {
  return checklist.find(({ ask, result }) => result === 'met' && moneyBehind(ask, refunds) === 'none')?.ask ?? null;
}
