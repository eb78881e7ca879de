import type { Closure } from '@shouwen/domain/closure/closure';
import { closureRoles } from '@shouwen/domain/closure/closure-roles';
import { closureFigures } from '@shouwen/domain/closure/figures';
import { closureConfirmers, mayConfirmClosure } from '@shouwen/domain/closure/second-person';
import type { Staff } from '@shouwen/domain/organisation/staff';

export type SecondPersonAct = 'file' | 'open' | 'confirm' | 'refuse' | 'withdraw' | 'cancel' | 'confirmCancel' | 'refuseCancel';

/** What this person can do about the second word and about taking a closing back; the server asks the same again. */
export function secondPersonActs(closure: Closure, staff: Staff, nowMs: number): SecondPersonAct[] {
  const isTheirs = staff.active && staff.pack === closure.pack && closure.audience.includes(staff.unitId);
  if (!isTheirs || !closure.open) return [];
  const servesAtCounter = closureRoles.includes(staff.role);
  const confirms = closureConfirmers.includes(staff.role);
  const isAsked = closure.state === 'awaitingConfirmation' || (isFrozen(closure) && closureFigures(closure).lapsesFen > 0 && closure.confirmed === null);
  const canCancel = isFrozen(closure) && (closure.state === 'held' || nowMs < (closure.transferAtMs ?? 0));
  const holds: Record<SecondPersonAct, boolean> = {
    confirm: isAsked && closure.evidence !== null && mayConfirmClosure(closure, staff) === null,
    refuse: closure.state === 'awaitingConfirmation' && confirms && staff.uid !== closure.requesterUid,
    withdraw: closure.state === 'awaitingConfirmation' && staff.uid === closure.requesterUid,
    file: servesAtCounter && closure.confirmed === null && isAsked,
    open: closure.evidence !== null && (confirms || closure.evidence.byUid === staff.uid),
    cancel: canCancel && closure.cancel === null && (servesAtCounter || confirms),
    confirmCancel: canCancel && closure.cancel !== null && confirms && closure.cancel.byUid !== staff.uid,
    refuseCancel: canCancel && closure.cancel !== null && confirms,
  };
  return (Object.keys(holds) as SecondPersonAct[]).filter((act) => holds[act]);
}

function isFrozen({ state, holdReason }: Closure): boolean {
  return state === 'waiting' || (state === 'held' && holdReason === 'lapseNotConfirmed');
}
