import { afterAll, afterEach, beforeAll, beforeEach, expect, inject, test } from 'vitest';
import { openCity, type TestCity } from '../support/city.ts';
import { act, takeIn } from '../support/recorder.ts';
import { clearComplaints, complaintOf, shanghai } from '../support/steps.ts';

const lianshui = { homeRegion: '320826' };
const handler = 't-ls-handler-1';
let city: TestCity;

beforeAll(async () => {
  city = await openCity(inject('firestore').host, 'pack-version');
});
beforeEach(() => {
  city.host = city.newHost();
});
afterEach(async () => {
  await city.restoreStaff();
  await clearComplaints(city.firestore);
});
afterAll(() => city.close());

test('a complaint keeps the version that it was taken in under, where the phone’s does not exist: the one in force that day, whatever comes into force later', async () => {
  const { id } = await takeIn(city, { ...lianshui, spoilt: { packVersion: 'telecom-1999.7' } });
  const known = await takeIn(city, lianshui);
  expect(await complaintOf(city, id)).toMatchObject({ packVersion: 'telecom-2026.1' });
  const pack = (await city.firestore.doc('policies/telecom-2026.1').get()).data() as { tiers: { replyHours: number }[] };
  await city.firestore
    .doc('policies/telecom-2026.9')
    .set({ ...pack, version: 'telecom-2026.9', tiers: pack.tiers.map((tier) => ({ ...tier, replyHours: 1 })) });
  await city.firestore.doc('policies/current').update({ telecom: 'telecom-2026.9' });
  await act(city, id, handler, { type: 'correct', category: 'T01-05', tier: 'ordinary', urgency: null, need: null, reason: '归类有误' });
  expect(await complaintOf(city, id)).toMatchObject({ packVersion: 'telecom-2026.1', dueAt: shanghai('2026-11-22T08:59:00') });
  expect(await complaintOf(city, known.id)).toMatchObject({ packVersion: 'telecom-2026.1' });
  const today = await takeIn({ ...city, host: city.newHost() }, { ...lianshui, spoilt: { packVersion: 'telecom-1999.7' } });
  expect(await complaintOf(city, today.id)).toMatchObject({ packVersion: 'telecom-2026.9' });
  await city.firestore.doc('policies/current').update({ telecom: 'telecom-2026.1' });
});
