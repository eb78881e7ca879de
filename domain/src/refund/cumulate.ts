import type { EpochMs, Fen } from '../kernel/brand.ts';
import { dayMs } from '../calendar/day.ts';
import type { Pack } from '../policy/pack.ts';
import type { Refund, RefundGrounds } from './refund.ts';

type Related = Pick<Refund, 'complaintId' | 'accountNo'> & { basis: Pick<RefundGrounds, 'customerKey' | 'category'> | null };
type Counted = Related & Pick<Refund, 'id' | 'state' | 'closureId' | 'amountFen' | 'receivedAtMs' | 'amendedAtMs'>;

/**
 * What other requests add to this one (REF-4), whoever asked, whichever was first and whoever knew of whom: all that are under way or paid within the
 * pack's window, at the amounts that they have now. What was refused, withdrawn or taken back does not count, nor does a closed account's own cash.
 *
 * @param others requests of the same complaint, customer or account; this one may be among them, and one may be there twice.
 */
export function earlierRequests(refund: Counted, others: readonly Counted[], pack: Pack): { fen: Fen; ids: string[] } {
  const counted = new Map(others.filter((other) => counts(other, refund, pack)).map((other) => [other.id, other.amountFen]));
  return { fen: [...counted.values()].reduce((sum, amountFen) => sum + amountFen, 0), ids: [...counted.keys()].sort() };
}

function counts(other: Counted, refund: Counted, pack: Pack): boolean {
  if (other.id === refund.id || other.closureId !== null || !isUnderWayOrPaid(other)) return false;
  return belongsWith(other, refund, pack) && daysBetween(other, refund) <= pack.refunds.cumulateDays;
}

function isUnderWayOrPaid({ state }: Pick<Refund, 'state'>): boolean {
  return !['requested', 'refused', 'withdrawn', 'reversed'].includes(state);
}

/**
 * One complaint is one cause, whatever its category is by now. Customer and account make requests one across categories, or, where the operator has
 * turned that off, within a category.
 */
function belongsWith(one: Related, other: Related, pack: Pack): boolean {
  if (one.complaintId !== null && one.complaintId === other.complaintId) return true;
  const isOneCustomer = one.basis !== null && one.basis.customerKey === other.basis?.customerKey;
  const isOneAccount = one.accountNo !== null && one.accountNo === other.accountNo;
  const isOneCategory = one.basis?.category === other.basis?.category;
  return (isOneCustomer || isOneAccount) && (pack.refunds.cumulateAcross === 'complaint+customer' || isOneCategory);
}

/** A request that was changed was asked for from its arrival until then: an old one does not leave the window by being kept open. */
function daysBetween(one: Counted, other: Counted): number {
  return Math.max(0, one.receivedAtMs - lastAskedAtMs(other), other.receivedAtMs - lastAskedAtMs(one)) / dayMs;
}

/** When the request last became what it is. */
export function lastAskedAtMs({ receivedAtMs, amendedAtMs }: Pick<Refund, 'receivedAtMs' | 'amendedAtMs'>): EpochMs {
  return amendedAtMs ?? receivedAtMs;
}
