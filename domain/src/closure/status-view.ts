import type { Closure } from './closure.ts';
import { closureFigures } from './figures.ts';
import type { ClosureStatusView } from './status-states.ts';

const statesShown = { requested: 'awaitingConfirmation', waiting: 'closed', settling: 'closed' } as const;

/** What its customer is shown of a closing. */
export function closureStatusOf(closure: Closure, number: string): ClosureStatusView {
  const { movesFen, paidOutFen, lapsesFen, owedFen } = closureFigures(closure);
  const { pack, state, closedAtMs, transferAtMs, settledAtMs, updatedAtMs } = closure;
  return {
    pack,
    number,
    state: state === 'requested' || state === 'waiting' || state === 'settling' ? statesShown[state] : state,
    phoneMasked: closure.accountMasked?.phone ?? '',
    targetMasked: closure.targetMasked?.phone ?? null,
    closedAtMs,
    transferAtMs,
    settledAtMs,
    isCancelAsked: closure.cancel !== null && closure.open,
    movesFen,
    paidOutFen,
    lapsesFen,
    owedFen,
    updatedAtMs,
  };
}
