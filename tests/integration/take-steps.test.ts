import type { StaffCommand } from '@shouwen/domain/complaint/command';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, inject, test } from 'vitest';
import { applySaid } from '../../functions/src/complaint/apply-said.ts';
import { openCity, type TestCity } from '../support/city.ts';
import { act, takeIn } from '../support/recorder.ts';
import { acceptedComplaint, clearComplaints, complaintOf, digestsIn, runSteps, shanghai, stepsOf, toldOfSteps } from '../support/steps.ts';

const teamLeader = 't-qjp-huaihai-manager-1';
const unitHead = 't-qjp-head-1';
const serviceHead = 't-service-head-1';
const leader = 't-leader-1';
const lianshui = { homeRegion: '320826' };
const handler = 't-ls-handler-1';
const answer: StaffCommand = {
  type: 'answer',
  text: '费用已核实。',
  howGiven: '次月账单减免',
  checklist: [
    { ask: 'explanation', result: 'met' },
    { ask: 'refund', result: 'met' },
  ],
};
let city: TestCity;

beforeAll(async () => {
  city = await openCity(inject('firestore').host, 'take-steps');
});
beforeEach(() => {
  city.host = city.newHost();
});
afterEach(async () => {
  await city.restoreStaff();
  await clearComplaints(city.firestore);
});
afterAll(() => city.close());

describe('SLA-6: stale complaints are raised by themselves', () => {
  test('near due the handler is told, at the end it is overdue and the outlet manager is told, then those above', async () => {
    const { id, handlerUid } = await acceptedComplaint(city);
    const due = await complaintOf(city, id);
    expect(due).toMatchObject({ dueAt: shanghai('2026-11-22T08:59:00'), nextDueAt: shanghai('2026-11-21T20:59:00') });
    expect(await runSteps(city, shanghai('2026-11-21T20:58:59'))).toMatchObject({ done: 0, failed: 0 });
    const moments: [string, string, string][] = [
      ['2026-11-21T21:00:00', handlerUid, 'nearDue'],
      ['2026-11-22T09:00:00', teamLeader, 'overdue'],
      ['2026-11-23T09:00:00', unitHead, 'raised'],
      ['2026-11-24T09:00:00', serviceHead, 'raised'],
      ['2026-11-26T09:00:00', leader, 'raised'],
    ];
    for (const [index, [moment, toldUid, telling]] of moments.entries()) {
      expect(await runSteps(city, shanghai(moment))).toMatchObject({ done: 1, failed: 0 });
      expect((await stepsOf(city, id))[`sla-reply-${index + 1}`]).toMatchObject({
        clock: 'reply',
        level: index + 1,
        toldUid,
        telling,
        passedOver: [],
      });
      expect(await complaintOf(city, id)).toMatchObject({ escalationLevel: index + 1, seq: index + 3 });
    }
    expect(await toldOfSteps(city)).toEqual(moments.map(([, uid, kind]) => `${uid}: ${kind}`).sort());
    expect((await complaintOf(city, id))['overdues']).toEqual([
      { clock: 'reply', dueAtMs: shanghai('2026-11-22T08:59:00'), cause: 'inHand', handlerUid, unitId: 't-qjp' },
    ]);
  });

  test('the same moment again does nothing, and nothing is read but the question', async () => {
    const { id } = await acceptedComplaint(city);
    await runSteps(city, shanghai('2026-11-22T09:00:00'));
    const before = await complaintOf(city, id);
    expect(await runSteps(city, shanghai('2026-11-22T09:00:00'))).toMatchObject({ done: 0, failed: 0 });
    expect(await complaintOf(city, id)).toEqual(before);
    expect(Object.keys(await stepsOf(city, id)).sort()).toEqual(['sla-reply-1', 'sla-reply-2']);
  });

  test('a run that comes late takes each step, and everybody hears of theirs in it', async () => {
    const { id, handlerUid } = await acceptedComplaint(city);
    await runSteps(city, shanghai('2026-11-24T09:00:00'));
    expect(Object.keys(await stepsOf(city, id)).sort()).toEqual(['sla-reply-1', 'sla-reply-2', 'sla-reply-3', 'sla-reply-4']);
    expect(await toldOfSteps(city)).toEqual([`${handlerUid}: overdue`, `${teamLeader}: overdue`, `${unitHead}: raised`, `${serviceHead}: raised`].sort());
  });

  test('what lies unaccepted reminds the handler, then the head of the unit', async () => {
    const { id } = await takeIn(city, lianshui);
    await runSteps(city, shanghai('2026-11-20T11:00:00'));
    await runSteps(city, shanghai('2026-11-20T13:00:00'));
    expect(await stepsOf(city, id)).toMatchObject({
      'sla-accept-1': { toldUid: handler, telling: 'acceptOverdue' },
      'sla-accept-2': { toldUid: 't-ls-head-1', telling: 'acceptOverdue' },
    });
  });

  test('an answer stops it, and one that is late says so though the schedule never ran', async () => {
    const { id, handlerUid } = await acceptedComplaint(city);
    city.host.clockMs = shanghai('2026-11-22T10:00:00');
    expect(await act(city, id, handlerUid, answer)).toMatchObject({ outcome: 'applied' });
    expect(await complaintOf(city, id)).toMatchObject({ nextDueAt: null, overdues: [{ clock: 'reply', cause: 'inHand' }], replyTime: { inTime: false } });
    expect(await runSteps(city, shanghai('2026-12-20T10:00:00'))).toMatchObject({ done: 0, failed: 0 });
  });

  test('an answer that comes between the question and the commit stands, and no step is taken beside it', async () => {
    const { id, handlerUid } = await acceptedComplaint(city);
    city.host.clockMs = shanghai('2026-11-22T09:00:00');
    const host = city.newHost();
    const { store } = host;
    host.store = {
      ...store,
      query: async (query) => {
        const found = await store.query(query);
        if (query.collection === 'complaints') await act(city, id, handlerUid, answer);
        return found;
      },
    };
    expect(await runSteps(city, city.host.clockMs, host)).toMatchObject({ done: 0, failed: 0 });
    expect(await complaintOf(city, id)).toMatchObject({ state: 'answered', seq: 3, nextDueAt: null });
    expect(await stepsOf(city, id)).toEqual({});
  });

  test('a customer who disagrees starts the clocks anew, and their steps have ids of their own', async () => {
    const { id, handlerUid, statusId } = await acceptedComplaint(city);
    await runSteps(city, shanghai('2026-11-22T09:00:00'));
    city.host.clockMs = shanghai('2026-11-22T10:00:00');
    await act(city, id, handlerUid, answer);
    await applySaid(city.host, { statusId, shown: { way: 'link' }, saidId: '1', command: { type: 'disagree', text: '仍不认可' } });
    expect(await complaintOf(city, id)).toMatchObject({ state: 'reopened', escalationLevel: 0, dueAt: shanghai('2026-11-24T10:00:00') });
    await act(city, id, handlerUid, { type: 'accept' });
    await runSteps(city, shanghai('2026-11-24T10:00:00'));
    expect(Object.keys(await stepsOf(city, id)).sort()).toEqual(['sla-reply-1', 'sla-reply-1-2', 'sla-reply-2', 'sla-reply-2-2']);
  });

  test('the customer’s page is written only if it shows something else', async () => {
    const { statusId } = await acceptedComplaint(city);
    const before = (await city.firestore.doc(`status/${statusId}`).get()).updateTime;
    await runSteps(city, shanghai('2026-11-22T09:00:00'));
    expect((await city.firestore.doc(`status/${statusId}`).get()).updateTime).toEqual(before);
  });
});

describe('SLA-6: each person is told once in a run', () => {
  test('of one complaint by name, of several by their numbers, the most pressing first', async () => {
    const late = await acceptedComplaint(city, lianshui);
    city.host.clockMs = shanghai('2026-11-20T21:30:00');
    const near = await acceptedComplaint(city, { ...lianshui, capturedAtMs: shanghai('2026-11-20T21:00:00'), receivedAtMs: city.host.clockMs });
    await runSteps(city, shanghai('2026-11-22T09:01:00'));
    const digests = await digestsIn(city.firestore);
    expect(digests).toHaveLength(2);
    expect(digests.find(({ uid }) => uid === teamLeader)).toMatchObject({ kind: 'overdue', complaintId: late.id, counts: { overdue: 1 } });
    expect(digests.find(({ uid }) => uid === handler)).toMatchObject({ kind: 'digest', counts: { overdue: 1, nearDue: 1 }, complaintIds: [late.id, near.id] });
    await runSteps(city, shanghai('2026-11-24T09:01:00'));
    const raised = (await digestsIn(city.firestore)).filter(({ uid }) => uid !== teamLeader && uid !== handler);
    expect(raised).toMatchObject([
      { uid: 't-ls-head-1', kind: 'digest', counts: { raised: 2 } },
      { uid: serviceHead, kind: 'raised', complaintId: late.id },
    ]);
  });

  test('several of one person lie in one notice', async () => {
    const ids = [await acceptedComplaint(city, lianshui), await acceptedComplaint(city, lianshui), await acceptedComplaint(city, lianshui)].map(({ id }) => id);
    await takeIn(city, lianshui);
    await runSteps(city, shanghai('2026-11-22T09:01:00'));
    const digest = (await digestsIn(city.firestore)).find(({ uid }) => uid === teamLeader);
    expect(digest).toMatchObject({ kind: 'digest', complaintId: null, counts: { overdue: 4 } });
    expect(digest?.complaintIds).toEqual(expect.arrayContaining(ids));
  });
});

describe('ORG-4: whoever is not there is passed over', () => {
  test.each([
    ['on leave', { onDuty: false }, [{ post: 'teamLeader', reason: 'onLeave' }]],
    ['suspended', { active: false }, [{ post: 'teamLeader', reason: 'vacant' }]],
    ['moved away', { unitId: 't-office' }, [{ post: 'teamLeader', reason: 'vacant' }]],
  ])('the outlet manager %s: the head of the unit is told', async (_what, changes, passedOver) => {
    const { id } = await acceptedComplaint(city);
    await city.changeStaff(teamLeader, changes);
    await runSteps(city, shanghai('2026-11-22T09:00:00'));
    expect(await stepsOf(city, id)).toMatchObject({ 'sla-reply-2': { toldUid: unitHead, toldPost: 'unitHead', passedOver } });
  });

  test('who is on leave is read anew in each run', async () => {
    const { id } = await acceptedComplaint(city);
    const { host } = await runSteps(city, shanghai('2026-11-21T21:00:00'));
    await city.changeStaff(teamLeader, { onDuty: false });
    await runSteps(city, shanghai('2026-11-22T09:00:00'), host);
    expect(await stepsOf(city, id)).toMatchObject({ 'sla-reply-2': { toldUid: unitHead } });
  });

  test('with everybody above away the step is taken, nobody but the handler is told, and that is no secret', async () => {
    const { id, handlerUid } = await acceptedComplaint(city);
    const above = city.told.staff.filter(({ role }) =>
      ['outletManager', 'hotlineDutyLeader', 'unitHead', 'departmentHead', 'centreDirector', 'companyLeader'].includes(role),
    );
    await Promise.all(above.map(({ uid }) => city.changeStaff(uid, { onDuty: false })));
    const { host, done } = await runSteps(city, shanghai('2026-11-22T09:00:00'));
    expect(done).toBe(1);
    expect(await stepsOf(city, id)).toMatchObject({ 'sla-reply-2': { toldUid: null, toldPost: null } });
    expect(await toldOfSteps(city)).toEqual([`${handlerUid}: overdue`]);
    expect(host.logged).toEqual([{ severity: 'ERROR', message: 'nobody to tell', path: `complaints/${id}` }]);
  });
});

describe('what was there before', () => {
  test('an open complaint without a plan is found by its old moment and gets one', async () => {
    const { id } = await acceptedComplaint(city);
    const document = city.firestore.doc(`complaints/${id}`);
    await document.update({ 'clocks.plan': [], nextDueAt: city.host.timestamp(shanghai('2026-11-20T11:00:00')) });
    await runSteps(city, shanghai('2026-11-20T11:00:00'));
    expect(await complaintOf(city, id)).toMatchObject({ nextDueAt: shanghai('2026-11-21T20:59:00') });
    await runSteps(city, shanghai('2026-11-22T09:00:00'));
    expect(Object.keys(await stepsOf(city, id)).sort()).toEqual(['sla-reply-1', 'sla-reply-2']);
  });
});
