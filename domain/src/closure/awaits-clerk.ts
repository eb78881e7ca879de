import type { Closure } from './closure.ts';

/** Whether something of these buckets still has to be paid out by the clerk. */
export function awaitsClerk(closure: Pick<Closure, 'lines'>): boolean {
  return closure.lines.some((line) => line.action === 'refund' && line.state === 'waiting');
}
