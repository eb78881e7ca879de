import type { Fen } from '../../kernel/brand.ts';
import { type Day, dayOf } from '../../calendar/day.ts';
import type { Pack } from '../../policy/pack.ts';
import { covers } from './covers.ts';
import { lastAskedAtMs } from './cumulate.ts';
import type { Refund, RefundGrounds } from '../refund.ts';

type Asked = Pick<Refund, 'id' | 'requesterUid' | 'state' | 'steps' | 'closureId' | 'amountFen' | 'receivedAtMs' | 'amendedAtMs'>;

/** The day that a request counts for: the one on which it last became what it is. */
export function askedOn(refund: Pick<Refund, 'receivedAtMs' | 'amendedAtMs'>): Day {
  return dayOf(lastAskedAtMs(refund));
}

/** Whether nobody but the requester has said yes to it. */
export function isSelfApproved({ state, steps, closureId }: Pick<Refund, 'state' | 'steps' | 'closureId'>): boolean {
  return closureId === null && steps.length === 0 && ['approved', 'executing', 'posted'].includes(state);
}

/**
 * What the requester decides alone on the day of this request, this one included (REF-4): whoever gives small sums to many customers, real or invented,
 * meets the next superior like whoever gives one large sum.
 *
 * @param others requests of the same requester; this one may be among them.
 */
export function aloneOnDayFen(refund: Asked, others: readonly Asked[]): Fen {
  const day = askedOn(refund);
  const counted = others.filter(
    (other) => other.id !== refund.id && other.requesterUid === refund.requesterUid && isSelfApproved(other) && askedOn(other) === day,
  );
  return refund.amountFen + counted.reduce((sum, { amountFen }) => sum + amountFen, 0);
}

/** What a requester's own word would have to bear. */
export interface OwnWord {
  /** The request with what belongs together. */
  sumFen: Fen;
  /** What they decide alone that day, the request included. */
  aloneFen: Fen;
  /** Whether nobody but they has said what the cause is. */
  isCauseOwn: boolean;
}

/** REF-1: whether the asker has confirmed the cause too. Of what was asked for before that was kept nobody can say so. */
export function isCauseOwn({ requesterUid, basis }: Pick<Refund, 'requesterUid'> & { basis: Pick<RefundGrounds, 'causeBy'> | null }): boolean {
  return basis?.causeBy?.uid === requesterUid;
}

/**
 * Whether somebody with this limit decides alone: the sum of what belongs together is within it, and what they decide alone that day within the pack's
 * multiple of it (REF-4), or, on a cause that they confirmed themselves, within the pack's share (REF-1).
 */
export function decidesAlone(limitFen: Fen | null, { sumFen, aloneFen, isCauseOwn: isOwn }: OwnWord, { refunds }: Pack): boolean {
  if (limitFen === null) return true;
  const times = isOwn ? Math.min(refunds.ownCauseShare, refunds.selfApprovedDailyFactor) : refunds.selfApprovedDailyFactor;
  return covers(limitFen, sumFen) && aloneFen <= Math.round(limitFen * times);
}
