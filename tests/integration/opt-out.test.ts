import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { optOutWrites, recordOfTyped } from '../../functions/src/telling/opt-out.ts';
import { openCity, type TestCity } from '../support/city.ts';
import { newPhone } from '../support/recorder.ts';

let city: TestCity;

beforeAll(async () => {
  city = await openCity(inject('firestore').host, 'opt-out');
});
afterAll(() => city.close());

test('TEL-4: what a customer has said themselves nobody takes back for them; what staff have noted for them staff may', async () => {
  const record = await recordOfTyped({ host: city.host, reader: city.host.store }, 'telecom', newPhone());
  if (!record) throw new Error('no key can be made');
  const byStaff = { way: 'staff', byUid: 't-qjp-handler-1' } as const;
  for (const way of ['reply', 'page'] as const) {
    const out = { ...record, optOut: { way, atMs: 1, byUid: null } };
    expect(optOutWrites({ host: city.host }, out, { ...byStaff, isOut: false })).toEqual([]);
    expect(optOutWrites({ host: city.host }, out, { way: 'page', byUid: null, isOut: false })).toHaveLength(1);
  }
  const noted = { ...record, optOut: { ...byStaff, atMs: 1 } };
  expect(optOutWrites({ host: city.host }, noted, { ...byStaff, isOut: false })).toHaveLength(1);
  expect(optOutWrites({ host: city.host }, record, { ...byStaff, isOut: true })).toHaveLength(1);
});
