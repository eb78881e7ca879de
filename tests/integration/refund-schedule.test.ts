import { dayMs, hourMs } from '@shouwen/domain/calendar/day';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, inject, test } from 'vitest';
import { previewDue } from '../../functions/src/schedules/preview-due.ts';
import { releaseWork } from '../../functions/src/schedules/release-work.ts';
import { sweepOnce } from '../../functions/src/schedules/sweep.ts';
import { readBooks, toldOf } from '../support/books.ts';
import { morningMs, openCity, type TestCity } from '../support/city.ts';
import { actOnRefund, refundOf } from '../support/money-entries.ts';
import { outletLadder, payers } from '../support/money-people.ts';
import { askForRefund, complaintWithCause } from '../support/money-requests.ts';
import { redelivered } from '../support/redelivery.ts';
import { doDue } from '../support/delivering.ts';
import { shanghai } from '../support/steps.ts';

const { clerk, manager, head, leader } = outletLadder;
const standIn = 't-qjp-shuidukou-manager-1';
const handler = 't-qjp-handler-1';
const approve = { type: 'approve', isBatch: false } as const;
const applied = expect.objectContaining({ outcome: 'applied' });
const refusedAs = (code: string) => expect.objectContaining({ outcome: 'refused', reason: expect.objectContaining({ code }) });
let city: TestCity;

beforeAll(async () => {
  city = await openCity(inject('firestore').host, 'refund-schedule');
});
beforeEach(() => {
  city.host = city.newHost();
});
afterEach(async () => {
  await city.restoreStaff();
  const open = await city.firestore.collection('refunds').where('open', '==', true).get();
  await Promise.all(open.docs.map((refund) => refund.ref.update({ open: false, approverUids: [], nextDueAt: null })));
});
afterAll(() => city.close());

interface Asked {
  id: string;
  complaintId: string;
}

async function asked(amountFen: number): Promise<Asked> {
  const { id: complaintId } = await complaintWithCause(city);
  return { id: await askForRefund(city, complaintId, { amountFen }), complaintId };
}

/** Lets the schedule run when the step has been open for so long. */
async function runAfter(afterMs: number) {
  city.host.clockMs = morningMs + afterMs;
  return doDue(city.host);
}

// Asked on Friday at nine: four hours of work are over at three, eight on Monday at ten; a day of work on Monday at nine.
const remindAfterMs = 6 * hourMs;
const moveUpAfterMs = 3 * dayMs + hourMs;
const nextWorkingDayMs = 3 * dayMs;

/** The product's own entries about a refund, in their order. */
async function stepsOf(id: string): Promise<unknown[]> {
  const entries = await city.firestore.collection(`refunds/${id}/journal`).where('actor.kind', '==', 'system').get();
  return entries.docs
    .map((entry) => ({ type: entry.get('type'), seq: Number(entry.get('seq')), did: entry.get('payload.did') }))
    .sort((one, other) => one.seq - other.seq)
    .map(({ type, did }) => [type, ...did].join(' '));
}

const told = async ({ complaintId }: Asked) => toldOf(await readBooks(city.firestore, complaintId)).filter((line) => line.includes(': refund'));
const nameDeputy = (uid: string, deputyUid: string, fromMs = morningMs, untilMs = morningMs + dayMs) =>
  city.changeStaff(uid, { deputy: { uid: deputyUid, fromMs, untilMs } });

describe('REF-6: a step that sits is reminded, then goes to the next superior', () => {
  test('after four hours of work a reminder, after eight the head is asked, and neither a millisecond before nor twice', async () => {
    const refund = await asked(20_000);
    expect(await runAfter(remindAfterMs - 1)).toEqual({ done: 0, failed: 0 });
    expect(await runAfter(remindAfterMs)).toEqual({ done: 1, failed: 0 });
    expect(await told(refund)).toEqual([`${manager}: refundNeedsYou`, `${manager}: refundReminder`]);
    expect(await runAfter(moveUpAfterMs - 1)).toEqual({ done: 0, failed: 0 });
    expect(await refundOf(city, refund.id)).toMatchObject({ approverUids: [manager], reminderCount: 1 });
    expect(await stepsOf(refund.id)).toEqual(['receive received chainWorkedOut stepOpened', 'stepDue reminded']);
  });

  test('the superior’s word is enough, the lower post’s comes too late', async () => {
    const { id } = await asked(90_000);
    await runAfter(remindAfterMs);
    await runAfter(moveUpAfterMs);
    expect(await refundOf(city, id)).toMatchObject({ approverUids: [head], steps: [{ state: 'movedUp' }, { state: 'open' }] });
    expect(await actOnRefund(city, id, manager, approve)).toEqual(refusedAs('notYours'));
    expect(await actOnRefund(city, id, head, approve)).toEqual(applied);
    expect(await refundOf(city, id)).toMatchObject({ state: 'approved' });
  });

  test('days late it goes straight up, with one entry, and the requester hears of it', async () => {
    const refund = await asked(90_000);
    expect(await runAfter(4 * dayMs)).toEqual({ done: 1, failed: 0 });
    expect(await refundOf(city, refund.id)).toMatchObject({ approverUids: [head], reminderCount: 0, nextDueAtMs: shanghai('2026-11-24 15:00') });
    expect(await stepsOf(refund.id)).toEqual(['receive received chainWorkedOut stepOpened', 'stepDue movedUp stepOpened']);
    expect(await told(refund)).toEqual(
      [`${manager}: refundMovedUp`, `${manager}: refundNeedsYou`, `${clerk}: refundMovedUp`, `${head}: refundNeedsYou`].sort(),
    );
  });

  test('the last post is reminded each working day, and nothing approves by itself', async () => {
    const { id } = await asked(20_000);
    // Over a weekend, on which it sits and nobody is asked.
    for (const days of [1, 2, 3, 4, 5, 6, 7]) await runAfter(days * dayMs);
    expect(await refundOf(city, id)).toMatchObject({ state: 'awaitingApproval', steps: [{ state: 'open', decidedByUid: null }], reminderCount: 5 });
    expect(await actOnRefund(city, id, manager, approve)).toEqual(applied);
  });

  test('three runs at once remind once and move up once', async () => {
    const refund = await asked(90_000);
    for (const afterMs of [remindAfterMs, moveUpAfterMs]) {
      const hosts = Array.from({ length: 3 }, () => Object.assign(city.newHost(), { clockMs: morningMs + afterMs }));
      await Promise.all(hosts.map((host) => redelivered(() => doDue(host))));
    }
    expect(await stepsOf(refund.id)).toEqual(['receive received chainWorkedOut stepOpened', 'stepDue reminded', 'stepDue movedUp stepOpened']);
    expect((await told(refund)).filter((line) => line.startsWith(manager))).toEqual([
      `${manager}: refundMovedUp`,
      `${manager}: refundNeedsYou`,
      `${manager}: refundReminder`,
    ]);
  });

  test('what is approved and not paid reminds both clerks', async () => {
    const refund = await asked(10_000);
    await runAfter(moveUpAfterMs);
    expect((await told(refund)).filter((line) => line.endsWith('refundReminder'))).toEqual([
      `${payers.clerk}: refundReminder`,
      `${payers.other}: refundReminder`,
    ]);
    expect(await refundOf(city, refund.id)).toMatchObject({ state: 'approved' });
  });

  test('ORG-4: a step whose holder left and of whom no event told goes to the head at the next thing due', async () => {
    const { id } = await asked(20_000 + 20_000);
    await city.changeStaff(manager, { unitId: 't-qjp-shuidukou' });
    await runAfter(remindAfterMs);
    expect(await refundOf(city, id)).toMatchObject({ approverUids: [head], steps: [{ state: 'movedUp', holderUids: [] }, { state: 'open' }] });
    expect(await actOnRefund(city, id, head, approve)).toEqual(applied);
  });

  test('ORG-4: a question to a requester who left goes back to whoever asked it; one who is there is reminded', async () => {
    const [gone, there] = [await asked(20_000), await asked(20_000)];
    for (const { id } of [gone, there]) expect(await actOnRefund(city, id, manager, { type: 'askMore', reason: '请补充账单' })).toEqual(applied);
    await runAfter(nextWorkingDayMs);
    expect(await refundOf(city, there.id)).toMatchObject({ state: 'awaitingAnswer', reminderCount: 1 });
    await city.changeStaff(clerk, { active: false });
    await runAfter(nextWorkingDayMs + dayMs);
    expect(await refundOf(city, gone.id)).toMatchObject({ state: 'awaitingApproval', approverUids: [manager], question: { text: '请补充账单' } });
    expect(await actOnRefund(city, gone.id, manager, { type: 'refuse', reason: '无人补充' })).toEqual(applied);
  });
});

describe('REF-6: nobody is timed while nobody is at work', () => {
  test.each([
    ['asked at two minutes to ten in the evening, a reminder in the afternoon and not at 05:58', '2026-11-23 21:58', '2026-11-24 05:58', '2026-11-24 14:30'],
    ['asked on Friday after work, none on Saturday', '2026-11-20 17:50', '2026-11-21 10:00', '2026-11-23 14:30'],
  ])('%s', async (_says, at, notAt, then) => {
    city.host.clockMs = shanghai(at);
    const { id } = await asked(20_000);
    const run = (moment: string) => redelivered(() => doDue(Object.assign(city.newHost(), { clockMs: shanghai(moment) })));
    await run(notAt);
    expect(await refundOf(city, id)).toMatchObject({ reminderCount: 0, state: 'awaitingApproval' });
    await run(then);
    expect(await refundOf(city, id)).toMatchObject({ reminderCount: 1, state: 'awaitingApproval' });
  });
});

describe('the schedule’s dry run plays forward to the chosen moment, and does nothing', () => {
  const seen = async (id: string, moment: string) =>
    (await previewDue(city.host, { unitId: 't-city' }, shanghai(moment)))
      .filter((item) => item.id === id)
      .map(({ would, skip, dueAtMs }) => [would ?? skip, dueAtMs]);

  test('asked at night what will have been done by the next evening, it tells of the morning’s reminder and of the superior', async () => {
    const { id } = await asked(90_000);
    city.host.clockMs = shanghai('2026-11-20 23:00');
    expect(await seen(id, '2026-11-20 23:30')).toEqual([['remind', shanghai('2026-11-20 15:00')]]);
    expect(await seen(id, '2026-11-24 20:00')).toEqual([
      ['remind', shanghai('2026-11-20 15:00')],
      ['moveUp', shanghai('2026-11-23 10:00')],
      ['remind', shanghai('2026-11-23 16:00')],
    ]);
    expect(await refundOf(city, id)).toMatchObject({ reminderCount: 0, state: 'awaitingApproval', approverUids: [manager] });
  });
});

describe('REF-6: a deputy decides in somebody’s name', () => {
  test('one named before is asked with the holder, and it is on record for whom they decided', async () => {
    await nameDeputy(manager, standIn);
    const refund = await asked(20_000);
    expect(await refundOf(city, refund.id)).toMatchObject({ approverUids: [manager, standIn] });
    expect(await told(refund)).toContain(`${standIn}: refundNeedsYou`);
    expect(await actOnRefund(city, refund.id, standIn, approve)).toEqual(applied);
    expect(await refundOf(city, refund.id)).toMatchObject({ steps: [{ decidedByUid: standIn, forUid: manager, forName: city.staff(manager).name }] });
    expect(await actOnRefund(city, refund.id, payers.clerk, { type: 'execute' })).toEqual(applied);
  });

  test('one named while the step is open is asked at once, and its clock goes on', async () => {
    const refund = await asked(20_000);
    city.host.clockMs = morningMs + hourMs;
    await nameDeputy(manager, standIn);
    expect(await releaseWork(city.host, manager)).toBe(1);
    expect(await releaseWork(city.host, manager)).toBe(0);
    expect(await refundOf(city, refund.id)).toMatchObject({
      approverUids: [manager, standIn],
      nextDueAtMs: morningMs + remindAfterMs,
      dueAtMs: morningMs + moveUpAfterMs,
    });
    expect(await told(refund)).toEqual([`${standIn}: refundNeedsYou`, `${manager}: refundNeedsYou`].sort());
    expect(await actOnRefund(city, refund.id, standIn, approve)).toEqual(applied);
  });

  test('one whose naming is taken back is asked no more and decides nothing; the holder does', async () => {
    await nameDeputy(manager, standIn);
    const { id } = await asked(20_000);
    await city.changeStaff(manager, { deputy: null });
    await releaseWork(city.host, manager);
    expect(await refundOf(city, id)).toMatchObject({ approverUids: [manager] });
    expect(await actOnRefund(city, id, standIn, approve)).toEqual(refusedAs('notYours'));
    expect(await actOnRefund(city, id, manager, approve)).toEqual(applied);
  });

  test('to the last millisecond of their days they decide, one after it not', async () => {
    await nameDeputy(manager, standIn, morningMs, morningMs + hourMs);
    const [inTime, late] = [await asked(20_000), await asked(20_000)];
    city.host.clockMs = morningMs + hourMs;
    expect(await actOnRefund(city, inTime.id, standIn, approve)).toEqual(applied);
    city.host.clockMs += 1;
    expect(await actOnRefund(city, late.id, standIn, approve)).toEqual(refusedAs('notYours'));
  });

  test('the holder hands it to the deputy of these days, and to nobody without one', async () => {
    const refund = await asked(20_000);
    expect(await actOnRefund(city, refund.id, manager, { type: 'handToDeputy' })).toEqual(refusedAs('noDeputy'));
    await nameDeputy(manager, standIn);
    expect(await actOnRefund(city, refund.id, standIn, { type: 'handToDeputy' })).toEqual(refusedAs('noDeputy'));
    expect(await actOnRefund(city, refund.id, manager, { type: 'handToDeputy' })).toEqual(applied);
    expect(await told(refund)).toContain(`${standIn}: refundHandedToYou`);
    expect(await refundOf(city, refund.id)).toMatchObject({ approverUids: [manager, standIn] });
    expect(await actOnRefund(city, refund.id, standIn, approve)).toEqual(applied);
  });

  test('REF-3: whoever asked, or decided before, stands in for nobody', async () => {
    await nameDeputy(manager, clerk);
    await nameDeputy(head, manager);
    const refund = await asked(90_000);
    expect(await refundOf(city, refund.id)).toMatchObject({ approverUids: [manager] });
    expect(await actOnRefund(city, refund.id, clerk, approve)).toEqual(refusedAs('ownRequest'));
    expect(await actOnRefund(city, refund.id, manager, approve)).toEqual(applied);
    expect(await refundOf(city, refund.id)).toMatchObject({ approverUids: [head] });
    expect(await actOnRefund(city, refund.id, manager, { type: 'refuse', reason: '反悔' })).toEqual(refusedAs('twoSteps'));
    expect(await actOnRefund(city, refund.id, head, approve)).toEqual(applied);
  });
});

describe('ORG-4: whoever is asked and cannot decide any more does not keep it', () => {
  test.each([
    ['is suspended', { active: false }],
    ['moves to another outlet', { unitId: 't-qjp-shuidukou' }],
    ['gets another job', { role: 'outletClerk' as const }],
  ])('a manager who %s: the head is asked at once, and a second look changes nothing', async (_what, changes) => {
    const refund = await asked(90_000);
    await city.changeStaff(manager, changes);
    expect(await releaseWork(city.host, manager)).toBe(1);
    expect(await releaseWork(city.newHost(), manager)).toBe(0);
    expect(await refundOf(city, refund.id)).toMatchObject({ approverUids: [head], steps: [{ state: 'movedUp', holderUids: [] }, { state: 'open' }] });
    expect(await stepsOf(refund.id)).toEqual(['receive received chainWorkedOut stepOpened', 'refreshHolders holdersChanged movedUp stepOpened']);
    expect(await told(refund)).toContain(`${head}: refundNeedsYou`);
  });

  test('the sweep finds what a suspended manager was asked, even if no event told of it', async () => {
    const { id } = await asked(90_000);
    await city.changeStaff(manager, { active: false });
    expect(await sweepOnce(city.host)).toMatchObject({ released: 1 });
    expect(await refundOf(city, id)).toMatchObject({ approverUids: [head] });
  });

  test('a head who left while the manager had it is not waited for: their successor is asked', async () => {
    const { id } = await asked(90_000);
    await city.changeStaff(head, { unitId: 't-hy' });
    await city.changeStaff(handler, { role: 'unitHead' });
    await releaseWork(city.host, head);
    expect(await actOnRefund(city, id, manager, approve)).toEqual(applied);
    await runAfter(0);
    expect(await refundOf(city, id)).toMatchObject({ state: 'awaitingApproval', approverUids: [handler], dueAtMs: morningMs + moveUpAfterMs });
    expect(await actOnRefund(city, id, handler, approve)).toEqual(applied);
  });

  test('with nobody left at the last post the chain is worked out anew', async () => {
    const { id } = await asked(90_000);
    await actOnRefund(city, id, manager, approve);
    await city.changeStaff(head, { active: false });
    expect(await releaseWork(city.host, head)).toBe(1);
    expect(await refundOf(city, id)).toMatchObject({ state: 'awaitingApproval', approverUids: [manager] });
    expect((await refundOf(city, id)).steps.map(({ holderUids }) => holderUids)).toEqual([[manager], [leader]]);
  });
});
