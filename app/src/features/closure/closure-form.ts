import { type Closure, type ClosureKind, closureKinds, untouchedClosure } from '@shouwen/domain/closure/closure';
import { decideClosure } from '@shouwen/domain/closure/decide';
import { evolveClosure } from '@shouwen/domain/closure/evolve';
import { closureFigures, type ClosureFigures } from '@shouwen/domain/closure/figures';
import type { ConfirmReason } from '@shouwen/domain/closure/confirm-reasons';
import { cashChoices } from '@shouwen/domain/closure/disposal';
import type { RefusalCode } from '@shouwen/domain/kernel/decision';
import { type Account, emptyBalances } from '@shouwen/domain/ledger/account';
import type { Staff } from '@shouwen/domain/organisation/staff';
import type { Pack } from '@shouwen/domain/policy/pack';
import type { NewClosure } from '../../records/send-closure.ts';

/** What a clerk has chosen so far. The id is made once, so that sending again closes nothing twice. */
export interface ClosureDraft {
  id: string;
  account: Account | null;
  kind: ClosureKind | null;
  identityChecked: boolean;
  cashChoice: 'refund' | 'transfer' | null;
  target: Account | null;
}

export const draftParts = ['account', 'kind', 'identityChecked', 'cashChoice'] as const;
export type DraftPart = (typeof draftParts)[number];

/** What the server will decide about a closing, worked out by the same rules: that the account closes, or why it is refused. */
export type Expected =
  { ok: true; figures: ClosureFigures; transferAtMs: number; lacks: 'target' | 'identity' | null; reasons: ConfirmReason[] } | { ok: false; code: RefusalCode };

/** The ways in which such an account can be closed at all (CLO-2). */
export function possibleKinds(account: Pick<Account, 'kind'>, pack: Pack): ClosureKind[] {
  return closureKinds.filter((kind) => cashChoices(kind, account.kind, pack) !== null);
}

/** What the customer can choose between for the cash, the recommended first; nothing where CLO-2 leaves one way or none. */
export function choicesOf({ account, kind }: Pick<ClosureDraft, 'account' | 'kind'>, pack: Pack): readonly ('refund' | 'transfer')[] {
  const ways = account && kind ? (cashChoices(kind, account.kind, pack) ?? []) : [];
  return ways.length > 1 ? ways : [];
}

export function missingOf(draft: ClosureDraft, pack: Pack): DraftPart[] {
  const isMissing: Record<DraftPart, boolean> = {
    account: draft.account === null,
    kind: draft.kind === null,
    identityChecked: draft.kind === 'asked' && !draft.identityChecked,
    cashChoice: choicesOf(draft, pack).length > 0 && draft.cashChoice === null,
  };
  return draftParts.filter((part) => isMissing[part]);
}

/** What is asked for; null while it cannot be said yet. What does not apply to the kind that was chosen is left out. */
export function requestOf(draft: ClosureDraft, staff: Staff, pack: Pack): NewClosure | null {
  const { id, account, kind, identityChecked, target } = draft;
  if (!account || !kind) return null;
  const choices = choicesOf(draft, pack);
  return {
    id,
    pack: pack.id,
    packVersion: pack.version,
    accountNo: account.accountNo,
    kind,
    identityChecked: kind !== 'arrears' && identityChecked,
    cashChoice: choices.find((choice) => choice === draft.cashChoice) ?? null,
    targetAccountNo: canTransfer(draft, pack) ? (target?.accountNo ?? null) : null,
    requesterUid: staff.uid,
    requesterName: staff.name,
    requesterUnitId: staff.unitId,
  };
}

/** Whether a closing of this kind moves anything to another account. */
export function canTransfer({ account, kind, cashChoice }: Pick<ClosureDraft, 'account' | 'kind' | 'cashChoice'>, pack: Pack): boolean {
  const row = account && kind ? pack.closures?.table.find((cell) => cell.kind === kind && cell.account === account.kind) : undefined;
  if (!row) return false;
  const cashWay = choicesOf({ account, kind }, pack).length > 0 ? cashChoice : row.cash[0];
  return cashWay === 'transfer' || row.rechargeCard[0] === 'transfer' || row.promotional[0] === 'transfer';
}

/** CLO-1, CLO-2, CLO-3: what follows from what has been chosen, before anything is sent; null while too little is known. */
export function expectedOf(draft: ClosureDraft, staff: Staff, pack: Pack, nowMs: number, requesterRegions: readonly string[] = []): Expected | null {
  const request = requestOf(draft, staff, pack);
  if (!request || !draft.account) return null;
  const { account, target } = draft;
  const closure: Closure = { ...untouchedClosure, ...request, capturedAtMs: nowMs, clockOffsetMs: 0, receivedAtMs: nowMs, people: [], audience: [] };
  // What billing says of the account, the server has put into it.
  const named = request.targetAccountNo === null ? null : target;
  const facts = { pack, requester: staff, account, billing: null, target: named, ordered: [], requesterRegions, cashRefund: null };
  const decision = decideClosure(closure, { type: 'receive' }, { actor: { kind: 'system' }, nowMs, facts });
  if (!decision.ok) return { ok: false, code: decision.refusal.code };
  const [event] = decision.events;
  if (event?.type === 'turnedAway') return { ok: false, code: event.code };
  if (event?.type !== 'accountClosed' && event?.type !== 'confirmationNeeded') return null;
  const reasons = event.type === 'confirmationNeeded' ? event.reasons : [];
  const figures = closureFigures(evolveClosure(closure, [event]));
  return { ok: true, figures, transferAtMs: event.transferAtMs, lacks: figures.movesFen > 0 ? lackOf(request) : null, reasons };
}

function lackOf({ kind, identityChecked, targetAccountNo }: NewClosure): 'target' | 'identity' | null {
  if (kind === 'expired' && !identityChecked) return 'identity';
  return targetAccountNo === null ? 'target' : null;
}

/** Why a change of the target would be refused; null when nothing speaks against it (CLO-3). */
export function targetRefusal(closure: Closure, target: Account, staff: Staff, pack: Pack, nowMs: number): RefusalCode | null {
  // Only its number and operator matter here, and those are known although the account itself was not read again.
  const account: Account = { ...target, accountNo: closure.accountNo, pack: closure.pack, balancesFen: emptyBalances };
  const facts = { pack, requester: null, account, billing: null, target, ordered: [], requesterRegions: [], cashRefund: null };
  const command = { type: 'changeTarget' as const, targetAccountNo: target.accountNo, identityChecked: true as const };
  const decision = decideClosure(closure, command, { actor: { kind: 'staff', staff }, nowMs, facts });
  return decision.ok ? null : decision.refusal.code;
}
