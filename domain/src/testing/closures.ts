import { type Closure, untouchedClosure } from '../closure/closure.ts';
import type { ClosureCommand, ClosureSystemCommand } from '../closure/command.ts';
import type { ClosureContext, ClosureFacts } from '../closure/closure-context.ts';
import { decideClosure } from '../closure/decide.ts';
import { accountAfter, evolveClosure } from '../closure/evolve.ts';
import { type Account, emptyBalances } from '../ledger/account.ts';
import { balancesAfter, type Posting } from '../ledger/posting.ts';
import { deepFreeze } from './deep-freeze.ts';
import { at, person, telecom } from './organisation.ts';

/** A Friday; what is left moves on the 6th of December. */
export const closedAtMs = at('2026-11-20 09:00');
export const transferAtMs = at('2026-12-06 00:00');

export const clerk = person('clerk', 'outletClerk', 'outlet');

export function accountOf(accountNo: string, more: Partial<Account> = {}): Account {
  const masked = { phoneMasked: '138****1001', phoneLast4: '1001', holderMasked: '王**', contactKey: 'k'.repeat(40), homeRegion: '320812' };
  const standing = {
    schemaVersion: 1,
    balancesFen: emptyBalances,
    hold: null,
    followsTo: null,
    closedAtMs: null,
    validUntilMs: null,
    isInArrears: false,
    seq: 0,
    updatedAtMs: 0,
  };
  return { accountNo, pack: 'telecom', kind: 'goTone', state: 'open', ...masked, ...standing, ...more };
}

/** What the account of these tests holds: something in each bucket. */
export const balancesFen = { cash: 3500, rechargeCard: 2000, promotional: 800 };
export const account = accountOf('ACC-OLD', { balancesFen });
export const target = accountOf('ACC-NEW', { kind: 'prepaid' });

/** As the outlet writes it: a customer who is there in person closes a GoTone account into another one. */
export function askedClosure(more: Partial<Closure> = {}): Closure {
  return {
    ...untouchedClosure,
    id: 'c1f6a1f0-0000-4000-8000-000000000001',
    pack: 'telecom',
    packVersion: telecom.version,
    accountNo: account.accountNo,
    kind: 'asked',
    identityChecked: true,
    cashChoice: null,
    targetAccountNo: target.accountNo,
    requesterUid: clerk.uid,
    requesterName: clerk.name,
    requesterUnitId: clerk.unitId,
    capturedAtMs: closedAtMs,
    clockOffsetMs: 0,
    receivedAtMs: closedAtMs,
    people: [clerk.uid],
    audience: ['outlet'],
    ...more,
  };
}

export function closureFacts(more: Partial<ClosureFacts> = {}): ClosureFacts {
  return { pack: telecom, requester: clerk, account, billing: null, target, ordered: [], requesterRegions: ['320812'], cashRefund: null, ...more };
}

/** What the product itself decides at a moment; input is frozen, so that a change to it is an error. */
export function decideAt(nowMs: number, closure: Closure, command: ClosureCommand | ClosureSystemCommand, more: Partial<ClosureFacts> = {}, by?: typeof clerk) {
  const actor: ClosureContext['actor'] = by ? { kind: 'staff', staff: by } : { kind: 'system' };
  return decideClosure(deepFreeze(closure), command, deepFreeze({ actor, nowMs, facts: closureFacts(more) }));
}

/** A closure with its account and target, as they are after a step. */
export interface Stand {
  closure: Closure;
  account: Account;
  target: Account | null;
}

/** Takes one step as the embedded ledger does: what it orders is posted at once, and balances move with it. */
export function stepAt(nowMs: number, before: Stand, command: ClosureCommand | ClosureSystemCommand, by?: typeof clerk): Stand {
  const decision = decideAt(nowMs, before.closure, command, { account: before.account, target: before.target }, by);
  if (!decision.ok) throw new Error(`${command.type}: ${decision.refusal.code}`);
  const decided = evolveClosure(before.closure, decision.events);
  const postings = decision.events.flatMap((event) => (event.type === 'transferOrdered' ? event.postings : []));
  const confirmed = decided.state === 'settling' ? decideAt(nowMs, decided, { type: 'confirmPosting' }, { ordered: postings }) : null;
  const closure = evolveClosure(decided, confirmed?.ok ? confirmed.events : []);
  const own = movedBy(before.account, postings);
  return { closure, account: accountAfter(own, before.closure, closure), target: before.target && movedBy(before.target, postings) };
}

function movedBy(own: Account, postings: readonly Posting[]): Account {
  return {
    ...own,
    balancesFen: postings.reduce((moved, posting) => balancesAfter({ accountNo: own.accountNo, balancesFen: moved }, posting), own.balancesFen),
  };
}

export const confirmer = person('confirmer', 'outletManager', 'outlet');

/** What shows who the customer was, filed by whoever opened it. */
export const evidence = { paperMasked: 'idCard ****1234', byUid: clerk.uid, byName: clerk.name, atMs: closedAtMs };

/** The manager says the second word, where one is needed. */
export function confirmedStand(stand: Stand): Stand {
  if (stand.closure.state !== 'awaitingConfirmation') return stand;
  const filed = { ...stand, closure: { ...stand.closure, evidence } };
  return stepAt(closedAtMs, filed, { type: 'confirm', seq: filed.closure.seq }, confirmer);
}

/** An account of which that reason is true. */
export function closableAs(kind: Closure['kind'] | undefined, own: Account): Account {
  if (kind === 'arrears') return { ...own, isInArrears: true };
  return kind === 'expired' ? { ...own, validUntilMs: closedAtMs - 1 } : own;
}

/** An account that was closed, its rest frozen until the 6th; with a second person's word where one is needed. */
export function waitingStand(more: Partial<Closure> = {}, own: Account = account, other: Account | null = target): Stand {
  return confirmedStand(stepAt(closedAtMs, { closure: askedClosure(more), account: closableAs(more.kind, own), target: other }, { type: 'receive' }));
}
