import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, inject, test } from 'vitest';
import { openCity, type TestCity } from '../support/city.ts';
import { newPhone, takeIn } from '../support/recorder.ts';
import { clearComplaints, complaintOf } from '../support/steps.ts';

const lianshui = { homeRegion: '320826' };
const handler = 't-ls-handler-1';
const head = 't-ls-head-1';
let city: TestCity;

beforeAll(async () => {
  city = await openCity(inject('firestore').host, 'level-up');
});
beforeEach(() => {
  city.host = city.newHost();
});
afterEach(async () => {
  await city.restoreStaff();
  await clearComplaints(city.firestore);
});
afterAll(() => city.close());

/** Who has it, where, and why. */
async function placed(id: string): Promise<Record<string, unknown>> {
  const { handlerUid, handlingUnitId, poolHeadUid, flags } = await complaintOf(city, id);
  const route: unknown = (await city.firestore.doc(`complaints/${id}/journal/assigned`).get()).get('payload.route');
  return { handlerUid, handlingUnitId, poolHeadUid, flags, route };
}

describe('ATT-4: a matter that comes again goes above those who had it', () => {
  test('to the head of the unit, and the third time to those above the head', async () => {
    const phone = newPhone();
    const first = await takeIn(city, { ...lianshui, phone });
    expect(await placed(first.id)).toMatchObject({ handlerUid: handler, route: 'homeRegion' });
    const second = await takeIn(city, { ...lianshui, phone });
    expect(await placed(second.id)).toEqual({ handlerUid: head, handlingUnitId: 't-ls', poolHeadUid: null, flags: ['repeat'], route: 'levelUp' });
    const third = await takeIn(city, { ...lianshui, phone });
    expect(await placed(third.id)).toMatchObject({ handlerUid: 't-cc-director-1', handlingUnitId: 't-cc', route: 'levelUp' });
  });

  test('another category of the same customer, or the same of another customer, is no repeat and stays with the handlers', async () => {
    const phone = newPhone();
    await takeIn(city, { ...lianshui, phone });
    const other = await takeIn(city, { ...lianshui, phone, category: 'T01-05' });
    const stranger = await takeIn(city, lianshui);
    expect(await placed(other.id)).toMatchObject({ handlerUid: handler, route: 'homeRegion' });
    expect(await placed(stranger.id)).toMatchObject({ handlerUid: handler, route: 'homeRegion' });
  });

  test('TIME, ATT-2: a repeat is one also from a phone whose clock is ten years wrong; a complaint of three months ago is none', async () => {
    const tenYearsMs = 3652 * 86_400_000;
    const phone = newPhone();
    const first = await takeIn(city, { ...lianshui, phone, capturedAtMs: city.host.nowMs() + tenYearsMs });
    const second = await takeIn(city, { ...lianshui, phone, capturedAtMs: city.host.nowMs() - tenYearsMs });
    expect((await complaintOf(city, second.id))['repeatOf']).toEqual([first.id]);
    const other = newPhone();
    const longAgoMs = city.host.nowMs() - 90 * 86_400_000;
    await takeIn(city, { ...lianshui, phone: other, capturedAtMs: longAgoMs, receivedAtMs: longAgoMs });
    expect((await complaintOf(city, (await takeIn(city, { ...lianshui, phone: other })).id))['repeatOf']).toEqual([]);
  });

  test('ORG-4: past a head on leave, further up', async () => {
    const phone = newPhone();
    await takeIn(city, { ...lianshui, phone });
    await city.changeStaff(head, { onDuty: false });
    const second = await takeIn(city, { ...lianshui, phone });
    expect(await placed(second.id)).toMatchObject({ handlerUid: 't-cc-director-1', handlingUnitId: 't-cc', route: 'levelUp' });
  });

  test('with no head there at all it goes where it would have gone: never nobody', async () => {
    const phone = newPhone();
    await takeIn(city, { ...lianshui, phone });
    for (const uid of [head, 't-cc-director-1', 't-leader-1']) await city.changeStaff(uid, { onDuty: false });
    const second = await takeIn(city, { ...lianshui, phone });
    expect(await placed(second.id)).toMatchObject({ handlerUid: handler, route: 'homeRegion', flags: ['repeat'] });
  });

  test('what repeats a complaint that nobody had goes to the handlers as ever', async () => {
    const phone = newPhone();
    await city.changeStaff(handler, { onDuty: false });
    const first = await takeIn(city, { ...lianshui, phone });
    expect(await placed(first.id)).toMatchObject({ handlerUid: null, poolHeadUid: head });
    await city.restoreStaff();
    const second = await takeIn(city, { ...lianshui, phone });
    expect(await placed(second.id)).toMatchObject({ handlerUid: handler, route: 'homeRegion', flags: ['repeat'] });
  });
});
