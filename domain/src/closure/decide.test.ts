import { describe, expect, test } from 'vitest';
import { dayMs, hourMs } from '../calendar/day.ts';
import { emptyBalances } from '../ledger/account.ts';
import { legsOf, postingOf } from '../ledger/posting.ts';
import type { Role } from '../organisation/staff.ts';
import { account, accountOf, askedClosure, balancesFen, clerk, closedAtMs, decideAt, stepAt, target, transferAtMs, waitingStand } from '../testing/closures.ts';
import { person, post, telecom } from '../testing/organisation.ts';
import type { Closure } from './closure.ts';
import type { ClosureSystemCommand } from './command.ts';
import { evolveClosure } from './evolve.ts';

const manager = person('manager', 'outletManager', 'outlet');
const refusal = (code: string, detail?: string) => ({ ok: false, refusal: detail === undefined ? { code } : { code, detail } });
const silence = { ok: true, events: [] };
const turnedAway = (code: string) => ({ ok: true, events: [{ type: 'turnedAway', atMs: closedAtMs, code }] });
const typesOf = (outcome: ReturnType<typeof decideAt>) => (outcome.ok ? outcome.events.map(({ type }) => type) : outcome.refusal.code);
const receive = { type: 'receive' } as const;
const settle = { type: 'settle' } as const;
const changeTo = (targetAccountNo: string) => ({ type: 'changeTarget', targetAccountNo, identityChecked: true }) as const;

const waiting = waitingStand();
const blocked = accountOf('ACC-NEW', { state: 'blocked' });
const held = stepAt(transferAtMs, { ...waiting, target: blocked }, settle);
const ordered = decideAt(transferAtMs, waiting.closure, settle, { account: waiting.account });
const settling = evolveClosure(waiting.closure, ordered.ok ? ordered.events : []);
const settled = stepAt(transferAtMs, waiting, settle);
const turned = decideAt(closedAtMs, askedClosure(), receive, { account: null });
const standings: Record<Closure['state'], Closure> = {
  requested: askedClosure(),
  waiting: waiting.closure,
  held: held.closure,
  settling,
  settled: settled.closure,
  refused: evolveClosure(askedClosure(), turned.ok ? turned.events : []),
  awaitingConfirmation: stepAt(closedAtMs, { closure: askedClosure(), account, target }, receive).closure,
  cancelled: evolveClosure(waiting.closure, [{ type: 'cancelled', atMs: closedAtMs, by: { uid: 'manager', name: '经理' } }]),
};

const plain = { ...account, balancesFen: { ...balancesFen, promotional: 0 } };

describe('each step of the product in each state, when it is due', () => {
  const postings = ordered.ok ? ordered.events.flatMap((event) => (event.type === 'transferOrdered' ? event.postings : [])) : [];
  const cashPaid = { type: 'cashPaid', amountFen: 1, postingId: 'p' } as const;
  const commands: ClosureSystemCommand[] = [receive, settle, { type: 'confirmPosting' }, { type: 'rejectPosting' }, cashPaid];
  const happens: Partial<Record<`${Closure['state']} ${ClosureSystemCommand['type']}`, string>> = {
    'requested receive': 'confirmationNeeded',
    'waiting settle': 'transferOrdered',
    'held settle': 'transferOrdered',
    'settling confirmPosting': 'moved',
    'settling rejectPosting': 'heldBack',
  };
  const cells = Object.values(standings).flatMap((closure) => commands.map((command) => ({ state: closure.state, closure, command, type: command.type })));

  test('the closures of these tests are in the states that they stand for', () => {
    expect(Object.entries(standings).filter(([state, closure]) => closure.state !== state)).toEqual([]);
  });

  test.each(cells)('$state, $type: happens once or is silence', ({ state, closure, command }) => {
    const own = state === 'requested' ? account : waiting.account;
    const atMs = closure.nextDueAtMs ?? transferAtMs;
    const outcome = decideAt(atMs, closure, command, { account: own, ordered: command.type === 'confirmPosting' ? postings : [] });
    const expected = happens[`${state} ${command.type}`];
    expect(typesOf(outcome)).toEqual(expected === undefined ? [] : [expected]);
  });

  test.each(cells)('$state, $type: nobody of the staff can take it', ({ closure, command }) => {
    expect(decideAt(transferAtMs, closure, command, {}, clerk)).toEqual(refusal('notYours'));
  });
});

describe('CLO-1: an account closes at once', () => {
  test('what is left is frozen with the moment on which it moves, and both accounts are there to be recognised', () => {
    const masked = { phone: '138****1001', holder: '王**' };
    const frozen = { accountKind: 'goTone', accountMasked: masked, targetMasked: masked, frozenFen: balancesFen };
    const lines = [
      { bucket: 'cash', action: 'transfer', rule: 'CLO-2' },
      { bucket: 'rechargeCard', action: 'transfer', rule: 'CLO-2' },
      { bucket: 'promotional', action: 'nothing', rule: 'CLO-2' },
    ];
    const numbers = { accountNo: 'ACC-OLD', targetAccountNo: 'ACC-NEW' };
    const plan = { ...numbers, ...frozen, lines, transferAtMs, packVersion: telecom.version, formerAccountState: 'open' };
    const needed = { type: 'confirmationNeeded', atMs: closedAtMs, reasons: ['lapse'], ...plan };
    expect(decideAt(closedAtMs, askedClosure(), receive)).toEqual({ ok: true, events: [needed] });
    const closed = { type: 'accountClosed', atMs: closedAtMs, ...plan, frozenFen: plain.balancesFen };
    expect(decideAt(closedAtMs, askedClosure(), receive, { account: plain })).toEqual({ ok: true, events: [closed] });
  });

  const onItsWay = postingOf({
    cause: { kind: 'refund', id: 'r' },
    pack: 'telecom',
    complaintId: 'c',
    legs: legsOf('company:refunds', 'customer:ACC-OLD:cash', 100),
    cardSerial: null,
    byUid: 'payer',
    postedAtMs: closedAtMs,
  });
  const owing = { ...account, balancesFen: { ...balancesFen, cash: -1 } };

  test.each([
    ['somebody suspended', {}, { requester: { ...clerk, active: false } }, 'notActive'],
    ['nobody who is known', {}, { requester: null }, 'notActive'],
    ['somebody of the other operator', {}, { requester: { ...clerk, pack: 'post' as const } }, 'notActive'],
    ['a handler', {}, { requester: person('handler', 'departmentHandler', 'branch') }, 'notYours'],
    ['an account that does not exist', {}, { account: null }, 'accountUnknown'],
    ['an account of the other operator', {}, { account: { ...account, pack: 'post' as const } }, 'accountUnknown'],
    ['an operator without accounts', {}, { pack: post }, 'accountUnknown'],
    ['an account that is closed already', {}, { account: { ...account, state: 'closed' as const } }, 'accountClosed'],
    ['CLO-5: an account that money is on its way to', {}, { ordered: [onItsWay] }, 'accountSettling'],
    ['a customer who was not there', { identityChecked: false }, {}, 'identityNotChecked'],
    ['a customer who owes', {}, { account: owing }, 'balanceOwed'],
    ['a prepaid account in arrears', { kind: 'arrears' as const }, { account: { ...account, kind: 'prepaid' as const } }, 'closureNotForAccount'],
    ['CLO-2: a forced closing of an account that owes nothing', { kind: 'arrears' as const }, {}, 'notInArrears'],
    [
      'CLO-2: a valid account as run out',
      { kind: 'expired' as const },
      { account: { ...account, kind: 'prepaid' as const, validUntilMs: closedAtMs + 1 } },
      'notExpired',
    ],
    ['CLO-2: an account without an end as run out', { kind: 'expired' as const }, { account: { ...account, kind: 'prepaid' as const } }, 'notExpired'],
    ['CLO-2: prepaid cash paid out', { cashChoice: 'refund' as const }, { account: { ...account, kind: 'prepaid' as const } }, 'choiceNotAllowed'],
    ['CLO-3: a target that does not exist', {}, { target: null }, 'targetUnknown'],
    ['CLO-3: a target of the other operator', {}, { target: { ...target, pack: 'post' as const } }, 'targetUnknown'],
    ['CLO-3: the account itself as target', { targetAccountNo: 'ACC-OLD' }, { target: account }, 'targetIsSelf'],
    ['CLO-3: a closed target', {}, { target: { ...target, state: 'closed' as const } }, 'targetClosed'],
    ['CLO-3: a blocked target', {}, { target: blocked }, 'targetBlocked'],
  ] as const)('%s: it is told, and not lost', (_told, more, facts, code) => {
    expect(decideAt(closedAtMs, askedClosure(more), receive, facts)).toEqual(turnedAway(code));
  });

  test.each([
    ['by the outlet manager', {}, { requester: manager }],
    ['a blocked account', {}, { account: { ...plain, state: 'blocked' as const } }],
    ['without a target yet', { targetAccountNo: null }, { target: null }],
    ['CLO-2: GoTone cash paid out', { cashChoice: 'refund' as const }, {}],
    [
      'in arrears, without the customer',
      { kind: 'arrears' as const, identityChecked: false, targetAccountNo: null },
      { account: { ...owing, balancesFen: { cash: -1, rechargeCard: 0, promotional: 0 } }, target: null },
    ],
    [
      'expired, without the customer',
      { kind: 'expired' as const, identityChecked: false },
      { account: { ...plain, kind: 'prepaid' as const, validUntilMs: closedAtMs } },
    ],
    ['while money is on its way elsewhere', {}, { ordered: [{ ...onItsWay, accountNos: ['ACC-3'] }] }],
  ])('%s: it closes', (_told, more, facts) => {
    expect(typesOf(decideAt(closedAtMs, askedClosure(more), receive, { account: plain, ...facts }))).toEqual(['accountClosed']);
  });
});

describe('CLO-2: what the operator’s billing says counts before what the account’s document says', () => {
  const arrears = { kind: 'arrears' as const, identityChecked: false, targetAccountNo: null };
  const expired = { kind: 'expired' as const, identityChecked: false };
  const empty = { ...plain, balancesFen: { cash: 0, rechargeCard: 0, promotional: 0 } };
  const inDebt = { ...empty, balancesFen: { ...empty.balancesFen, cash: -1 } };
  const prepaid = (validUntilMs: number) => ({ ...plain, kind: 'prepaid' as const, validUntilMs });
  const says = (isInArrears: boolean, validUntilMs: number | null = null) => ({ isInArrears, validUntilMs });

  test.each([
    ['in arrears, says billing; nothing is noted', arrears, empty, says(true), 'accountClosed'],
    ['not in arrears, says billing; it is noted', arrears, { ...empty, isInArrears: true }, says(false), 'notInArrears'],
    ['not in arrears, says billing; our copy of the balance owes', arrears, inDebt, says(false), 'notInArrears'],
    ['billing is silent; it is noted', arrears, { ...empty, isInArrears: true }, 'silent', 'confirmationNeeded'],
    ['billing is silent; nothing is noted', arrears, empty, 'silent', 'notInArrears'],
    ['over, says billing; noted as valid', expired, prepaid(closedAtMs + 1), says(false, closedAtMs), 'accountClosed'],
    ['valid, says billing; noted as over', expired, prepaid(closedAtMs), says(false, closedAtMs + 1), 'notExpired'],
    ['without end, says billing; noted as over', expired, prepaid(closedAtMs), says(false), 'notExpired'],
    ['billing is silent; noted as over', expired, prepaid(closedAtMs), 'silent', 'confirmationNeeded'],
    ['billing is silent about what the customer asks for', {}, plain, 'silent', 'accountClosed'],
  ] as const)('%s', (_told, more, of, billing, expected) => {
    const facts = { account: of, billing, ...('targetAccountNo' in more ? { target: null } : {}) };
    const outcome = decideAt(closedAtMs, askedClosure(more), receive, facts);
    const event = outcome.ok ? outcome.events[0] : null;
    expect(event?.type === 'turnedAway' ? event.code : event?.type).toBe(expected);
    const reasons: readonly string[] = event?.type === 'confirmationNeeded' ? event.reasons : [];
    expect(reasons.includes('billingSilent')).toBe(expected === 'confirmationNeeded');
  });
});

describe('CLO-4: on the 6th what is left moves in one piece, once', () => {
  const cause = (bucket: 'cash' | 'rechargeCard' | 'promotional') => ({ kind: 'closure', id: askedClosure().id, bucket });

  test('not a millisecond before', () => {
    expect(decideAt(transferAtMs - 1, waiting.closure, settle, { account: waiting.account })).toEqual(silence);
    expect(typesOf(decideAt(transferAtMs, waiting.closure, settle, { account: waiting.account }))).toEqual(['transferOrdered']);
  });

  test('CLO-2: to the same bucket of the target; what may go neither way lapses', () => {
    const outcome = decideAt(transferAtMs + 40 * dayMs, waiting.closure, settle, { account: waiting.account });
    const event = outcome.ok ? outcome.events[0] : null;
    expect(event?.type === 'transferOrdered' && event.postings.map(({ id, cause: its, legs }) => ({ id, cause: its, legs }))).toEqual([
      { id: `closure-${askedClosure().id}-cash`, cause: cause('cash'), legs: legsOf('customer:ACC-OLD:cash', 'customer:ACC-NEW:cash', 3500) },
      {
        id: `closure-${askedClosure().id}-rechargeCard`,
        cause: cause('rechargeCard'),
        legs: legsOf('customer:ACC-OLD:rechargeCard', 'customer:ACC-NEW:rechargeCard', 2000),
      },
      { id: `closure-${askedClosure().id}-promotional`, cause: cause('promotional'), legs: legsOf('customer:ACC-OLD:promotional', 'company:lapsed', 800) },
    ]);
  });

  test('CLO-5: what moves is what is there on the day, so that a refund in between moves along', () => {
    const after = stepAt(transferAtMs, { ...waiting, account: { ...waiting.account, balancesFen: { ...balancesFen, cash: 4000 } } }, settle);
    expect(after.closure.lines[0]).toMatchObject({ state: 'posted', amountFen: 4000 });
    expect(after.target?.balancesFen.cash).toBe(4000);
  });

  test('a debt is kept as one', () => {
    const owing = accountOf('ACC-OLD', { balancesFen: { ...emptyBalances, cash: -1200 } });
    const stand = waitingStand({ kind: 'arrears', targetAccountNo: null }, owing, null);
    const outcome = decideAt(transferAtMs, stand.closure, settle, { account: stand.account, target: null });
    const event = outcome.ok ? outcome.events[0] : null;
    expect(event?.type === 'transferOrdered' && event.postings.map(({ legs }) => legs)).toEqual([legsOf('company:arrears', 'customer:ACC-OLD:cash', 1200)]);
  });

  test('an empty account settles without a posting', () => {
    const stand = waitingStand({}, accountOf('ACC-OLD'));
    const after = stepAt(transferAtMs, stand, settle).closure;
    expect(after).toMatchObject({ state: 'settled', settledAtMs: transferAtMs });
    expect(after.lines).toHaveLength(3);
    expect(after.lines.map(({ state, amountFen, postingId }) => [state, amountFen, postingId])).toEqual(after.lines.map(() => ['empty', 0, null]));
  });

  test('it waits while something is on its way to what is to move, and not for what is on its way elsewhere', () => {
    const incoming = (to: 'customer:ACC-OLD:cash' | 'customer:ACC-3:cash') =>
      postingOf({
        cause: { kind: 'refund', id: 'r' },
        pack: 'telecom',
        complaintId: 'c',
        legs: legsOf('company:refunds', to, 1),
        cardSerial: null,
        byUid: null,
        postedAtMs: 0,
      });
    const settleWith = (to: 'customer:ACC-OLD:cash' | 'customer:ACC-3:cash') =>
      typesOf(decideAt(transferAtMs, waiting.closure, settle, { account: waiting.account, ordered: [incoming(to)] }));
    expect(settleWith('customer:ACC-OLD:cash')).toEqual([]);
    expect(settleWith('customer:ACC-3:cash')).toEqual(['transferOrdered']);
  });
});

describe('CLO-3: what cannot move stays, is told with its reason, and is tried again', () => {
  const expired = accountOf('ACC-OLD', { kind: 'prepaid', balancesFen });
  const absent = waitingStand({ kind: 'expired', identityChecked: false }, expired);
  const untargeted = waitingStand({ targetAccountNo: null }, account, null);

  test.each([
    ['targetMissing', untargeted, null],
    ['targetUnknown', waiting, null],
    ['targetUnknown', waiting, { ...target, pack: 'post' as const }],
    ['targetClosed', waiting, { ...target, state: 'closed' as const }],
    ['targetBlocked', waiting, blocked],
    ['identityNotChecked', absent, target],
  ])('%s', (reason, stand, other) => {
    const outcome = decideAt(transferAtMs, stand.closure, settle, { account: stand.account, target: other });
    expect(outcome).toEqual({ ok: true, events: [{ type: 'heldBack', atMs: transferAtMs, reason, retryAtMs: transferAtMs + 24 * hourMs }] });
  });

  test('billingRejected: the far side did not take it', () => {
    const heldBack = { type: 'heldBack', atMs: transferAtMs, reason: 'billingRejected', retryAtMs: transferAtMs + 24 * hourMs };
    expect(decideAt(transferAtMs, settling, { type: 'rejectPosting' })).toEqual({ ok: true, events: [heldBack] });
  });

  test('a run beside the one that held it back, or before the next try, is silence: nobody is told twice of one day', () => {
    const due = held.closure.nextDueAtMs ?? 0;
    for (const atMs of [transferAtMs, due - 1]) expect(decideAt(atMs, held.closure, settle, { account: held.account, target: blocked })).toEqual(silence);
    expect(typesOf(decideAt(due, held.closure, settle, { account: held.account, target: blocked }))).toEqual(['heldBack']);
  });

  test('it is tried again for as long as it takes, and moves once the target is good', () => {
    let stand = { ...waiting, target: blocked };
    for (let day = 0; day < 100; day += 1) stand = { ...stepAt(transferAtMs + day * dayMs, stand, settle), target: blocked };
    expect(stand.closure).toMatchObject({ state: 'held', open: true, holdCount: 100, nextDueAtMs: transferAtMs + 100 * dayMs });
    expect(stand.account.balancesFen).toEqual(balancesFen);
    const after = stepAt(transferAtMs + 100 * dayMs, { ...stand, target }, settle);
    expect(after.closure).toMatchObject({ state: 'settled', holdReason: null });
    expect(after.target?.balancesFen).toEqual({ ...balancesFen, promotional: 0 });
  });

  test.each([
    ['nothing that a target is needed for', { ...emptyBalances, promotional: 800 }],
    ['nothing at all', emptyBalances],
  ])('where there is %s, a bad target holds nothing back', (_told, left) => {
    const stand = waitingStand({}, accountOf('ACC-OLD', { balancesFen: left }));
    expect(typesOf(decideAt(transferAtMs, stand.closure, settle, { account: stand.account, target: null }))).toEqual(['transferOrdered']);
  });
});

describe('CLO-3: the customer may name another target until the day before', () => {
  const other = accountOf('ACC-3');
  const change = (nowMs: number, closure: Closure, more = {}, by = clerk) =>
    decideAt(nowMs, closure, changeTo('ACC-3'), { account: waiting.account, target: other, ...more }, by);

  test.each([
    ['at once', closedAtMs, ['targetChanged']],
    ['in the last millisecond of the 5th', transferAtMs - 1, ['targetChanged']],
    ['at 00:00 of the 6th', transferAtMs, 'changeTooLate'],
    ['later', transferAtMs + dayMs, 'changeTooLate'],
  ])('%s', (_told, nowMs, expected) => {
    expect(typesOf(change(nowMs, waiting.closure))).toEqual(expected);
  });

  test('later too for one that is held back, and it is tried again at once', () => {
    const masked = { phone: '138****1001', holder: '王**' };
    const nowMs = transferAtMs + 3 * dayMs;
    const changed = { type: 'targetChanged', atMs: nowMs, targetAccountNo: 'ACC-3', targetMasked: masked, nextDueAtMs: nowMs };
    expect(change(nowMs, held.closure)).toEqual({ ok: true, events: [changed] });
  });

  test.each(['requested', 'settling', 'settled', 'refused'] as const)('not while it is %s', (state) => {
    expect(change(closedAtMs, standings[state])).toEqual(refusal('notInThisState', state));
  });

  test.each<[Role, string, boolean]>([
    ['outletClerk', 'outlet', true],
    ['outletManager', 'outlet', true],
    ['outletClerk', 'elsewhere', true],
    ['departmentHandler', 'branch', false],
    ['refundClerk', 'centre', false],
    ['companyLeader', 'city', false],
    ['administrator', 'city', false],
  ])('by %s of %s: %s', (role, unitId, isAllowed) => {
    expect(typesOf(change(closedAtMs, waiting.closure, {}, person('somebody', role, unitId)))).toEqual(isAllowed ? ['targetChanged'] : 'notYours');
  });

  test.each([
    ['somebody suspended', { ...clerk, active: false }, 'notActive'],
    ['somebody of the other operator', { ...clerk, pack: 'post' as const }, 'notYours'],
  ])('not by %s, and not by the product itself', (_told, by, code) => {
    expect(change(closedAtMs, waiting.closure, {}, by)).toEqual(refusal(code));
    expect(decideAt(closedAtMs, waiting.closure, changeTo('ACC-3'), { target: other })).toEqual(refusal('notYours'));
  });

  test.each([
    ['targetUnknown', null],
    ['targetUnknown', { ...other, pack: 'post' as const }],
    ['targetClosed', { ...other, state: 'closed' as const }],
    ['targetBlocked', { ...other, state: 'blocked' as const }],
    ['targetIsSelf', { ...other, accountNo: account.accountNo }],
  ])('not to one that is bad: %s', (code, bad) => {
    expect(change(closedAtMs, waiting.closure, { target: bad })).toEqual(refusal(code));
  });

  test('CLO-2: not where nothing is transferred', () => {
    const arrears = waitingStand({ kind: 'arrears', targetAccountNo: null });
    expect(change(closedAtMs, arrears.closure)).toEqual(refusal('choiceNotAllowed'));
  });

  test('said twice, nothing more happens', () => {
    const changed = stepAt(closedAtMs, { ...waiting, target: other }, changeTo('ACC-3'), clerk);
    expect(change(closedAtMs, changed.closure)).toEqual(silence);
  });

  test('CLO-2: naming it in person is what an expired account was waiting for', () => {
    const absent = waitingStand({ kind: 'expired', identityChecked: false }, accountOf('ACC-OLD', { kind: 'prepaid', balancesFen }));
    const missed = stepAt(transferAtMs, absent, settle);
    expect(missed.closure).toMatchObject({ state: 'held', holdReason: 'identityNotChecked' });
    const named = stepAt(transferAtMs + hourMs, missed, changeTo('ACC-NEW'), clerk);
    expect(stepAt(transferAtMs + hourMs, named, settle).closure.state).toBe('settled');
  });
});
