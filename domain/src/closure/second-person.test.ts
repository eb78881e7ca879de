import { describe, expect, test } from 'vitest';
import { calendar, person, units } from '../testing/organisation.ts';
import {
  account,
  accountOf,
  askedClosure,
  balancesFen,
  clerk,
  closableAs,
  closedAtMs,
  closureFacts,
  confirmer,
  decideAt,
  evidence,
  stepAt,
  target,
  transferAtMs,
  waitingStand,
} from '../testing/closures.ts';
import type { Refund } from '../refund/refund.ts';
import { cashRefundOf, takenBackCashRefund } from './cash-refund.ts';
import { type Closure, closureFromStored, closureVersion } from './closure.ts';
import type { ClosureCommand } from './command.ts';
import { accountAfter, evolveClosure } from './evolve.ts';
import { regionsServed } from './second-person.ts';

const receive = { type: 'receive' } as const;
const plain = { ...account, balancesFen: { cash: 3500, rechargeCard: 2000, promotional: 0 } };
const stranger = { ...target, contactKey: 's'.repeat(40) };
const typesOf = (outcome: ReturnType<typeof decideAt>) => (outcome.ok ? outcome.events.map(({ type }) => type).join(' ') || 'silence' : outcome.refusal.code);
const asks = (more: Partial<Closure> = {}, facts: Parameters<typeof decideAt>[3] = {}) =>
  decideAt(closedAtMs, askedClosure(more), receive, { account: plain, ...facts });
const reasonsOf = (outcome: ReturnType<typeof decideAt>) =>
  outcome.ok ? outcome.events.flatMap((event) => (event.type === 'confirmationNeeded' ? event.reasons : [])) : outcome.refusal.code;

describe('CLO-2, REF-3: what one person alone cannot close', () => {
  const sum = (cash: number) => ({ account: { ...plain, balancesFen: { cash, rechargeCard: 0, promotional: 0 } } });
  test.each<[string, string[], Partial<Closure>, Parameters<typeof decideAt>[3]]>([
    ['the customer’s own money, in their county, to their own account', [], {}, {}],
    ['one fen that lapses', ['lapse'], {}, { account: { ...plain, balancesFen: { ...plain.balancesFen, promotional: 1 } } }],
    ['another county’s account', ['otherCounty'], {}, { account: { ...plain, homeRegion: '320826' } }],
    ['an account of which nobody knows the county', ['otherCounty'], {}, { account: { ...plain, homeRegion: null } }],
    ['another holder’s account as target', ['otherHolder'], {}, { target: stranger }],
    ['the pack’s sum', [], {}, sum(50_000)],
    ['a fen more than the pack’s sum', ['largeSum'], {}, sum(50_001)],
    ['the same paid out', ['largeSum'], { cashChoice: 'refund' }, sum(50_001)],
    ['positive cash of an account that billing calls in arrears', ['lapse'], { kind: 'arrears' }, { account: closableAs('arrears', plain) }],
  ])('%s: %j', (_told, reasons, more, facts) => {
    expect(reasonsOf(asks(more, facts))).toEqual(reasons);
    expect(typesOf(asks(more, facts))).toBe(reasons.length === 0 ? 'accountClosed' : 'confirmationNeeded');
  });

  test('a unit serves its own counties, or those of the first above it that has any', () => {
    const city = new Map([...units].map(([id, unit]) => [id, { ...unit, homeRegions: id === 'branch' ? ['320812'] : [] }]));
    expect([regionsServed('outlet', city), regionsServed('branch', city), regionsServed('nowhere', city)]).toEqual([['320812'], ['320812'], []]);
  });
});

describe('the second word', () => {
  const { closure } = stepAt(closedAtMs, { closure: askedClosure(), account, target }, receive);
  const filed: Closure = { ...closure, evidence };
  const says = (command: ClosureCommand, by: typeof clerk, of: Closure = filed, more: Parameters<typeof decideAt>[3] = {}) =>
    typesOf(decideAt(closedAtMs, of, command, more, by));
  const confirm = { type: 'confirm', seq: filed.seq } as const;
  const head = person('head', 'unitHead', 'branch');

  test('until it is said nothing has happened to the account', () => {
    expect(accountAfter(account, askedClosure(), closure)).toBe(account);
    expect(closure).toMatchObject({ state: 'awaitingConfirmation', open: true, closedAtMs: null, nextDueAtMs: null });
    expect(typesOf(decideAt(transferAtMs, closure, { type: 'settle' }))).toBe('silence');
  });

  test.each([
    ['the outlet’s manager', confirmer],
    ['the head above', { ...head, unitId: 'outlet' }],
  ])('%s closes it at once', (_who, by) => {
    expect(says(confirm, by)).toBe('confirmed accountClosed');
  });

  test.each<[string, string, typeof clerk, Closure?]>([
    ['whoever asked, as a manager', 'ownRequest', { ...confirmer, uid: clerk.uid }],
    ['whoever filed the evidence', 'ownRequest', confirmer, { ...filed, evidence: { ...evidence, byUid: confirmer.uid } }],
    ['a colleague at the counter', 'notYours', person('colleague', 'outletClerk', 'outlet')],
    ['the manager of another outlet', 'notYours', person('elsewhere', 'outletManager', 'elsewhere')],
    ['the other operator’s manager', 'notYours', { ...confirmer, pack: 'post' }],
    ['somebody suspended', 'notActive', { ...confirmer, active: false }],
    ['anybody without the customer’s paper', 'evidenceMissing', confirmer, closure],
    ['somebody who saw it before it changed', 'requestChanged', confirmer, { ...filed, seq: filed.seq + 1 }],
  ])('not by %s: %s; the manager beside them can', (_who, code, by, of = filed) => {
    expect(says(confirm, by, of)).toBe(code);
    expect(says(confirm, confirmer)).toBe('confirmed accountClosed');
  });

  test('it is decided by what is true then', () => {
    expect(says(confirm, confirmer, filed, { account: { ...account, state: 'closed' } })).toBe('accountClosed');
    expect(says(confirm, confirmer, filed, { target: { ...target, state: 'blocked' } })).toBe('targetBlocked');
    expect(says(confirm, confirmer, filed, { requester: { ...clerk, active: false } })).toBe('notActive');
  });

  test('a no has its reason and ends it; whoever asked may take it back; said twice either is silence', () => {
    const no = { type: 'refuse', reason: '证件不符' } as const;
    for (const by of [confirmer, clerk]) {
      const declined = decideAt(closedAtMs, filed, no, {}, by);
      const after = evolveClosure(filed, declined.ok ? declined.events : []);
      expect(after).toMatchObject({ state: 'refused', open: false, refusal: { reason: '证件不符', byUid: by.uid } });
      expect(says(no, by, after)).toBe('silence');
      expect(accountAfter(account, filed, after)).toBe(account);
    }
    expect(says(no, person('colleague', 'outletClerk', 'outlet'))).toBe('notYours');
    expect(says(no, confirmer, waitingStand().closure)).toBe('notInThisState');
  });

  test('the paper cannot be filed once the word has been said', () => {
    const file = { type: 'noteEvidence', paperMasked: 'idCard ****9999', by: { uid: clerk.uid, name: clerk.name } } as const;
    expect(typesOf(decideAt(closedAtMs, closure, file))).toBe('evidenceFiled');
    expect(typesOf(decideAt(closedAtMs, waitingStand().closure, file))).toBe('notInThisState');
    const declined = decideAt(closedAtMs, filed, { type: 'refuse', reason: '证件不符' }, {}, confirmer);
    const over = evolveClosure(filed, declined.ok ? declined.events : []);
    expect(typesOf(decideAt(closedAtMs, over, file)), 'nor once it is over without one').toBe('notInThisState');
  });

  test('CLO-3: to another holder’s account afterwards only a second person sends it, with the paper on file', () => {
    const { closure: waiting } = waitingStand();
    const change = { type: 'changeTarget', targetAccountNo: 'ACC-3', identityChecked: true } as const;
    const other = accountOf('ACC-3', { contactKey: 's'.repeat(40) });
    expect(says(change, clerk, waiting, { target: other })).toBe('needsSecondPerson');
    expect(says(change, confirmer, waiting, { target: other })).toBe('targetChanged');
    expect(says(change, confirmer, { ...waiting, evidence: null }, { target: other })).toBe('evidenceMissing');
    expect(says(change, clerk, waiting, { target: accountOf('ACC-3') })).toBe('targetChanged');
  });
});

describe('what was closed before two words were needed', () => {
  const { seq: _seq, ...stored } = { ...waitingStand().closure, schemaVersion: 1 };
  const { confirmed: _confirmed, evidence: _evidence, confirmReasons: _reasons, leftFen: _left, ...former } = stored;
  const read = closureFromStored('former', { ...former, seq: 1 });

  test('it still reads, is of today’s version once it goes on, and nothing of it counts as confirmed', () => {
    expect(read).toMatchObject({ confirmed: null, evidence: null, cancel: null, leftFen: balancesFen, formerAccountState: 'open', statusId: null });
    const later = evolveClosure(read, [{ type: 'linkMade', atMs: closedAtMs, statusId: 'f'.repeat(64) }]);
    expect(later.schemaVersion).toBe(closureVersion);
  });

  test('CLO-2: what would lapse is held until somebody else has said so', () => {
    const frozen = { ...account, state: 'closed' as const, hold: { closureId: read.id, isOrdered: false } };
    const held = stepAt(transferAtMs, { closure: read, account: frozen, target }, { type: 'settle' });
    expect(held.closure).toMatchObject({ state: 'held', holdReason: 'lapseNotConfirmed' });
    const confirmed = stepAt(transferAtMs, { ...held, closure: { ...held.closure, evidence } }, { type: 'confirm', seq: held.closure.seq }, confirmer);
    expect(stepAt(transferAtMs, confirmed, { type: 'settle' }).closure.state).toBe('settled');
    const nothing = { ...frozen, balancesFen: { ...balancesFen, promotional: 0 } };
    expect(stepAt(transferAtMs, { closure: read, account: nothing, target }, { type: 'settle' }).closure.state).toBe('settled');
  });
});

describe('taking a closing back', () => {
  const waiting = waitingStand({ cashChoice: 'refund' });
  const cash = cashRefundOf(waiting.closure, { pack: closureFacts().pack, calendar }, closedAtMs);
  const ask = { type: 'cancel', reason: '不是客户本人' } as const;
  const grant = { type: 'confirmCancel' } as const;
  const asked = stepAt(closedAtMs, waiting, ask, clerk);
  const says = (atMs: number, command: ClosureCommand, by: typeof clerk, of: Closure, cashRefund: Refund | null = cash) =>
    typesOf(decideAt(atMs, of, command, { account: waiting.account, cashRefund }, by));

  test('asked for by one and granted by another until the day before, the account is what it was and nothing is paid out', () => {
    expect(says(transferAtMs - 1, ask, clerk, waiting.closure)).toBe('cancelAsked');
    expect(says(transferAtMs - 1, grant, confirmer, asked.closure)).toBe('cancelled');
    const back = stepAt(closedAtMs, asked, grant, confirmer);
    expect(back.closure).toMatchObject({
      state: 'cancelled',
      open: false,
      lines: [],
      nextDueAtMs: null,
      cancel: { byUid: clerk.uid, decidedByUid: confirmer.uid },
    });
    expect(back.account).toMatchObject({ state: 'open', closedAtMs: null, hold: null, balancesFen });
    expect(cash && takenBackCashRefund(cash, { uid: 'x', name: '某' }, '不是客户本人', closedAtMs)).toMatchObject({
      state: 'withdrawn',
      open: false,
      dueAtMs: null,
    });
    expect(typesOf(decideAt(transferAtMs, back.closure, { type: 'settle' }))).toBe('silence');
  });

  test('a blocked account is blocked again', () => {
    const blocked = waitingStand({}, { ...account, state: 'blocked' });
    expect(stepAt(closedAtMs, stepAt(closedAtMs, blocked, ask, clerk), grant, confirmer).account.state).toBe('blocked');
  });

  test.each<[string, string, number, ClosureCommand, typeof clerk, Closure, (Refund | null)?]>([
    ['asked for on the day', 'changeTooLate', transferAtMs, ask, clerk, waiting.closure],
    ['granted on the day', 'changeTooLate', transferAtMs, grant, confirmer, asked.closure],
    ['granted by whoever asked', 'ownRequest', closedAtMs, grant, { ...confirmer, uid: clerk.uid }, asked.closure],
    ['granted by a colleague at the counter', 'notYours', closedAtMs, grant, person('colleague', 'outletClerk', 'outlet'), asked.closure],
    ['granted without having been asked for', 'notInThisState', closedAtMs, grant, confirmer, waiting.closure],
    ['asked for once it is over', 'notInThisState', closedAtMs, ask, clerk, stepAt(transferAtMs, waitingStand(), { type: 'settle' }).closure],
    ['asked for by another outlet', 'notYours', closedAtMs, ask, person('elsewhere', 'outletClerk', 'elsewhere'), waiting.closure],
    ['granted while the cash is being paid', 'cashPaidAlready', closedAtMs, grant, confirmer, asked.closure, cash && { ...cash, state: 'executing' }],
  ])('%s: refused', (_told, code, atMs, command, by, of, refund = cash) => {
    expect(says(atMs, command, by, of, refund)).toBe(code);
  });

  test('not granted, it goes on as it was; asked for and forgotten, it moves on its day', () => {
    expect(stepAt(closedAtMs, asked, { type: 'refuseCancel' }, confirmer).closure).toMatchObject({ state: 'waiting', cancel: null });
    expect(stepAt(transferAtMs, asked, { type: 'settle' }).closure).toMatchObject({ cancel: null });
  });
});
