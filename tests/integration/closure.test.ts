import { randomUUID } from 'node:crypto';
import { addDays, dayMs, dayOf, hourMs, startOfDayMs } from '@shouwen/domain/calendar/day';
import { type Closure, type ClosureKind, closureRefundId } from '@shouwen/domain/closure/closure';
import type { AccountKind, Balances } from '@shouwen/domain/ledger/account';
import type { Pack } from '@shouwen/domain/policy/pack';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, inject, test } from 'vitest';
import { morningMs, openCity, type TestCity } from '../support/city.ts';
import { closureTraces } from '../support/closure-traces.ts';
import { differencesIn } from '../support/money-books.ts';
import { accountOf, actOnClosure, actOnRefund, closureOf, refundOf, writeClosureEntry } from '../support/money-entries.ts';
import { outletLadder, payers } from '../support/money-people.ts';
import { closeAccount, newAccount, writeClosure } from '../support/money-requests.ts';
import { takeIn } from '../support/recorder.ts';
import { applyClosureEntry, doDue, receiveClosure, settleClosure } from '../support/delivering.ts';

const { clerk, manager } = outletLadder;
/** CLO-1: the 6th of the month after the tests' morning, 00:00 in Asia/Shanghai. */
const sixthMs = startOfDayMs('2026-12-06');
const balances = { cash: 4500, rechargeCard: 1000, promotional: 300 };
const nothing: Balances = { cash: 0, rechargeCard: 0, promotional: 0 };
const applied = expect.objectContaining({ outcome: 'applied' });
const refusedAs = (code: string) => expect.objectContaining({ outcome: 'refused', reason: expect.objectContaining({ code }) });
let city: TestCity;

beforeAll(async () => {
  city = await openCity(inject('firestore').host, 'closure');
});
beforeEach(() => {
  city.host = city.newHost();
});
afterEach(async () => {
  await city.restoreStaff();
  await expectBalancedBooks();
});
afterAll(() => city.close());

/** REF-8: whatever a test did, everything adds up afterwards. */
async function expectBalancedBooks(): Promise<void> {
  expect(await differencesIn(city.firestore)).toEqual([]);
}

/** As the operator writes it, in capitals. */
function newAccountNo(): string {
  return `A${randomUUID().slice(0, 13).toUpperCase()}`;
}

async function settleAt(id: string, atMs: number): Promise<Closure> {
  city.host.clockMs = atMs;
  await settleClosure(city.host, id);
  return closureOf(city, id);
}

async function balancesOf(accountNo: string): Promise<Balances> {
  return (await accountOf(city, accountNo)).balancesFen;
}

/** Who was told what of a closure, in no order. */
async function toldOf(id: string): Promise<string[]> {
  const items = await city.firestore.collectionGroup('items').where('closureId', '==', id).get();
  return items.docs.map((item) => `${item.ref.parent.parent?.id}: ${String(item.get('kind'))}`).sort();
}

describe('CLO-1, CLO-4: from the counter to the receipt', () => {
  test('the account closes at once, waits frozen until the 6th, and then everything moves once, with a line, a posting and an entry for each', async () => {
    const accountNo = await newAccount(city, { kind: 'goTone', openingFen: balances });
    const targetAccountNo = await newAccount(city, { openingFen: { cash: 700 } });
    const id = await closeAccount(city, { accountNo, targetAccountNo });
    expect(await accountOf(city, accountNo)).toMatchObject({ state: 'closed', closedAtMs: morningMs, balancesFen: balances, followsTo: null });
    expect(await accountOf(city, accountNo)).toMatchObject({ hold: { closureId: id, isOrdered: false } });
    expect(await closureOf(city, id)).toMatchObject({ state: 'waiting', open: true, frozenFen: balances, transferAtMs: sixthMs, nextDueAtMs: sixthMs });
    const before = await closureTraces(city.firestore, { closureIds: [id], accountNos: [accountNo, targetAccountNo] });
    await settleAt(id, sixthMs - 1);
    expect(await closureTraces(city.firestore, { closureIds: [id], accountNos: [accountNo, targetAccountNo] })).toEqual(before);

    await settleAt(id, sixthMs);
    expect(await accountOf(city, accountNo)).toMatchObject({ state: 'closed', hold: null, followsTo: targetAccountNo, balancesFen: nothing });
    expect(await balancesOf(targetAccountNo)).toEqual({ cash: 5200, rechargeCard: 1000, promotional: 0 });
    const settled = await closureOf(city, id);
    expect(settled).toMatchObject({ state: 'settled', open: false, settledAtMs: sixthMs, nextDueAtMs: null });
    expect(settled.lines).toEqual([
      { bucket: 'cash', action: 'transfer', rule: 'CLO-2', state: 'posted', amountFen: 4500, postingId: `closure-${id}-cash` },
      { bucket: 'rechargeCard', action: 'transfer', rule: 'CLO-2', state: 'posted', amountFen: 1000, postingId: `closure-${id}-rechargeCard` },
      { bucket: 'promotional', action: 'nothing', rule: 'CLO-2', state: 'posted', amountFen: 300, postingId: `closure-${id}-promotional` },
    ]);
    expect((await city.firestore.doc(`ledger/closure-${id}-promotional`).get()).get('legs')).toMatchObject([
      { account: `customer:${accountNo}:promotional`, side: 'debit' },
      { account: 'company:lapsed', side: 'credit' },
    ]);
    const journal = await city.firestore.collection(`closures/${id}/journal`).get();
    expect(journal.docs.map((entry) => [entry.id, entry.get('outcome')])).toEqual([
      ['receive-1', 'applied'],
      ['second-word', 'applied'],
      ['settle-3', 'applied'],
    ]);
    expect(await toldOf(id)).toEqual([`${clerk}: closureConfirmed`, `${clerk}: closureSettled`, `${manager}: closureToConfirm`]);

    const after = await closureTraces(city.firestore, { closureIds: [id], accountNos: [accountNo, targetAccountNo] });
    await receiveClosure(city.host, id);
    await settleAt(id, sixthMs + dayMs);
    expect(await closureTraces(city.firestore, { closureIds: [id], accountNos: [accountNo, targetAccountNo] })).toEqual(after);
  });

  test.each([
    ['the last millisecond of November', startOfDayMs('2026-12-01') - 1, '2026-12-06'],
    ['the first of December', startOfDayMs('2026-12-01'), '2027-01-06'],
    ['the 31st of January, before a short month', startOfDayMs('2027-01-31') + 12 * hourMs, '2027-02-06'],
  ])('closed on %s, by the operator’s calendar and not the host’s', async (_what, atMs, day) => {
    city.host.clockMs = atMs;
    const id = await closeAccount(city, { accountNo: await newAccount(city), targetAccountNo: await newAccount(city) });
    expect(dayOf((await closureOf(city, id)).transferAtMs ?? 0)).toBe(day);
    expect((await closureOf(city, id)).transferAtMs).toBe(startOfDayMs(day));
    await settleAt(id, startOfDayMs(day));
  });

  test('CLO-3: both accounts are called by the numbers that they are kept under, however they were typed', async () => {
    const [accountNo, targetAccountNo] = [await newAccount(city, { accountNo: newAccountNo() }), await newAccount(city, { accountNo: newAccountNo() })];
    const id = await closeAccount(city, { accountNo: accountNo.toLowerCase(), targetAccountNo: targetAccountNo.toLowerCase() });
    expect(await closureOf(city, id)).toMatchObject({ state: 'waiting', accountNo, targetAccountNo });
    await settleAt(id, sixthMs);
    expect(await balancesOf(targetAccountNo)).toMatchObject({ cash: 20_000 });
    const own = await newAccount(city, { accountNo: newAccountNo() });
    const itself = await closeAccount(city, { accountNo: own, targetAccountNo: own.toLowerCase() });
    expect(await closureOf(city, itself)).toMatchObject({ state: 'refused', refusalCode: 'targetIsSelf' });
  });

  test('a closed account is not closed again, an open one beside it is', async () => {
    const [accountNo, other] = [await newAccount(city), await newAccount(city)];
    await closeAccount(city, { accountNo });
    expect(await closureOf(city, await closeAccount(city, { accountNo }))).toMatchObject({ state: 'refused', refusalCode: 'accountClosed', open: false });
    expect(await closureOf(city, await closeAccount(city, { accountNo: other }))).toMatchObject({ state: 'waiting' });
  });

  test.each<[string, Parameters<typeof closeAccount>[1] | object, Parameters<typeof closeAccount>[2], string]>([
    ['the account does not exist', { accountNo: 'no-such-account' }, {}, 'accountUnknown'],
    ['the customer was not there in person', { identityChecked: false }, {}, 'identityNotChecked'],
    ['somebody who serves nobody at a counter asks', {}, { uid: 't-qjp-handler-1' }, 'notYours'],
    ['the other operator’s outlet asks', {}, { uid: 'p-ha-huaicheng-manager-1' }, 'accountUnknown'],
    ['the target is unknown', { targetAccountNo: 'no-such-account' }, {}, 'targetUnknown'],
  ])('turned away, told and not lost: %s', async (_what, wish, options, code) => {
    const accountNo = await newAccount(city);
    const id = await closeAccount(city, { accountNo, ...wish }, options);
    expect(await closureOf(city, id)).toMatchObject({ state: 'refused', refusalCode: code, open: false, nextDueAtMs: null });
    expect(await accountOf(city, accountNo)).toMatchObject({ state: 'open', hold: null });
    expect(await toldOf(id)).toEqual([`${options?.uid ?? clerk}: closureRefused`]);
  });

  test('ORG-4: a clerk who was suspended while it was on its way closes nothing, one who was not does', async () => {
    const [accountNo, other] = [await newAccount(city), await newAccount(city)];
    const [id, otherId] = [await writeClosure(city, { accountNo }), await writeClosure(city, { accountNo: other }, { uid: manager })];
    await city.changeStaff(clerk, { active: false });
    for (const one of [id, otherId]) await receiveClosure(city.host, one);
    expect(await closureOf(city, id)).toMatchObject({ state: 'refused', refusalCode: 'notActive' });
    expect(await closureOf(city, otherId)).toMatchObject({ state: 'waiting' });
  });
});

/** CLO-2, row by row: what became of the cash, the recharge cards and the promotional credit on the 6th. */
const rows: { kind: ClosureKind; account: AccountKind; cashChoice: 'refund' | 'transfer' | null; cash: string; rechargeCard: string }[] = [
  { kind: 'asked', account: 'goTone', cashChoice: 'transfer', cash: 'target', rechargeCard: 'target' },
  { kind: 'asked', account: 'goTone', cashChoice: 'refund', cash: 'customer', rechargeCard: 'target' },
  { kind: 'asked', account: 'prepaid', cashChoice: 'transfer', cash: 'target', rechargeCard: 'target' },
  { kind: 'arrears', account: 'goTone', cashChoice: null, cash: 'lapsed', rechargeCard: 'lapsed' },
  { kind: 'expired', account: 'prepaid', cashChoice: 'transfer', cash: 'target', rechargeCard: 'target' },
];

describe('CLO-2: every row of the table from the counter to the 6th', () => {
  test.each(rows)('$kind, $account, cash by $cashChoice: cash goes to the $cash, cards to the $rechargeCard', async (row) => {
    const accountNo = await newAccount(city, { kind: row.account, openingFen: balances });
    const targetAccountNo = await newAccount(city, { openingFen: { cash: 0 } });
    const id = await closeAccount(city, { accountNo, kind: row.kind, cashChoice: row.cashChoice, targetAccountNo });
    if (row.cash === 'customer') await actOnRefund(city, closureRefundId(id), payers.clerk, { type: 'execute' });
    expect(await settleAt(id, sixthMs)).toMatchObject({ state: 'settled' });
    expect(await balancesOf(accountNo)).toEqual(nothing);
    expect(await balancesOf(targetAccountNo)).toEqual({
      cash: row.cash === 'target' ? balances.cash : 0,
      rechargeCard: row.rechargeCard === 'target' ? balances.rechargeCard : 0,
      promotional: 0,
    });
    const credited = await Promise.all(['cash', 'rechargeCard', 'promotional'].map((bucket) => city.firestore.doc(`ledger/closure-${id}-${bucket}`).get()));
    const where = credited.map((posting) => String((posting.get('legs') as { account: string }[] | undefined)?.at(1)?.account));
    const names = { target: `customer:${targetAccountNo}`, customer: 'company:cashDesk', lapsed: 'company:lapsed' } as Record<string, string>;
    expect(where.map((account) => account.replace(/:(cash|rechargeCard|promotional)$/, ''))).toEqual([
      names[row.cash],
      names[row.rechargeCard],
      names['lapsed'],
    ]);
  });

  test.each<[string, AccountKind, ClosureKind, 'refund' | 'transfer' | null, string]>([
    ['a prepaid account’s cash is not paid out', 'prepaid', 'asked', 'refund', 'choiceNotAllowed'],
    ['an account in arrears leaves no choice', 'goTone', 'arrears', 'transfer', 'choiceNotAllowed'],
    ['a prepaid account has no arrears', 'prepaid', 'arrears', null, 'closureNotForAccount'],
    ['a postpaid account does not expire', 'goTone', 'expired', 'transfer', 'closureNotForAccount'],
  ])('what the table does not have is turned away: %s', async (_what, account, kind, cashChoice, code) => {
    const accountNo = await newAccount(city, { kind: account });
    expect(await closureOf(city, await closeAccount(city, { accountNo, kind, cashChoice }))).toMatchObject({ state: 'refused', refusalCode: code });
    expect(await accountOf(city, accountNo)).toMatchObject({ state: 'open' });
  });

  test('arrears: what the customer owes becomes the operator’s claim, what is left of cards lapses', async () => {
    const accountNo = await newAccount(city, { kind: 'goTone', openingFen: { cash: -2500, rechargeCard: 100 } });
    const id = await closeAccount(city, { accountNo, kind: 'arrears', cashChoice: null, identityChecked: false });
    expect(await settleAt(id, sixthMs)).toMatchObject({ state: 'settled' });
    expect(await balancesOf(accountNo)).toEqual(nothing);
    expect((await city.firestore.doc(`ledger/closure-${id}-cash`).get()).get('legs')).toMatchObject([
      { account: 'company:arrears', amountFen: 2500 },
      { account: `customer:${accountNo}:cash` },
    ]);
  });

  test('expired: without the customer in person it is held; a target named in person lets it move', async () => {
    const accountNo = await newAccount(city);
    const targetAccountNo = await newAccount(city, { openingFen: { cash: 0 } });
    const id = await closeAccount(city, { accountNo, kind: 'expired', targetAccountNo, identityChecked: false });
    expect(await settleAt(id, sixthMs)).toMatchObject({ state: 'held', holdReason: 'identityNotChecked' });
    expect(await actOnClosure(city, id, clerk, { type: 'changeTarget', targetAccountNo, identityChecked: true })).toEqual(applied);
    expect(await settleAt(id, sixthMs + 1)).toMatchObject({ state: 'settled' });
    expect(await balancesOf(targetAccountNo)).toMatchObject({ cash: 10_000 });
  });

  test('an account on which nothing is left needs no target', async () => {
    const id = await closeAccount(city, { accountNo: await newAccount(city, { openingFen: { cash: 0, promotional: 500 } }) });
    expect(await settleAt(id, sixthMs)).toMatchObject({
      state: 'settled',
      lines: [{ state: 'empty' }, { state: 'empty' }, { state: 'posted', amountFen: 500 }],
    });
  });

  test('the cash is paid out at the counter of the clerk before the 6th or after it, and only then is the closure over', async () => {
    for (const isPaidFirst of [true, false]) {
      city.host.clockMs = morningMs;
      const accountNo = await newAccount(city, { kind: 'goTone', openingFen: balances });
      const id = await closeAccount(city, { accountNo, cashChoice: 'refund', targetAccountNo: await newAccount(city) });
      expect(await refundOf(city, closureRefundId(id))).toMatchObject({ state: 'approved', amountFen: 4500, closureId: id });
      const pay = () => actOnRefund(city, closureRefundId(id), payers.clerk, { type: 'execute' });
      const before = isPaidFirst ? await pay() : null;
      expect(await settleAt(id, sixthMs)).toMatchObject(isPaidFirst ? { state: 'settled' } : { state: 'waiting', nextDueAtMs: null });
      expect(await accountOf(city, accountNo)).toMatchObject({ hold: isPaidFirst ? null : { closureId: id }, balancesFen: { rechargeCard: 0 } });
      expect(before ?? (await pay())).toEqual(applied);
      expect(await closureOf(city, id)).toMatchObject({ state: 'settled', open: false });
      expect(await accountOf(city, accountNo)).toMatchObject({ hold: null, balancesFen: nothing });
      expect(await actOnRefund(city, closureRefundId(id), payers.other, { type: 'execute' })).toEqual(refusedAs('alreadyDecided'));
    }
  });
});

describe('CLO-3: a target that is bad on the day holds the transfer, and a person is told', () => {
  const spoil: Record<string, (target: string) => Promise<unknown>> = {
    targetClosed: (target) => closeAccount(city, { accountNo: target }),
    targetBlocked: (target) => city.firestore.doc(`accounts/${target}`).update({ state: 'blocked' }),
    targetUnknown: (target) => city.firestore.doc(`accounts/${target}`).update({ pack: 'post' }),
  };
  const mend: Record<string, (target: string) => Promise<unknown>> = {
    targetBlocked: (target) => city.firestore.doc(`accounts/${target}`).update({ state: 'open' }),
    targetUnknown: (target) => city.firestore.doc(`accounts/${target}`).update({ pack: 'telecom' }),
  };

  test.each(['targetClosed', 'targetBlocked', 'targetUnknown'])(
    '%s: held with that reason, tried daily, never dropped, and moved to another target',
    async (reason) => {
      const [accountNo, bad, good] = [await newAccount(city), await newAccount(city), await newAccount(city)];
      const id = await closeAccount(city, { accountNo, targetAccountNo: bad });
      await spoil[reason]?.(bad);
      for (let day = 0; day < 4; day += 1) {
        city.host.clockMs = sixthMs + day * dayMs;
        await doDue(city.host);
        expect(await closureOf(city, id)).toMatchObject({ state: 'held', holdReason: reason, holdCount: day + 1, nextDueAtMs: sixthMs + (day + 1) * dayMs });
      }
      expect(await toldOf(id)).toEqual([
        ...Array.from({ length: 4 }, () => `${clerk}: closureHeld`),
        ...Array.from({ length: 4 }, () => `${manager}: closureHeld`),
      ]);
      expect(await accountOf(city, accountNo)).toMatchObject({ hold: { closureId: id }, balancesFen: { cash: 10_000 } });
      expect(await actOnClosure(city, id, clerk, { type: 'changeTarget', targetAccountNo: good, identityChecked: true })).toEqual(applied);
      await doDue(city.host);
      expect(await closureOf(city, id)).toMatchObject({ state: 'settled', holdReason: null });
      expect(await balancesOf(good)).toMatchObject({ cash: 20_000 });
      expect(await balancesOf(bad)).toMatchObject({ cash: 10_000 });
      await mend[reason]?.(bad);
    },
  );

  test('without a target it is held, also where the other operator has an account of the number that was named', async () => {
    const accountNo = await newAccount(city);
    const id = await closeAccount(city, { accountNo });
    expect(await settleAt(id, sixthMs)).toMatchObject({ state: 'held', holdReason: 'targetMissing' });
    const post = await newAccount(city);
    await city.firestore.doc(`accounts/${post}`).update({ pack: 'post' });
    const change = (targetAccountNo: string) => actOnClosure(city, id, clerk, { type: 'changeTarget', targetAccountNo, identityChecked: true });
    expect(await change(post)).toEqual(refusedAs('targetUnknown'));
    expect(await change('no-such-account')).toEqual(refusedAs('targetUnknown'));
    expect(await change(accountNo)).toEqual(refusedAs('targetIsSelf'));
    expect(await change(await newAccount(city))).toEqual(applied);
    await city.firestore.doc(`accounts/${post}`).update({ pack: 'telecom' });
  });

  test('ORG-4: where the outlet’s head was suspended, the next one up is told', async () => {
    await city.changeStaff(manager, { active: false });
    const id = await closeAccount(city, { accountNo: await newAccount(city) });
    await settleAt(id, sixthMs);
    expect(await toldOf(id)).toEqual([`${outletLadder.head}: closureHeld`, `${clerk}: closureHeld`]);
  });

  test('a blocked target that opens again takes what was held at the next try, without anybody doing anything', async () => {
    const [accountNo, target] = [await newAccount(city), await newAccount(city)];
    const id = await closeAccount(city, { accountNo, targetAccountNo: target });
    await spoil['targetBlocked']?.(target);
    expect(await settleAt(id, sixthMs)).toMatchObject({ state: 'held' });
    await mend['targetBlocked']?.(target);
    city.host.clockMs = sixthMs + dayMs - 1;
    await doDue(city.host);
    expect(await closureOf(city, id)).toMatchObject({ state: 'held' });
    city.host.clockMs = sixthMs + dayMs;
    await doDue(city.host);
    expect(await closureOf(city, id)).toMatchObject({ state: 'settled' });
    expect(await balancesOf(target)).toMatchObject({ cash: 20_000 });
  });
});

describe('CLO-3: the customer may change the target until the day before', () => {
  const change = (id: string, targetAccountNo: string, uid: string = clerk) =>
    actOnClosure(city, id, uid, { type: 'changeTarget', targetAccountNo, identityChecked: true });

  test('in the last millisecond of the 5th they may, on the 6th at 00:00 no more', async () => {
    const [first, second, third] = [await newAccount(city), await newAccount(city), await newAccount(city)];
    const id = await closeAccount(city, { accountNo: await newAccount(city), targetAccountNo: first });
    city.host.clockMs = sixthMs - 1;
    expect(await change(id, second)).toEqual(applied);
    city.host.clockMs = sixthMs;
    expect(await change(id, third)).toEqual(refusedAs('changeTooLate'));
    expect(await settleAt(id, sixthMs)).toMatchObject({ state: 'settled', targetAccountNo: second });
    expect(await change(id, third)).toEqual(refusedAs('notInThisState'));
    expect(await Promise.all([first, second, third].map(balancesOf))).toMatchObject([{ cash: 10_000 }, { cash: 20_000 }, { cash: 10_000 }]);
  });

  test('only somebody at a counter takes it down, and saying it twice changes nothing', async () => {
    const target = await newAccount(city);
    const id = await closeAccount(city, { accountNo: await newAccount(city) });
    expect(await change(id, target, 't-qjp-handler-1')).toEqual(refusedAs('notYours'));
    expect(await change(id, target, manager)).toEqual({ outcome: 'applied', seq: 2 });
    expect(await change(id, target)).toEqual({ outcome: 'applied', seq: 2 });
  });

  test('an entry that comes before its closure was taken in has it taken in first', async () => {
    const [accountNo, target] = [await newAccount(city), await newAccount(city)];
    const id = await writeClosure(city, { accountNo });
    expect(await change(id, target)).toEqual({ outcome: 'applied', seq: 2 });
    expect(await closureOf(city, id)).toMatchObject({ state: 'waiting', targetAccountNo: target, lines: [{}, {}, {}] });
  });

  test('what is no command is refused and changes nothing', async () => {
    const id = await closeAccount(city, { accountNo: await newAccount(city) });
    const entryId = await writeClosureEntry(city, id, clerk, { type: 'changeTarget', targetAccountNo: await newAccount(city), identityChecked: true });
    await city.firestore.doc(`closures/${id}/journal/${entryId}`).update({ 'payload.identityChecked': false });
    expect(await actOnClosure(city, id, clerk, { type: 'changeTarget', targetAccountNo: await newAccount(city), identityChecked: true })).toEqual(applied);
    await applyClosureEntry(city.host, id, entryId);
    expect((await city.firestore.doc(`closures/${id}/journal/${entryId}`).get()).data()).toMatchObject({
      outcome: 'refused',
      reason: { code: 'invalidEntry' },
    });
  });
});

test('the figures are the pack’s: with another day of the month the next closure moves on that day, one that waits keeps its own', async () => {
  const telecom = city.told.packs.find(({ id }) => id === 'telecom') as Pack;
  const waiting = await closeAccount(city, { accountNo: await newAccount(city), targetAccountNo: await newAccount(city) });
  const version = 'telecom-2099.1';
  await city.firestore.doc(`policies/${version}`).set({ ...telecom, version, closures: { ...telecom.closures, transferDay: 16 } });
  await city.firestore.doc('policies/current').update({ telecom: version });
  city.host = city.newHost();
  const id = await closeAccount(city, { accountNo: await newAccount(city), targetAccountNo: await newAccount(city) });
  await city.firestore.doc('policies/current').update({ telecom: telecom.version });
  expect((await closureOf(city, id)).transferAtMs).toBe(startOfDayMs(addDays('2026-12-06', 10)));
  expect((await closureOf(city, waiting)).transferAtMs).toBe(sixthMs);
});

test('CLO-6: a former owner can still complain of the time when the number was theirs', async () => {
  const customerPhone = '13905179901';
  const accountNo = await newAccount(city, { customerPhone });
  const id = await closeAccount(city, { accountNo, targetAccountNo: await newAccount(city) });
  await settleAt(id, sixthMs);
  const { id: complaintId } = await takeIn(city, { phone: customerPhone, homeRegion: '320826' });
  expect((await city.firestore.doc(`complaints/${complaintId}`).get()).data()).toMatchObject({ state: 'assigned', handlerUid: 't-ls-handler-1' });
});
