import type { Refund } from '@shouwen/domain/refund/refund';

/** How a card says by when: null where nothing runs. */
export function dueWords(
  { dueAtMs, state }: Pick<Refund, 'dueAtMs' | 'state'>,
  nowMs: number,
): { key: 'overdue' | 'due' | 'payOverdue'; isOver: boolean; atMs: number } | null {
  if (dueAtMs === null || (state !== 'awaitingApproval' && state !== 'approved')) return null;
  const isOver = dueAtMs < nowMs;
  return { key: isOver ? (state === 'approved' ? 'payOverdue' : 'overdue') : 'due', isOver, atMs: dueAtMs };
}
