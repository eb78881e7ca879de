import { addDays, dayOf, endOfDayMs, startOfDayMs } from '@shouwen/domain/calendar/day';
import { afterAll, afterEach, beforeAll, describe, expect, inject, test } from 'vitest';
import { type Admin, connectAdmin } from '../../tools/emulators/admin.ts';
import { cityAt, type TestCity } from '../support/city.ts';
import { type Answer, callDeployed, runScheduled } from '../support/deployed-call.ts';
import { accountOf, closureOf } from '../support/money-entries.ts';
import { outletLadder, payers } from '../support/money-people.ts';
import { closeAccount, newAccount } from '../support/money-requests.ts';

const { projectId, ports } = inject('emulators');
const today = dayOf(Date.now());
let admin: Admin;
let city: TestCity;

beforeAll(() => {
  admin = connectAdmin(projectId, ports);
  city = cityAt(`127.0.0.1:${ports.firestore}`, projectId, admin.firestore);
  city.host.clockMs = Date.now();
});
afterEach(() => city.restoreStaff());
afterAll(() => admin.close());

function call(name: string, data: unknown, uid?: string): Promise<Answer> {
  return callDeployed({ ports, projectId, city }, name, data, uid);
}

/** Waits for what a trigger does. */
function eventually<Value>(read: () => Promise<Value>) {
  return expect.poll(read, { timeout: 20_000 });
}

describe('nameDeputy: oneself, or a superior, says who decides in one’s name (REF-6, ADM-5)', () => {
  const { manager } = outletLadder;
  const deputyOf = async () => ((await city.firestore.doc(`staff/${manager}`).get()).data() ?? {})['deputy'];

  test('named for these days, both of them whole and the operator’s, on record, and taken back', async () => {
    await city.changeStaff(manager, { deputy: null });
    const untilDay = addDays(today, 7);
    const named = await call('nameDeputy', { deputyUid: 't-qjp-shuidukou-manager-1', fromDay: today, untilDay }, manager);
    expect(named).toEqual({ status: 200, body: { result: {} } });
    const deputy = { uid: 't-qjp-shuidukou-manager-1', fromMs: startOfDayMs(today), untilMs: endOfDayMs(untilDay) };
    expect(await deputyOf()).toEqual(deputy);
    const changes = await city.firestore.collection('changes').where('targetUid', '==', manager).get();
    const noted = { kind: 'deputy', byUid: manager, deputy: { ...deputy, name: city.staff('t-qjp-shuidukou-manager-1').name } };
    expect(changes.docs.map((change) => change.data())).toContainEqual(expect.objectContaining(noted));
    expect((await call('nameDeputy', { deputyUid: null, fromDay: today, untilDay: today }, manager)).status).toBe(200);
    expect(await deputyOf()).toBeNull();
  });

  test.each([
    ['themselves', { deputyUid: manager }, 400],
    ['nobody', { deputyUid: 't-nobody' }, 400],
    ['someone of the other operator', { deputyUid: 'p-ha-huaicheng-manager-1' }, 400],
    ['someone suspended', { deputyUid: 't-qjp-field-1' }, 400],
    ['an agent of the hotline', { deputyUid: 't-cc-agent-1' }, 400],
    ['an auditor', { deputyUid: 't-auditor-1' }, 400],
    ['a refund clerk', { deputyUid: payers.clerk }, 400],
    ['days that began yesterday', { fromDay: addDays(today, -1), untilDay: addDays(today, 1) }, 400],
    ['for a superior', { forUid: outletLadder.head }, 400],
    ['for a colleague', { forUid: 't-qjp-shuidukou-manager-1' }, 400],
    ['days that are over', { fromDay: addDays(today, -3), untilDay: addDays(today, -1) }, 400],
    ['days the wrong way round', { fromDay: addDays(today, 3), untilDay: addDays(today, 2) }, 400],
    ['more than sixty days', { untilDay: addDays(today, 60) }, 400],
    ['a day that there is not', { fromDay: '2027-02-30' }, 400],
    ['something that is no day', { untilDay: 'tomorrow' }, 400],
    ['for somebody else', { uid: 't-leader-1' }, 400],
  ])('refused: %s', async (_what, wrong, status) => {
    await city.changeStaff(manager, { deputy: null });
    await city.changeStaff('t-qjp-field-1', { active: false });
    const right = { deputyUid: 't-qjp-shuidukou-manager-1', fromDay: today, untilDay: addDays(today, 59) };
    expect((await call('nameDeputy', { ...right, ...wrong }, manager)).status).toBe(status);
    expect(await deputyOf()).toBeNull();
    expect((await call('nameDeputy', right, manager)).status).toBe(200);
  });

  test('the superior is told; one named by a superior for somebody below, both of them', async () => {
    const told = async (uid: string, kind: string) => (await city.firestore.doc(`inbox/${uid}/items/${kind}-${manager}-${today}`).get()).data();
    const input = { deputyUid: 't-qjp-shuidukou-manager-1', fromDay: today, untilDay: today };
    expect((await call('nameDeputy', input, manager)).status).toBe(200);
    expect(await told(outletLadder.head, 'deputyNamed')).toMatchObject({ kind: 'deputyNamed', read: false });
    await city.changeStaff(manager, { deputy: null });
    expect((await call('nameDeputy', { ...input, forUid: manager }, outletLadder.head)).status).toBe(200);
    expect(await deputyOf()).toMatchObject({ uid: 't-qjp-shuidukou-manager-1' });
    expect(await told(manager, 'deputyNamedForYou')).toMatchObject({ kind: 'deputyNamedForYou' });
    expect(await told('t-qjp-shuidukou-manager-1', 'namedDeputy')).toMatchObject({ kind: 'namedDeputy' });
    const changes = await city.firestore.collection('changes').where('targetUid', '==', manager).where('byUid', '==', outletLadder.head).get();
    expect(changes.size).toBe(1);
    expect((await call('nameDeputy', { ...input, deputyUid: null, forUid: manager }, outletLadder.head)).status).toBe(200);
    expect(await deputyOf()).toBeNull();
  });

  test('nobody without a sign-in, nobody suspended', async () => {
    const input = { deputyUid: 't-qjp-shuidukou-manager-1', fromDay: today, untilDay: today };
    expect((await call('nameDeputy', input)).status).toBe(401);
    await city.changeStaff(manager, { active: false });
    expect((await call('nameDeputy', input, manager)).status).toBe(403);
  });
});

describe('previewSchedule: what the schedule would do, for those whose business it is', () => {
  test('an outlet sees its closures and what would become of them, another unit does not', async () => {
    const id = await closeAccount(city, { accountNo: await newAccount(city) });
    const untilMs = (await closureOf(city, id)).transferAtMs ?? 0;
    const itemsOf = async (uid: string) => ((await call('previewSchedule', { untilMs }, uid)).body['result'] as { items: { id: string }[] }).items;
    expect((await itemsOf(outletLadder.clerk)).find((item) => item.id === id)).toMatchObject({
      kind: 'closure',
      would: null,
      skip: 'targetMissing',
      dueAtMs: untilMs,
    });
    expect((await itemsOf('t-ha-head-1')).find((item) => item.id === id)).toBeUndefined();
    expect((await itemsOf('p-leader-1')).find((item) => item.id === id)).toBeUndefined();
    expect(await closureOf(city, id)).toMatchObject({ state: 'waiting', seq: 1 });
  });

  test.each([
    ...[outletLadder.clerk, outletLadder.manager, outletLadder.head, outletLadder.leader, payers.clerk, payers.director, 't-auditor-1', 't-admin-1'].map(
      (uid) => [uid, 200] as const,
    ),
    ...['t-qjp-handler-1', 't-qjp-field-1', 't-cc-agent-1', 't-cc-duty-1'].map((uid) => [uid, 403] as const),
  ])('%s: %i', async (uid, status) => {
    expect((await call('previewSchedule', { untilMs: Date.now() }, uid)).status).toBe(status);
  });

  test('nobody without a sign-in, nothing misshapen', async () => {
    expect((await call('previewSchedule', { untilMs: Date.now() })).status).toBe(401);
    expect((await call('previewSchedule', { untilMs: 'now' }, 't-auditor-1')).status).toBe(400);
  });
});

describe('exportStatement: for those who answer for the books, with a reason, on record (RET-2)', () => {
  const reason = '季度审计';
  const csvOf = ({ body }: Answer) => (body['result'] as { csv: string }).csv;
  const exportsOf = (accountNo: string) => city.firestore.collection('exports').where('accountNo', '==', accountNo).get();

  test.each([
    ...['t-auditor-1', payers.clerk, payers.director, 't-leader-1'].map((uid) => [uid, 200] as const),
    ...[outletLadder.clerk, outletLadder.head, 't-admin-1', 't-cc-duty-1'].map((uid) => [uid, 403] as const),
  ])('%s: %i', async (uid, status) => {
    const accountNo = await newAccount(city);
    expect((await call('exportStatement', { accountNo, reason }, uid)).status).toBe(status);
    const onRecord = { pack: 'telecom', byUid: uid, at: expect.anything(), reason, rows: 1, accountNo };
    expect((await exportsOf(accountNo)).docs.map((one) => one.data())).toEqual(status === 200 ? [onRecord] : []);
  });

  test.each([
    ['without a reason', { reason: '' }, 400],
    ['with nothing but blanks for one', { reason: '   ' }, 400],
    ['of an account and a complaint at once', { complaintId: 'aaaaaaaaaaaaaaaaaaaaaa', reason }, 400],
    ['with its reason', { reason }, 200],
  ])('%s: %o', async (_what, more, status) => {
    const accountNo = await newAccount(city);
    expect((await call('exportStatement', { accountNo, ...more }, 't-auditor-1')).status).toBe(status);
    expect((await exportsOf(accountNo)).size).toBe(status === 200 ? 1 : 0);
  });

  test('nobody without a sign-in, and of the other operator’s books nothing', async () => {
    const accountNo = await newAccount(city);
    expect((await call('exportStatement', { accountNo, reason })).status).toBe(401);
    expect(csvOf(await call('exportStatement', { accountNo, reason }, 'p-auditor-1'))).not.toContain(accountNo);
    expect(csvOf(await call('exportStatement', { accountNo, reason }, 't-auditor-1'))).toContain(accountNo);
  });

  test('the newest thousand rows, with balances that were worked out from all, and no text that a spreadsheet would run', async () => {
    const accountNo = await newAccount(city, { openingFen: { cash: 50 } });
    const writer = city.firestore.bulkWriter();
    const own = `customer:${accountNo}:cash`;
    for (let index = 0; index < 1100; index += 1) {
      const cause = { kind: 'refund', id: `${accountNo}-${index}` };
      const legs = [
        { account: 'company:refunds', side: 'debit', amountFen: 1 },
        { account: own, side: 'credit', amountFen: 1 },
      ];
      const posting = { cause, pack: 'telecom', complaintId: null, accountNos: [accountNo], legs, reversesId: null, cardSerial: '=1+2', byUid: null };
      void writer.create(city.firestore.doc(`ledger/refund-${accountNo}-${index}`), { ...posting, postedAt: city.host.timestamp(Date.now() + index) });
    }
    await writer.close();
    const lines = csvOf(await call('exportStatement', { accountNo, reason }, 't-auditor-1'))
      .trim()
      .split('\r\n');
    expect(lines).toHaveLength(1001);
    expect(lines.at(-1)).toContain(`"refund-${accountNo}-1099"`);
    expect(lines.at(-1)).toContain(`"${accountNo}","现金余额","退费支出",0.00,0.01,11.50,`);
    expect(lines.join('\n')).not.toMatch(/customer:|company:/);
    expect(lines.at(-1)).toContain(`"'=1+2"`);
    expect((await exportsOf(accountNo)).docs.map((one) => one.get('rows') as number)).toEqual([1000]);
    const left = city.firestore.bulkWriter();
    for (let index = 0; index < 1100; index += 1) void left.delete(city.firestore.doc(`ledger/refund-${accountNo}-${index}`));
    await left.close();
  });
});

describe('what Cloud Scheduler calls', () => {
  test('sweep posts a closure that is due', async () => {
    const [accountNo, targetAccountNo] = [await newAccount(city), await newAccount(city)];
    const id = await closeAccount(city, { accountNo, targetAccountNo });
    const dueAtMs = Date.now() - 1;
    await city.firestore.doc(`closures/${id}`).update({ transferAtMs: dueAtMs, nextDueAt: city.host.timestamp(dueAtMs) });
    expect(await runScheduled({ ports, projectId }, 'sweep')).toBe(200);
    await eventually(() => closureOf(city, id)).toMatchObject({ state: 'settled' });
    expect(await accountOf(city, targetAccountNo)).toMatchObject({ balancesFen: { cash: 20_000 } });
  });

  test('reconcileBooks puts what it found on record', async () => {
    const path = `reconciliations/telecom-${dayOf(Date.now())}`;
    await city.firestore.doc(path).delete();
    expect(await runScheduled({ ports, projectId }, 'reconcileBooks')).toBe(200);
    await eventually(async () => (await city.firestore.doc(path).get()).data() ?? {}).toMatchObject({
      pack: 'telecom',
      state: 'balanced',
      differenceCount: 0,
      differences: [],
    });
  });
});
