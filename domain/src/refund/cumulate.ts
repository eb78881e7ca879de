import type { Fen } from '../kernel/brand.ts';
import { dayMs } from '../calendar/day.ts';
import type { Pack } from '../policy/pack.ts';
import type { Refund } from './refund.ts';

type Counted = Pick<Refund, 'id' | 'state' | 'amountFen' | 'receivedAtMs' | 'earlierIds'>;

/**
 * What other requests for the same customer and cause add to this one (REF-4), whoever asked: those that came before it within the pack's window,
 * and those that were approved without knowing of it. What was refused, withdrawn or taken back does not count.
 *
 * @param others requests of the same customer, or for the same account, and the same cause; this one may be among them, and one may be there twice.
 */
export function earlierRequests(refund: Counted, others: readonly Counted[], pack: Pack): { fen: Fen; ids: string[] } {
  const windowMs = pack.refunds.cumulateDays * dayMs;
  const counted = new Map(others.filter((other) => counts(other, refund, windowMs)).map((other) => [other.id, other.amountFen]));
  return { fen: [...counted.values()].reduce((sum, amountFen) => sum + amountFen, 0), ids: [...counted.keys()].sort() };
}

function counts(other: Counted, refund: Counted, windowMs: number): boolean {
  if (other.id === refund.id || ['requested', 'refused', 'withdrawn', 'reversed'].includes(other.state)) return false;
  if (Math.abs(refund.receivedAtMs - other.receivedAtMs) > windowMs) return false;
  const isBefore = other.receivedAtMs < refund.receivedAtMs || (other.receivedAtMs === refund.receivedAtMs && other.id < refund.id);
  return isBefore || (['approved', 'executing', 'posted'].includes(other.state) && !other.earlierIds.includes(refund.id));
}
