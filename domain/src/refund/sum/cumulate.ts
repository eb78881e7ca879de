import type { EpochMs, Fen } from '../../kernel/brand.ts';
import { dayMs } from '../../calendar/day.ts';
import type { Pack } from '../../policy/pack.ts';
import type { Refund, RefundGrounds } from '../refund.ts';

type Related = Pick<Refund, 'complaintId' | 'accountNo'> & { basis: Pick<RefundGrounds, 'customerKey' | 'category'> | null };
type Spanning = Pick<Refund, 'receivedAtMs' | 'amendedAtMs'>;
type Counted = Related & Spanning & Pick<Refund, 'id' | 'state' | 'closureId' | 'amountFen'>;

/** What two requests can have in common. */
export const tieKinds = ['complaint', 'customer', 'account', 'requester'] as const;
export type TieKind = (typeof tieKinds)[number];

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
  return belongsWith(other, refund, pack) && isWithinWindow(other, refund, pack);
}

export function isUnderWayOrPaid({ state }: Pick<Refund, 'state'>): boolean {
  return !['requested', 'refused', 'withdrawn', 'reversed'].includes(state);
}

/**
 * One complaint is one cause, whatever its category is by now. Customer and account make requests one across categories, or, where the operator has
 * turned that off, within a category.
 */
export function belongsWith(one: Related, other: Related, pack: Pack): boolean {
  const ties = tiesBetween(one, other);
  if (ties.includes('complaint')) return true;
  const isCounted = pack.refunds.cumulateAcross === 'complaint+customer' || one.basis?.category === other.basis?.category;
  return isCounted && (ties.includes('customer') || ties.includes('account'));
}

/** What these two have in common; where a requester is not given, it is not looked at. */
export function tiesBetween(one: Related & { requesterUid?: string }, other: Related & { requesterUid?: string }): TieKind[] {
  const isOne = {
    complaint: one.complaintId !== null && one.complaintId === other.complaintId,
    customer: one.basis !== null && one.basis.customerKey === other.basis?.customerKey,
    account: one.accountNo !== null && one.accountNo === other.accountNo,
    requester: one.requesterUid !== undefined && one.requesterUid === other.requesterUid,
  };
  return tieKinds.filter((kind) => isOne[kind]);
}

/** A request that was changed was asked for from its arrival until then: an old one does not leave the window by being kept open. */
export function isWithinWindow(one: Spanning, other: Spanning, { refunds }: Pack): boolean {
  const apartMs = Math.max(0, one.receivedAtMs - lastAskedAtMs(other), other.receivedAtMs - lastAskedAtMs(one));
  return apartMs <= refunds.cumulateDays * dayMs;
}

/** When the request last became what it is. */
export function lastAskedAtMs({ receivedAtMs, amendedAtMs }: Spanning): EpochMs {
  return amendedAtMs ?? receivedAtMs;
}
