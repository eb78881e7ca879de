import type { RefusalCode } from '../kernel/decision.ts';
import type { Account } from '../ledger/account.ts';
import type { Pack } from '../policy/pack.ts';
import { type Closure, transferMoment } from './closure.ts';
import { closureRoles } from './closure-roles.ts';
import type { ClosureContext } from './closure-context.ts';
import { disposalsOf } from './disposal.ts';
import type { ClosingPlan } from './event.ts';
import { evolveClosure } from './evolve.ts';
import { faultOfTarget } from './fault-of-target.ts';
import { closureFigures } from './figures.ts';
import type { ConfirmReason } from './confirm-reasons.ts';
import { confirmReasonsOf } from './second-person.ts';

type Closing = { ok: true; closing: ClosingPlan; reasons: ConfirmReason[] } | { ok: false; code: RefusalCode };

/** CLO-1, CLO-2: whether an account can be closed so, by what is true now, what would become of it, and what a second person has to be asked for. */
export function decideClosing(closure: Closure, context: ClosureContext): Closing {
  const { nowMs, facts } = context;
  const { account, target, pack } = facts;
  const code = faultOfRequest(closure, context);
  if (code) return { ok: false, code };
  if (!account || !pack.closures) return { ok: false, code: 'accountUnknown' };
  const plan = disposalsOf({ kind: closure.kind, accountKind: account.kind, cashChoice: closure.cashChoice }, pack);
  if (!plan.ok) return { ok: false, code: plan.refusal.code };
  const untrue = faultOfKind(closure.kind, account, context);
  if (untrue) return { ok: false, code: untrue };
  const named = closure.targetAccountNo === null ? null : target;
  const wrong = closure.targetAccountNo === null ? null : faultOfTarget(account, target);
  if (wrong) return { ok: false, code: wrong };
  const closing: ClosingPlan = {
    accountNo: account.accountNo,
    targetAccountNo: named?.accountNo ?? null,
    accountKind: account.kind,
    accountMasked: maskedOf(account),
    targetMasked: named && maskedOf(named),
    lines: plan.events,
    frozenFen: account.balancesFen,
    transferAtMs: transferMoment(nowMs, pack.closures.transferDay),
    packVersion: pack.version,
    formerAccountState: account.state === 'blocked' ? 'blocked' : 'open',
  };
  return { ok: true, closing, reasons: reasonsFor(closure, closing, context, account, pack) };
}

function reasonsFor(closure: Closure, closing: ClosingPlan, { nowMs, facts }: ClosureContext, account: Account, pack: Pack): ConfirmReason[] {
  const figures = closureFigures(evolveClosure(closure, [{ type: 'accountClosed', atMs: nowMs, ...closing }]));
  const target = closing.targetAccountNo === null ? null : facts.target;
  const isBillingSilent = closure.kind !== 'asked' && facts.billing === 'silent';
  return confirmReasonsOf({ account, target, figures, regions: facts.requesterRegions, confirmAboveFen: pack.closures?.confirmAboveFen ?? 0, isBillingSilent });
}

/** CLO-2: forced only where billing says so or the account owes, and as run out only where its validity is over. What billing says counts before what is noted here. */
function faultOfKind(kind: Closure['kind'], account: Account, { nowMs, facts: { billing } }: ClosureContext): RefusalCode | null {
  const word = billing === 'silent' ? null : billing;
  if (kind === 'arrears') {
    const isOwing = word ? word.isInArrears : account.isInArrears || account.balancesFen.cash < 0;
    return isOwing ? null : 'notInArrears';
  }
  const { validUntilMs } = word ?? account;
  return kind === 'expired' && (validUntilMs === null || validUntilMs > nowMs) ? 'notExpired' : null;
}

/** Whether what is asked for can be: who asks, and which account. */
function faultOfRequest(closure: Closure, { facts }: ClosureContext): RefusalCode | null {
  const { account, requester } = facts;
  if (!requester?.active || requester.pack !== closure.pack) return 'notActive';
  if (!closureRoles.includes(requester.role)) return 'notYours';
  if (!account || account.pack !== closure.pack || !facts.pack.closures) return 'accountUnknown';
  if (account.state === 'closed') return 'accountClosed';
  // What is on its way would arrive after the rest was counted, at an account that nothing leaves any more (CLO-5).
  if (facts.ordered.some((posting) => posting.accountNos.includes(account.accountNo))) return 'accountSettling';
  // Only the customer asks for it, so only in person; an account in arrears or past its validity is closed without them.
  if (closure.kind === 'asked' && !closure.identityChecked) return 'identityNotChecked';
  if (closure.kind !== 'arrears' && account.balancesFen.cash < 0) return 'balanceOwed';
  return null;
}

export function maskedOf(account: Account) {
  return { phone: account.phoneMasked, holder: account.holderMasked };
}
