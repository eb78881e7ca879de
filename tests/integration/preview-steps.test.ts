import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, inject, test } from 'vitest';
import { previewDue } from '../../functions/src/schedules/preview-due.ts';
import { openCity, type TestCity } from '../support/city.ts';
import { act, takeIn } from '../support/recorder.ts';
import { clearComplaints, complaintOf, runSteps, shanghai, stepsOf } from '../support/steps.ts';

const lianshui = { homeRegion: '320826' };
const handler = 't-ls-handler-1';
const head = 't-ls-head-1';
let city: TestCity;

beforeAll(async () => {
  city = await openCity(inject('firestore').host, 'preview-steps');
});
beforeEach(() => {
  city.host = city.newHost();
});
afterEach(async () => {
  await city.restoreStaff();
  await clearComplaints(city.firestore);
});
afterAll(() => city.close());

describe('the schedule’s dry run says of complaints what it would do, and does nothing', () => {
  test('who would be told, get it, or be passed over; and why nothing would be done', async () => {
    const told = await takeIn(city, lianshui);
    const repeat = await takeIn(city, { ...lianshui, tier: 'goTone' });
    await act(city, repeat.id, handler, { type: 'accept' });
    await city.firestore.doc(`complaints/${repeat.id}`).update({ flags: ['repeat'] });
    const waiting = await takeIn(city, lianshui);
    await act(city, waiting.id, handler, { type: 'accept' });
    await act(city, waiting.id, handler, { type: 'awaitCustomer', reason: '等客户', untilAtMs: shanghai('2026-11-20T18:00:00') });
    const network = await takeIn(city, { category: 'T04-01', urgency: 'normal' });
    const broken = await takeIn(city, lianshui);
    await city.firestore.doc(`complaints/${broken.id}`).update({ clocks: { plan: 'x' } });
    await city.changeStaff(head, { onDuty: false });
    const before = await complaintOf(city, told.id);
    const atMs = shanghai('2026-11-21T09:00:00');
    const items = (await previewDue(city.host, { unitId: 't-city' }, atMs)).filter(({ kind }) => kind === 'complaint');
    const of = (id: string) => items.filter((item) => item.id === id).map(({ would, skip, step, to, passedOver }) => ({ would, skip, step, to, passedOver }));
    const service = city.staff('t-service-head-1').name;
    const onLeave = { post: 'unitHead', reason: 'onLeave' };
    const itsHandler = city.staff(handler).name;
    expect(of(told.id)).toEqual([
      { would: 'tell', skip: null, step: 'sla-accept-1', to: itsHandler, passedOver: [] },
      { would: 'tell', skip: null, step: 'sla-accept-2', to: service, passedOver: [onLeave] },
    ]);
    expect(of(repeat.id)).toEqual([
      { would: 'tell', skip: null, step: 'sla-reply-1', to: itsHandler, passedOver: [] },
      { would: 'reassign', skip: null, step: 'sla-reply-2', to: service, passedOver: [] },
    ]);
    expect(of(waiting.id)).toEqual([{ would: 'endWait', skip: null, step: 'sla-wait-1', to: itsHandler, passedOver: [] }]);
    expect(of(network.id)).toContainEqual({ would: 'dispatch', skip: null, step: 'sla-dispatch-1', to: null, passedOver: [] });
    expect(of(broken.id)).toEqual([{ would: null, skip: 'failing', step: null, to: null, passedOver: [] }]);
    expect(items.map(({ dueAtMs }) => dueAtMs)).toEqual(items.map(({ dueAtMs }) => dueAtMs).sort((one, other) => one - other));
    expect(await complaintOf(city, told.id)).toEqual(before);
    await city.firestore.doc(`complaints/${broken.id}`).delete();
    await runSteps(city, atMs);
    expect(Object.keys(await stepsOf(city, told.id)).sort()).toEqual(['sla-accept-1', 'sla-accept-2']);
    expect(await complaintOf(city, repeat.id)).toMatchObject({ handlerName: service });
  });

  test('SLA-4: asked at night, it leaves to the morning what the night holds up, and says of the next night what it does until then', async () => {
    const { id } = await takeIn(city, lianshui);
    city.host.clockMs = shanghai('2026-11-20T23:00:00');
    const [night] = await previewDue(city.host, { unitId: 't-ls' }, shanghai('2026-11-21T02:00:00'));
    expect(night).toMatchObject({ kind: 'complaint', id, would: null, skip: 'quietHours' });
    const items = await previewDue(city.host, { unitId: 't-ls' }, shanghai('2026-11-21T23:00:00'));
    expect(items.map(({ dueAtMs, would, skip, step }) => ({ dueAtMs, would, skip, step }))).toEqual([
      { dueAtMs: shanghai('2026-11-21T08:00:00'), would: 'tell', skip: null, step: 'sla-accept-1' },
      { dueAtMs: shanghai('2026-11-21T08:00:00'), would: 'tell', skip: null, step: 'sla-accept-2' },
      { dueAtMs: shanghai('2026-11-21T20:59:00'), would: 'tell', skip: null, step: 'sla-reply-1' },
    ]);
    await runSteps(city, shanghai('2026-11-21T08:00:00'));
    await runSteps(city, shanghai('2026-11-21T21:00:00'));
    expect(Object.keys(await stepsOf(city, id)).sort(), 'as it said').toEqual(['sla-accept-1', 'sla-accept-2', 'sla-reply-1']);
  });

  test('before its time nothing is due; and what one’s unit does not see is not shown', async () => {
    await takeIn(city, lianshui);
    expect(await previewDue(city.host, { unitId: 't-ls' }, shanghai('2026-11-20T10:58:00'))).toEqual([]);
    expect(await previewDue(city.host, { unitId: 't-ha' }, shanghai('2026-11-21T09:00:00'))).toEqual([]);
  });
});
