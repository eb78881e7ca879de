import type { Assist, AssistOverdue, AssistStep } from './assist.ts';

/** Steps that are still to come as the assist stands: one whose clock has been noted as run out is not taken again. */
export function assistStepsAhead({ state, plan, overdues }: Pick<Assist, 'state' | 'plan' | 'overdues'>): AssistStep[] {
  const runs = { accept: state === 'asked', answer: state === 'asked' || state === 'accepted', close: state === 'answered' };
  const isNoted = ({ clock, dueAtMs }: AssistStep) => overdues.some((overdue) => overdue.clock === clock && overdue.dueAtMs === dueAtMs);
  return plan.filter((step) => runs[step.clock] && !isNoted(step)).toSorted((one, other) => one.atMs - other.atMs);
}

/** AST-2: what has run out by a moment and stands nowhere yet, as facts about whoever had been asked. */
export function assistOverduesBy(assist: Assist, atMs: number): AssistOverdue[] {
  return assistStepsAhead(assist).flatMap(({ clock, dueAtMs }) => (clock !== 'close' && dueAtMs < atMs ? [{ clock, dueAtMs, unitId: assist.toUnitId }] : []));
}
