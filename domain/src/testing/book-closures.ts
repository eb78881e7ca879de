import { type Closure, closureKinds, closureRefundId, untouchedClosure } from '../closure/closure.ts';
import type { ClosureCommand, ClosureSystemCommand } from '../closure/command.ts';
import { decideClosure } from '../closure/decide.ts';
import type { Posting } from '../ledger/posting.ts';
import type { Staff } from '../organisation/staff.ts';
import { actOnRefund, confirmRefund, type Memories } from './book-refunds.ts';
import { accountIn, keepPostings, keepClosure, type BookWorld } from './book-world.ts';
import { telecom } from './organisation.ts';

/** An outlet closes an account; the server takes it in at once, later, or is told twice. */
export function requestClosure(world: BookWorld): void {
  const { chance, nowMs } = world;
  const clerks = [...world.staff.values()].filter(({ role }) => role === 'outletClerk' || role === 'outletManager');
  const requester = clerks.length > 0 && chance.percent(90) ? chance.pick(clerks) : chance.pick([...world.staff.values()]);
  const awaiting = world.orders.flatMap((order) => order.postings.flatMap((posting) => posting.accountNos));
  const account = accountIn(world, chance.pick(awaiting.length > 0 && chance.percent(40) ? awaiting : [...world.accounts.keys()]));
  const usual = account.kind === 'prepaid' ? (['asked', 'expired'] as const) : (['asked', 'asked', 'arrears'] as const);
  const closure: Closure = {
    ...untouchedClosure,
    id: `closure-${world.closures.size}`,
    pack: 'telecom',
    packVersion: telecom.version,
    accountNo: account.accountNo,
    kind: chance.percent(90) ? chance.pick(usual) : chance.pick(closureKinds),
    identityChecked: chance.percent(85),
    cashChoice: chance.pick(['refund', 'transfer', null, null]),
    targetAccountNo: chance.percent(80) ? chance.pick([...world.accounts.keys()]) : null,
    requesterUid: requester.uid,
    requesterName: requester.name,
    requesterUnitId: requester.unitId,
    capturedAtMs: nowMs,
    clockOffsetMs: 0,
    receivedAtMs: nowMs,
    people: [requester.uid],
    audience: ['outlet', 'branch', 'city'],
  };
  world.closures.set(closure.id, closure);
  for (let times = chance.below(3); times > 0; times -= 1) actOnClosure(world, closure.id, { type: 'receive' }, null);
}

/** Decides a command on a closure and takes what follows into the world. */
export function actOnClosure(
  world: BookWorld,
  id: string,
  command: ClosureCommand | ClosureSystemCommand,
  by: Staff | null,
  ordered: readonly Posting[] = [],
): void {
  const closure = world.closures.get(id);
  if (!closure) return;
  const facts = {
    pack: telecom,
    requester: world.staff.get(closure.requesterUid) ?? null,
    account: world.accounts.get(closure.accountNo) ?? null,
    billing: null,
    target: world.accounts.get((command.type === 'changeTarget' ? command.targetAccountNo : closure.targetAccountNo) ?? '') ?? null,
    requesterRegions: ['320812'],
    cashRefund: world.refunds.get(closureRefundId(id)) ?? null,
    ordered: command.type === 'receive' || command.type === 'settle' || command.type === 'confirm' ? world.orders.flatMap((order) => order.postings) : ordered,
  };
  const decision = decideClosure(closure, command, { actor: by ? { kind: 'staff', staff: by } : { kind: 'system' }, nowMs: world.nowMs, facts });
  if (!decision.ok) return;
  for (const event of decision.events) if (event.type === 'moved') keepPostings(world, event.postings);
  keepClosure(world, closure, decision.events);
  for (const event of decision.events) {
    if (event.type !== 'transferOrdered') continue;
    if (world.isExternal) world.orders.push({ kind: 'closure', id, postings: event.postings });
    else actOnClosure(world, id, { type: 'confirmPosting' }, null, event.postings);
  }
}

/** A customer names another target at an outlet; now and then it is somebody who may not take it down. */
export function changeTarget(world: BookWorld): void {
  const { chance } = world;
  if (world.closures.size === 0) return;
  const by = chance.pick(
    [...world.staff.values()].filter(({ role }) => chance.percent(10) || role === 'outletClerk').concat([...world.staff.values()].slice(0, 1)),
  );
  const targetAccountNo = chance.pick([...world.accounts.keys()]);
  actOnClosure(world, chance.pick([...world.closures.keys()]), { type: 'changeTarget', targetAccountNo, identityChecked: true }, by);
}

/** Evidence is filed, the second word said or not, a closing taken back: by whoever comes, of whom some may not. */
export function sayMore(world: BookWorld): void {
  const { chance, closures } = world;
  if (closures.size === 0) return;
  // By chance alone hardly anything would be confirmed, and next to nothing taken back.
  const inState = (...states: Closure['state'][]): Closure[] => [...closures.values()].filter(({ state }) => states.includes(state));
  const [unconfirmed, waiting] = [inState('awaitingConfirmation'), inState('waiting', 'held')];
  const isTakenBack = waiting.length > 0 && chance.percent(16);
  const isConfirmed = !isTakenBack && unconfirmed.length > 0 && chance.percent(70);
  const closure = chance.pick(isTakenBack ? waiting : isConfirmed ? unconfirmed : [...closures.values()]);
  const by = chance.pick([...world.staff.values()].filter(({ role }) => chance.percent(10) || role === 'outletManager' || role === 'unitHead'));
  const clerk = world.staff.get('outletClerk-outlet-1');
  if (!by || !clerk) return;
  if (closure.evidence === null && chance.percent(80))
    actOnClosure(world, closure.id, { type: 'noteEvidence', paperMasked: '****', by: { uid: clerk.uid, name: clerk.name } }, null);
  const seq = world.closures.get(closure.id)?.seq ?? 0;
  const commands: ClosureCommand[] = [
    { type: 'confirm', seq },
    { type: 'confirm', seq },
    { type: 'confirm', seq: seq - 1 },
    { type: 'cancel', reason: '办错' },
    { type: 'confirmCancel' },
    { type: 'refuseCancel' },
    ...(chance.percent(15) ? [{ type: 'refuse' as const, reason: '不同意' }] : []),
  ];
  const toTakeBack: ClosureCommand = closure.cancel === null ? { type: 'cancel', reason: '办错' } : { type: 'confirmCancel' };
  const wanted: ClosureCommand | null = isTakenBack ? toTakeBack : isConfirmed ? { type: 'confirm', seq } : null;
  actOnClosure(world, closure.id, wanted && chance.percent(80) ? wanted : chance.pick(commands), by);
}

/** What the schedule does about the closures that are due, and, when it has nothing better to do, about those that are not. */
export function runClosureSchedule(world: BookWorld): void {
  for (const closure of world.closures.values()) {
    const isDue = closure.nextDueAtMs !== null && closure.nextDueAtMs <= world.nowMs;
    if (closure.state === 'requested') actOnClosure(world, closure.id, { type: 'receive' }, null);
    else if (isDue || world.chance.percent(10)) actOnClosure(world, closure.id, { type: 'settle' }, null);
  }
}

/** An account is blocked or freed; a closed one stays closed. */
export function blockOrFree(world: BookWorld): void {
  const account = world.chance.pick([...world.accounts.values()]);
  if (account.state !== 'closed') world.accounts.set(account.accountNo, { ...account, state: account.state === 'open' ? 'blocked' : 'open' });
}

/** The far side says what became of an order, once it says anything; what it says twice is heard twice. */
export function hearBilling(world: BookWorld, memories: Memories): void {
  const { chance, orders } = world;
  const at = orders.length === 0 ? -1 : chance.below(orders.length);
  const [order] = at === -1 ? [] : orders.splice(at, 1);
  if (!order) return;
  const isConfirmed = chance.percent(75);
  const answer = isConfirmed ? ({ type: 'confirmPosting' } as const) : null;
  if (order.kind === 'closure') actOnClosure(world, order.id, answer ?? { type: 'rejectPosting' }, null, order.postings);
  const [posting] = order.postings;
  if (order.kind === 'refund' && posting) {
    if (isConfirmed) confirmRefund(world, memories, order.id, posting);
    else actOnRefund(world, memories, order.id, { type: 'rejectPosting', reason: '对方拒绝' }, null);
  }
  if (order.kind === 'refund') actOnRefund(world, memories, order.id, answer ?? { type: 'rejectPosting', reason: '对方拒绝' }, null);
  else actOnClosure(world, order.id, answer ?? { type: 'rejectPosting' }, null, order.postings);
}
