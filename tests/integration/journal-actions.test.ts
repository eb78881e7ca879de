import { afterAll, beforeAll, beforeEach, describe, expect, inject, test } from 'vitest';
import type { StaffCommand } from '@shouwen/domain/complaint/command';
import { readBooks, toldOf } from '../support/books.ts';
import { morningMs, openCity, type TestCity } from '../support/city.ts';
import { act, newPhone, takeIn, type Wanted } from '../support/recorder.ts';

const hourMs = 3_600_000;
const owner = 't-qjp-huaihai-clerk-1';
/** Lianshui has one handler on duty, so it is known who gets what is theirs. */
const handler = 't-ls-handler-1';
const head = 't-ls-head-1';
const stranger = 't-ha-handler-1';
const answer: StaffCommand = {
  type: 'answer',
  text: '费用已核实,多收部分退还。',
  howGiven: '次月账单减免',
  checklist: [
    { ask: 'explanation', result: 'met' },
    { ask: 'refund', result: 'met' },
  ],
};
let city: TestCity;

beforeAll(async () => {
  city = await openCity(inject('firestore').host, 'journal-actions');
});
beforeEach(() => {
  city.host = city.newHost();
});
afterAll(() => city.close());

type Step = [uid: string, command: StaffCommand];
const accepted: Step = [handler, { type: 'accept' }];
const working: Step[] = [accepted, [handler, { type: 'note', text: '正在核实。' }]];

/** Takes in a complaint of Lianshui and does the steps, each of which must be applied. */
async function after(steps: Step[], wanted: Wanted = {}): Promise<string> {
  const { id } = await takeIn(city, { homeRegion: '320826', ...wanted });
  for (const [uid, command] of steps) expect(await act(city, id, uid, command)).toMatchObject({ outcome: 'applied' });
  return id;
}

/** The customer’s page does not change for the beginning of work alone. */
function shownAs(state: unknown): unknown {
  return state === 'inProgress' ? 'accepted' : state;
}

describe('every action does what it says', () => {
  test.each<[string, Step[], Step, Record<string, unknown>, string[]]>([
    [
      'accept: by the handler, whose time then runs to three quarters before anybody is reminded (SLA-6)',
      [],
      accepted,
      { state: 'accepted', handlerUid: handler, nextDueAt: morningMs - 60_000 + 36 * hourMs },
      [],
    ],
    ['accept: a head above may take it upon themselves', [], [head, { type: 'accept' }], { state: 'accepted', handlerUid: head }, []],
    ['note: the handler’s first step begins the work', [accepted], [handler, { type: 'note', text: '看过账单。' }], { state: 'inProgress' }, []],
    ['note: another’s note leaves the state alone', [accepted], [owner, { type: 'note', text: '客户又来问。' }], { state: 'accepted', seq: 3 }, []],
    [
      'contactAttempt: counted',
      [accepted],
      [handler, { type: 'contactAttempt', result: 'noAnswer', text: '', nextSlotAtMs: morningMs + hourMs }],
      { state: 'inProgress', contactAttemptCount: 1 },
      [],
    ],
    [
      'awaitCustomer: waits with a reason, and no longer than the pack allows (SLA-5)',
      working,
      [handler, { type: 'awaitCustomer', reason: '请提供发票', untilAtMs: null }],
      { state: 'awaitingCustomer', waiting: { reason: '请提供发票', whom: null, sinceAtMs: morningMs, untilAtMs: morningMs + 72 * hourMs } },
      [],
    ],
    [
      'awaitOther: says whom it waits for',
      working,
      [handler, { type: 'awaitOther', whom: '账务中心', reason: '核对账单', untilAtMs: morningMs + hourMs }],
      { state: 'awaitingOther', waiting: { reason: '核对账单', whom: '账务中心', sinceAtMs: morningMs, untilAtMs: morningMs + hourMs } },
      [],
    ],
    [
      'resume: the wait ends',
      [...working, [handler, { type: 'awaitCustomer', reason: '请提供发票', untilAtMs: null }]],
      [handler, { type: 'resume' }],
      { state: 'inProgress', waiting: null },
      [],
    ],
    [
      'answer: KNO-3, a line for each thing asked for',
      working,
      [handler, answer],
      { state: 'answered', open: true, nextDueAt: null, answer: { byUid: handler } },
      [],
    ],
    ['answer: OWN-3, the owner answers what can be answered at once', [], [owner, answer], { state: 'answered', answer: { byUid: owner } }, []],
    [
      'close: after the answer',
      [...working, [handler, answer]],
      [handler, { type: 'close' }],
      { state: 'closed', open: false, closedAtMs: morningMs, dueAt: null, nextDueAt: null },
      [],
    ],
    [
      'outOfScope: OWN-5, with where to turn',
      [],
      [handler, { type: 'outOfScope', reason: '不属于本公司业务', whereToTurn: '自来水公司' }],
      { state: 'outOfScope', open: false, outOfScope: { reason: '不属于本公司业务', whereToTurn: '自来水公司' } },
      [`${owner}: outOfScope`],
    ],
    [
      'withdraw: the owner, for a customer who thought better of it',
      [],
      [owner, { type: 'withdraw', reason: '客户撤诉' }],
      { state: 'withdrawn', open: false },
      [`${handler}: withdrawn`],
    ],
    [
      'chase: OWN-7, the handler is told',
      [accepted],
      [owner, { type: 'chase', text: '客户在催' }],
      { state: 'accepted', chaseCount: 1 },
      [`${handler}: chased`],
    ],
    [
      'assign: a head gives it to someone on duty',
      [accepted],
      [head, { type: 'assign', toUid: 't-ls-field-1' }],
      { state: 'assigned', handlerUid: 't-ls-field-1' },
      ['t-ls-field-1: assignedToYou', `${owner}: yourComplaintAssigned`],
    ],
    [
      'reopen: staff too, when the answer did not hold',
      [...working, [handler, answer]],
      [owner, { type: 'reopen', reason: '退费未到账' }],
      { state: 'reopened', open: true, reopenCount: 1, handlerUid: handler, dueAt: morningMs + 48 * hourMs },
      [`${handler}: reopened`],
    ],
  ])('%s', async (_what, before, [uid, command], becomes, tells) => {
    const id = await after(before);
    const told = toldOf(await readBooks(city.firestore, id));
    expect(await act(city, id, uid, command)).toEqual({ outcome: 'applied', seq: before.length + 2 });
    const books = await readBooks(city.firestore, id);
    expect(books.complaint).toMatchObject({ ...becomes, seq: before.length + 2 });
    expect(toldOf(books)).toEqual([...told, ...tells].sort());
    expect(shownAs(books.status?.['state'])).toBe(shownAs(books.complaint?.['state']));
  });

  test('merge: into another open complaint of the same customer', async () => {
    const phone = newPhone();
    const into = await after([], { phone });
    const id = await after([], { phone, category: 'T02-02' });
    expect(await act(city, id, owner, { type: 'merge', intoId: into })).toEqual({ outcome: 'applied', seq: 2 });
    const books = await readBooks(city.firestore, id);
    expect(books.complaint).toMatchObject({ state: 'merged', mergedInto: into, open: false });
    expect(toldOf(books)).toContain(`${handler}: merged`);
  });

  test('RET-2: the customer’s page shows the answer with numbers hidden, and no note', async () => {
    const id = await after([...working, [handler, { ...answer, text: '已退至尾号账户6222021234567890123。' }]]);
    const page = JSON.stringify((await readBooks(city.firestore, id)).status);
    expect(page).toContain('已退至尾号账户62');
    for (const hidden of ['6222021234567890123', '正在核实', handler]) expect(page).not.toContain(hidden);
  });

  test('the entry says who acted, by name and unit, as their staff document has it', async () => {
    const id = await after([accepted]);
    const journal = Object.values((await readBooks(city.firestore, id)).journal);
    expect(journal.find((entry) => entry['type'] === 'accept')).toMatchObject({
      actor: { kind: 'staff', uid: handler, name: city.staff(handler).name, unitId: 't-ls' },
    });
  });
});

describe('saying it twice is silence, not a refusal', () => {
  test.each<[string, Step[], Step]>([
    ['accept', [accepted], accepted],
    ['close', [...working, [handler, answer], [handler, { type: 'close' }]], [owner, { type: 'close' }]],
    ['withdraw', [[owner, { type: 'withdraw', reason: '撤诉' }]], [owner, { type: 'withdraw', reason: '撤诉' }]],
    [
      'reopen',
      [
        [owner, answer],
        [owner, { type: 'reopen', reason: '没解决' }],
      ],
      [handler, { type: 'reopen', reason: '没解决' }],
    ],
  ])('%s', async (_what, before, [uid, command]) => {
    const id = await after(before);
    const { complaint, notices, status } = await readBooks(city.firestore, id);
    expect(await act(city, id, uid, command)).toEqual({ outcome: 'applied', seq: before.length + 1 });
    expect(await readBooks(city.firestore, id)).toMatchObject({ complaint, notices, status });
  });
});

describe('what is not allowed is refused with its reason, and changes nothing', () => {
  const past = morningMs - hourMs;
  test.each<[string, Step[], Step, Record<string, unknown>]>([
    ['a stranger accepts', [], [stranger, { type: 'accept' }], { code: 'notYours' }],
    ['the owner accepts for the handler', [], [owner, { type: 'accept' }], { code: 'notYours' }],
    ['a stranger notes', [], [stranger, { type: 'note', text: '路过' }], { code: 'notYours' }],
    ['closing before an answer', working, [handler, { type: 'close' }], { code: 'notInThisState', detail: 'inProgress' }],
    ['waiting before accepting', [], [handler, { type: 'awaitCustomer', reason: '等', untilAtMs: null }], { code: 'notInThisState', detail: 'assigned' }],
    ['resuming what does not wait', working, [handler, { type: 'resume' }], { code: 'notInThisState', detail: 'inProgress' }],
    [
      'an answer that leaves out what was asked for',
      working,
      [handler, { ...answer, checklist: [{ ask: 'refund', result: 'met' }] }],
      { code: 'askMissing', detail: 'explanation' },
    ],
    [
      'a call agreed for the past',
      [accepted],
      [handler, { type: 'contactAttempt', result: 'reached', text: '', nextSlotAtMs: past }],
      { code: 'momentInThePast', detail: 'nextSlotAtMs' },
    ],
    [
      'a wait until the past',
      working,
      [handler, { type: 'awaitOther', whom: '银行', reason: '流水', untilAtMs: past }],
      { code: 'momentInThePast', detail: 'untilAtMs' },
    ],
    ['assigning to nobody', [], [head, { type: 'assign', toUid: 't-nobody' }], { code: 'receiverUnknown', detail: 't-nobody' }],
    ['assigning to someone off duty', [], [head, { type: 'assign', toUid: 't-ls-handler-2' }], { code: 'receiverNotAvailable' }],
    ['assigning without being a head', [], [handler, { type: 'assign', toUid: 't-ls-field-1' }], { code: 'notYours' }],
    ['merging into itself', [], [owner, { type: 'merge', intoId: 'self' }], { code: 'mergeTargetSelf' }],
    ['merging into nothing', [], [owner, { type: 'merge', intoId: 'b1f6a1f0-0000-4000-8000-0000000000aa' }], { code: 'mergeTargetUnknown' }],
    [
      'chasing what is over',
      [[owner, { type: 'withdraw', reason: '撤诉' }]],
      [owner, { type: 'chase', text: '催' }],
      { code: 'notInThisState', detail: 'withdrawn' },
    ],
    ['accepting a hand-over that nobody offered', [], [handler, { type: 'acceptHandOver' }], { code: 'notYours' }],
  ])('%s', async (_what, before, [uid, command], reason) => {
    const id = await after(before);
    const { complaint, notices, status } = await readBooks(city.firestore, id);
    const meant = command.type === 'merge' && command.intoId === 'self' ? { ...command, intoId: id } : command;
    expect(await act(city, id, uid, meant)).toEqual({ outcome: 'refused', reason });
    expect(await readBooks(city.firestore, id)).toMatchObject({ complaint, notices, status });
  });

  test('merging into another customer’s complaint', async () => {
    const [id, other] = [await after([]), await after([])];
    expect(await act(city, id, owner, { type: 'merge', intoId: other })).toEqual({ outcome: 'refused', reason: { code: 'mergeTargetOtherCustomer' } });
  });

  test('merging into one that is over', async () => {
    const phone = newPhone();
    const other = await after([[owner, { type: 'withdraw', reason: '撤诉' }]], { phone });
    const id = await after([], { phone });
    expect(await act(city, id, owner, { type: 'merge', intoId: other })).toEqual({
      outcome: 'refused',
      reason: { code: 'mergeTargetClosed', detail: 'withdrawn' },
    });
  });

  test('reopening on the sixteenth day: the window is over', async () => {
    const id = await after([[owner, answer]]);
    city.host.clockMs += 15 * 24 * hourMs;
    expect(await act(city, id, owner, { type: 'reopen', reason: '没解决' })).toMatchObject({ outcome: 'applied' });
    const late = await after([[owner, answer]], { capturedAtMs: city.host.clockMs - 1000, receivedAtMs: city.host.clockMs });
    city.host.clockMs += 15 * 24 * hourMs + 1;
    expect(await act(city, late, owner, { type: 'reopen', reason: '没解决' })).toEqual({
      outcome: 'refused',
      reason: { code: 'reopenWindowOver', detail: '15' },
    });
  });
});
