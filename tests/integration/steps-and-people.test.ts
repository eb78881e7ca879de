import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, inject, test } from 'vitest';
import { openCity, type TestCity } from '../support/city.ts';
import { act, takeIn } from '../support/recorder.ts';
import { acceptedComplaint, clearComplaints, complaintOf, runSteps, shanghai, stepsOf, toldOfSteps } from '../support/steps.ts';

const clerk = 't-qjp-huaihai-clerk-1';
const teamLeader = 't-qjp-huaihai-manager-1';
const unitHead = 't-qjp-head-1';
const serviceHead = 't-service-head-1';
const lianshui = { homeRegion: '320826' };
let city: TestCity;

beforeAll(async () => {
  city = await openCity(inject('firestore').host, 'steps-and-people');
});
beforeEach(() => {
  city.host = city.newHost();
});
afterEach(async () => {
  await city.restoreStaff();
  await clearComplaints(city.firestore);
});
afterAll(() => city.close());

describe('SLA-4: nobody is disturbed at night', () => {
  const network = { category: 'T04-01', homeRegion: '320812' };

  test('at 02:00 nothing is due but what is critical, and the desk’s time passes', async () => {
    city.host.clockMs = shanghai('2026-11-20T21:30:00');
    const recorded = { capturedAtMs: city.host.clockMs, receivedAtMs: city.host.clockMs };
    const urgent = await takeIn(city, { ...network, ...recorded, urgency: 'urgent' });
    const critical = await takeIn(city, { ...network, ...recorded, urgency: 'critical' });
    const vip = await takeIn(city, { ...recorded, tier: 'vip' });
    await runSteps(city, shanghai('2026-11-21T02:00:00'));
    expect(Object.keys(await stepsOf(city, urgent.id))).toEqual(['sla-dispatch-1']);
    expect(Object.keys(await stepsOf(city, critical.id)).sort()).toEqual(['sla-accept-1', 'sla-accept-2', 'sla-dispatch-1']);
    expect(await stepsOf(city, vip.id)).toEqual({});
    expect(await toldOfSteps(city)).toEqual(['t-net-engineer-1: acceptOverdue', 't-net-head-1: acceptOverdue']);
    await runSteps(city, shanghai('2026-11-21T08:00:00'));
    expect(await stepsOf(city, vip.id)).toMatchObject({ 'sla-accept-1': { telling: 'acceptOverdue' }, 'sla-accept-2': { telling: 'acceptOverdue' } });
  });

  test('a run that comes late at night leaves what was due in the evening to the morning, and asks for it no more till then', async () => {
    const { id } = await acceptedComplaint(city);
    expect(await runSteps(city, shanghai('2026-11-22T02:00:00'))).toMatchObject({ done: 0, failed: 0 });
    expect(await stepsOf(city, id)).toEqual({});
    expect(await complaintOf(city, id)).toMatchObject({ nextDueAt: shanghai('2026-11-22T08:00:00') });
    await runSteps(city, shanghai('2026-11-22T08:00:00'));
    expect(await stepsOf(city, id)).toMatchObject({ 'sla-reply-1': { telling: 'nearDue' } });
    expect(await complaintOf(city, id)).toMatchObject({ nextDueAt: shanghai('2026-11-22T08:59:00') });
  });
});

describe('ATT-4: complaints that are hard, repeats or over our heads go at least one level up', () => {
  test.each([
    ['repeat', { flags: ['repeat'] }],
    ['over our heads', { flags: ['escalated'] }],
    ['passed around', { flags: ['passed-around'] }],
    ['reopened twice', { reopenCount: 2 }],
  ])('%s: overdue, it goes to the head of the unit', async (_what, changes) => {
    const { id, handlerUid } = await acceptedComplaint(city);
    await city.firestore.doc(`complaints/${id}`).update(changes);
    await runSteps(city, shanghai('2026-11-22T09:00:00'));
    expect(await complaintOf(city, id)).toMatchObject({ state: 'assigned', handlerUid: unitHead, handlingUnitId: 't-qjp', people: [clerk, unitHead] });
    expect(handlerUid).not.toBe(unitHead);
    const entry = await city.firestore.doc(`complaints/${id}/journal/sla-reply-2-assigned`).get();
    expect(entry.data()).toMatchObject({ type: 'assign', outcome: 'applied', payload: { handlerUid: unitHead, unitId: 't-qjp', route: 'levelUp' } });
    expect((await city.firestore.doc(`inbox/${unitHead}/items/${id}_3_assignedToYou`).get()).exists).toBe(true);
  });

  test('an ordinary one stays where it is, and a repeat that is only near due does, too', async () => {
    const ordinary = await acceptedComplaint(city);
    const near = await acceptedComplaint(city, lianshui);
    await city.firestore.doc(`complaints/${near.id}`).update({ flags: ['repeat'] });
    await runSteps(city, shanghai('2026-11-21T21:00:00'));
    await city.firestore.doc(`complaints/${near.id}`).delete();
    await runSteps(city, shanghai('2026-11-22T09:00:00'));
    expect(await complaintOf(city, ordinary.id)).toMatchObject({ handlerUid: ordinary.handlerUid, state: 'accepted' });
    expect(await city.firestore.doc(`complaints/${near.id}/journal/sla-reply-1-assigned`).get()).toMatchObject({ exists: false });
  });

  test('ORG-4: a head who goes on leave between the question and the commit does not get it; the next run knows', async () => {
    const { id, handlerUid } = await acceptedComplaint(city);
    await city.firestore.doc(`complaints/${id}`).update({ flags: ['repeat'] });
    const host = city.newHost();
    const { store } = host;
    host.store = {
      ...store,
      query: async (query) => {
        const found = await store.query(query);
        if (query.where.some(([, , value]) => value === 'unitHead')) await city.changeStaff(unitHead, { onDuty: false });
        return found;
      },
    };
    expect(await runSteps(city, shanghai('2026-11-22T09:00:00'), host)).toMatchObject({ done: 0, failed: 0 });
    expect(await complaintOf(city, id)).toMatchObject({ handlerUid });
    await runSteps(city, shanghai('2026-11-22T09:05:00'));
    expect(await complaintOf(city, id)).toMatchObject({ handlerUid: serviceHead, handlingUnitId: 't-service' });
  });
});

describe('NET-1: the desk looks first, then it goes on by itself', () => {
  const network = { category: 'T04-01', urgency: 'normal', homeRegion: '320812' } as const;
  const desk = 't-net-engineer-1';
  const engineer = 't-net-engineer-2';

  test('after the pack’s minutes it is an engineer’s who is not at the desk', async () => {
    const { id } = await takeIn(city, network);
    expect(await complaintOf(city, id)).toMatchObject({ handlerUid: desk, handlingUnitId: 't-net', preHandleUntilAtMs: shanghai('2026-11-20T09:30:00') });
    await runSteps(city, shanghai('2026-11-20T09:29:59'));
    expect(await complaintOf(city, id)).toMatchObject({ handlerUid: desk });
    await runSteps(city, shanghai('2026-11-20T09:30:00'));
    expect(await complaintOf(city, id)).toMatchObject({ handlerUid: engineer, handlingUnitId: 't-net', preHandleUntilAtMs: null, state: 'assigned' });
    expect(await stepsOf(city, id)).toMatchObject({ 'sla-dispatch-1': { telling: 'dispatched' } });
    expect((await city.firestore.doc(`complaints/${id}/journal/sla-dispatch-1-assigned`).get()).get('payload')).toMatchObject({
      handlerUid: engineer,
      route: 'dispatched',
    });
    expect(await toldOfSteps(city)).toEqual([]);
    expect((await city.firestore.doc(`inbox/${engineer}/items/${id}_2_assignedToYou`).get()).exists).toBe(true);
  });

  test('at night, too', async () => {
    city.host.clockMs = shanghai('2026-11-20T23:00:00');
    const { id } = await takeIn(city, { ...network, capturedAtMs: city.host.clockMs, receivedAtMs: city.host.clockMs });
    await runSteps(city, shanghai('2026-11-20T23:30:00'));
    expect(await complaintOf(city, id)).toMatchObject({ handlerUid: engineer });
  });

  test('with nobody at the desk it goes to the engineers at once', async () => {
    await city.changeStaff(desk, { onDuty: false });
    const { id } = await takeIn(city, network);
    expect(await complaintOf(city, id)).toMatchObject({ handlerUid: engineer, preHandleUntilAtMs: null });
  });

  test('with no engineer on duty the unit’s pool has it and its head is told: never nobody', async () => {
    await city.changeStaff(engineer, { onDuty: false });
    const { id } = await takeIn(city, network);
    await runSteps(city, shanghai('2026-11-20T09:30:00'));
    expect(await complaintOf(city, id)).toMatchObject({ handlerUid: null, handlingUnitId: 't-net', poolHeadUid: 't-net-head-1' });
  });
});

describe('what people put right moves the clocks and what the schedule does', () => {
  test('SLA-4: a time agreed with the customer is the promise, and the steps go by it', async () => {
    const { id, handlerUid } = await acceptedComplaint(city);
    await act(city, id, handlerUid, { type: 'agreeTime', untilAtMs: shanghai('2026-11-25T15:00:00'), reason: '客户出差' });
    expect(await complaintOf(city, id)).toMatchObject({ dueAt: shanghai('2026-11-25T15:00:00') });
    await runSteps(city, shanghai('2026-11-24T00:00:00'));
    expect(await stepsOf(city, id)).toEqual({});
    await runSteps(city, shanghai('2026-11-25T15:00:00'));
    expect(await stepsOf(city, id)).toMatchObject({ 'sla-reply-2': { telling: 'overdue' } });
  });

  test('SLA-5: waiting for the customer stops the clock, ends by itself, and the clock goes on', async () => {
    const { id, handlerUid, statusId } = await acceptedComplaint(city);
    await act(city, id, handlerUid, { type: 'awaitCustomer', reason: '等客户提供账单', untilAtMs: shanghai('2026-11-20T19:00:00') });
    expect(await complaintOf(city, id)).toMatchObject({ state: 'awaitingCustomer', dueAt: shanghai('2026-11-22T18:59:00') });
    await runSteps(city, shanghai('2026-11-20T19:00:00'));
    expect(await complaintOf(city, id)).toMatchObject({ state: 'inProgress', waiting: null, dueAt: shanghai('2026-11-22T18:59:00') });
    expect(await stepsOf(city, id)).toMatchObject({ 'sla-wait-1': { telling: 'waitEnded', toldUid: handlerUid } });
    expect((await city.firestore.doc(`status/${statusId}`).get()).get('state')).not.toBe('awaitingCustomer');
    expect(await toldOfSteps(city)).toEqual([`${handlerUid}: waitEnded`]);
  });

  test('OWN-2: a category of another unit takes it there, and one of the same unit leaves it with its handler', async () => {
    const { id, handlerUid } = await acceptedComplaint(city);
    const as = { type: 'correct', tier: 'ordinary', need: null, reason: '归类有误' } as const;
    await act(city, id, handlerUid, { ...as, category: 'T01-05', urgency: null });
    expect(await complaintOf(city, id)).toMatchObject({ category: 'T01-05', handlerUid, state: 'accepted' });
    await act(city, id, handlerUid, { ...as, category: 'T04-01', urgency: 'normal' });
    expect(await complaintOf(city, id)).toMatchObject({
      category: 'T04-01',
      handlerUid: 't-net-engineer-1',
      handlingUnitId: 't-net',
      clocks: { rule: 'SLA-2' },
    });
  });

  test('SLA-6: whoever asks for those above is told who that is, and the schedule does not tell them again', async () => {
    const { id, handlerUid } = await acceptedComplaint(city);
    expect(await act(city, id, handlerUid, { type: 'escalate', reason: '超出我的权限' })).toMatchObject({ outcome: 'applied' });
    expect((await city.firestore.doc(`inbox/${teamLeader}/items/${id}_3_raisedToYou`).get()).exists).toBe(true);
    await runSteps(city, shanghai('2026-11-22T09:00:00'));
    expect(Object.keys(await stepsOf(city, id))).toEqual(['sla-reply-1']);
  });
});
