import type { Fen } from '../../kernel/brand.ts';
import { type Day, dayOf } from '../../calendar/day.ts';
import type { Pack } from '../../policy/pack.ts';
import { covers } from './covers.ts';
import { lastAskedAtMs } from './cumulate.ts';
import type { Refund } from '../refund.ts';

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

/** Whether somebody with this limit decides alone: the sum of what belongs together is within it, and what they decide alone that day within the pack's multiple. */
export function decidesAlone(limitFen: Fen | null, sumFen: Fen, aloneFen: Fen, { refunds }: Pack): boolean {
  return covers(limitFen, sumFen) && (limitFen === null || aloneFen <= limitFen * refunds.selfApprovedDailyFactor);
}
