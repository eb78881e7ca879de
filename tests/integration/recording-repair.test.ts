import { clockToleranceMs } from '@shouwen/domain/kernel/moment';
import { randomBytes, randomUUID } from 'node:crypto';
import { pageWithoutLink } from '@shouwen/domain/complaint/intake/recording';
import { statusIdOf } from '@shouwen/domain/customer/contact-key';
import { numberOf } from '@shouwen/domain/kernel/number';
import { afterAll, beforeAll, beforeEach, describe, expect, inject, test } from 'vitest';
import { documentOf } from '../../functions/src/adapters/firestore-store.ts';
import { readBooks } from '../support/books.ts';
import { morningMs, openCity, type TestCity } from '../support/city.ts';
import { receiveComplaint } from '../support/delivering.ts';
import { newPhone, record, takeIn, type Wanted } from '../support/recorder.ts';

const dayMs = 86_400_000;
const hourMs = 3_600_000;
let city: TestCity;

beforeAll(async () => {
  city = await openCity(inject('firestore').host, 'recording-repair');
});
beforeEach(() => {
  city.host = city.newHost();
});
afterAll(() => city.close());

async function taken(wanted: Wanted) {
  const recorded = await takeIn(city, wanted);
  const { complaint } = await readBooks(city.firestore, recorded.id);
  return { ...recorded, complaint: complaint ?? {} };
}

describe('REC-4: a mistake of ours never loses a complaint', () => {
  test('one that fits is not flagged', async () => {
    expect((await taken({})).complaint).toMatchObject({ flags: [], state: 'assigned' });
  });

  test('an unknown category becomes “other”, to be checked, and is assigned all the same', async () => {
    expect((await taken({ spoilt: { category: 'T88-88' } })).complaint).toMatchObject({
      category: 'T99-01',
      flags: ['needs-check'],
      state: 'assigned',
      handlingUnitId: 't-qjp',
    });
  });

  test('an unknown tier becomes the ordinary one', async () => {
    const { complaint } = await taken({ spoilt: { tier: 'platinum' } });
    expect(complaint).toMatchObject({ tier: 'ordinary', flags: ['needs-check'], dueAt: morningMs - 60_000 + 48 * hourMs });
  });

  test('a wrong mask and number are worked out anew', async () => {
    const phone = newPhone();
    const { id, complaint } = await taken({
      phone,
      spoilt: { contactLast4: '0000', number: '00000-00000-0', contactMasked: { name: '?', phone: '?' } },
    });
    expect(complaint).toMatchObject({
      contactLast4: phone.slice(-4),
      number: numberOf(id),
      contactMasked: { name: '王**', phone: `${phone.slice(0, 3)}****${phone.slice(-4)}` },
      flags: ['needs-check'],
    });
  });

  test('one that came without its contact is assigned, to be checked', async () => {
    expect((await taken({ withContact: false })).complaint).toMatchObject({ flags: ['needs-check'], state: 'assigned' });
  });

  test('REC-2: a letter without a number is taken in and marked; nothing stands for its customer, and it repeats nothing', async () => {
    const letter: Wanted = { phone: '', isWithoutNumber: true, channel: 'letter' };
    const first = await taken(letter);
    const second = await taken(letter);
    for (const { id, complaint } of [first, second]) {
      expect(complaint).toMatchObject({ flags: ['no-number'], state: 'assigned', contactLast4: '', contactMasked: { phone: '' }, repeatOf: [] });
      expect((await readBooks(city.firestore, id)).key).toBeNull();
    }
    expect((await taken({ ...letter, channel: 'outlet' })).complaint).toMatchObject({ flags: ['needs-check'] });
  });

  test('one under a pack version that nobody knows is taken in under the one in force', async () => {
    expect((await taken({ spoilt: { packVersion: 'telecom-1999.9' } })).complaint).toMatchObject({ state: 'assigned', tier: 'ordinary', category: 'T01-01' });
  });

  test('a phone that names the other operator’s version does not change what that version means', async () => {
    await taken({ recorderUid: 'p-qjp-huaihai-clerk-1', spoilt: { packVersion: 'telecom-2026.1' } });
    expect((await taken({ tier: 'vip' })).complaint).toMatchObject({ category: 'T01-01', tier: 'vip', flags: ['important'] });
  });
});

describe('OWN-1: a page that shows another complaint is never overwritten', () => {
  const pageOf = async (statusId: string) => (await city.firestore.doc(`status/${statusId}`).get()).data();

  test('not by a complaint that names its id, with a contact that does not parse or with none', async () => {
    const victim = await taken({});
    const { statusId } = victim.complaint as { statusId: string };
    const before = await pageOf(statusId);
    for (const spoiltContact of [{ token: 'too short' }, { token: 7 }, null]) {
      const thief = await record(city, { spoilt: { statusId }, withContact: false });
      if (spoiltContact) await city.firestore.doc(`complaints/${thief.id}/private/contact`).set({ ...thief.contact, ...spoiltContact });
      await receiveComplaint(city.host, thief.id);
      const { complaint } = await readBooks(city.firestore, thief.id);
      expect(complaint).toMatchObject({ state: 'assigned', statusId: pageWithoutLink(thief.id), flags: ['needs-check'] });
      expect(await pageOf(pageWithoutLink(thief.id))).toMatchObject({ complaintId: thief.id });
    }
    expect(await pageOf(statusId)).toEqual(before);
  });

  test('not by one that brings its very secret, whether its event or the sweep takes it in', async () => {
    const token = randomBytes(16).toString('base64url');
    const victim = await taken({ token });
    const before = await pageOf(statusIdOf(token));
    expect(before).toMatchObject({ complaintId: victim.id });
    for (const isKnown of [true, false]) {
      const thief = await record(city, { token });
      const known = documentOf(await city.firestore.doc(`complaints/${thief.id}`).get()) ?? undefined;
      await receiveComplaint(city.host, thief.id, isKnown ? known : undefined);
      expect((await readBooks(city.firestore, thief.id)).complaint).toMatchObject({ state: 'assigned', statusId: pageWithoutLink(thief.id) });
    }
    expect(await pageOf(statusIdOf(token))).toEqual(before);
  });

  test('one with a name that nobody sees keeps the page that its link leads to, and is to be checked', async () => {
    const token = randomBytes(16).toString('base64url');
    const { id } = await record(city, { token, name: '\u3164\u2800' });
    await receiveComplaint(city.host, id);
    expect((await readBooks(city.firestore, id)).complaint).toMatchObject({ statusId: statusIdOf(token), flags: ['needs-check'] });
    expect(await pageOf(statusIdOf(token))).toMatchObject({ complaintId: id });
  });
});

describe('TIME: it counts from when it was recorded, as far as that can be believed', () => {
  test('recorded offline two days ago: from then', async () => {
    const capturedAtMs = morningMs - 2 * dayMs;
    expect((await taken({ capturedAtMs })).complaint).toMatchObject({
      flags: [],
      clocks: { startAtMs: capturedAtMs, startTrusted: true },
      dueAt: capturedAtMs + 48 * hourMs,
    });
  });

  test('a phone whose clock is known to be ten years off is corrected', async () => {
    const offsetMs = 3650 * dayMs;
    const { complaint } = await taken({ capturedAtMs: morningMs - hourMs - offsetMs, clockOffsetMs: offsetMs });
    expect(complaint).toMatchObject({ flags: [], clocks: { startAtMs: morningMs - hourMs, startTrusted: true } });
  });

  test.each([
    ['ten years slow', -3650 * dayMs],
    ['ten years fast', 3650 * dayMs],
    ['an hour outside the trust window', -73 * hourMs],
    ['further ahead of the arrival than two right clocks are apart', clockToleranceMs + 1],
  ])('a phone whose clock is %s without knowing: from arrival, and marked', async (_what, offMs) => {
    const { complaint } = await taken({ capturedAtMs: morningMs + offMs });
    expect(complaint).toMatchObject({ flags: ['clock-untrusted'], clocks: { startAtMs: morningMs, startTrusted: false }, dueAt: morningMs + 48 * hourMs });
  });

  test('as far ahead as two right clocks may be apart: believed', async () => {
    const { complaint } = await taken({ capturedAtMs: morningMs + clockToleranceMs });
    expect(complaint).toMatchObject({ flags: [], clocks: { startTrusted: true } });
  });

  test('SLA-3: working days beyond the published calendar are counted, and flagged', async () => {
    const receivedAtMs = Date.parse('2026-12-31T10:00:00+08:00');
    const { complaint } = await taken({ category: 'T12-01', receivedAtMs, capturedAtMs: receivedAtMs - 1000 });
    expect(complaint).toMatchObject({ flags: ['calendar-not-covered'], clocks: { rule: 'SLA-3', calendarCovered: false } });
  });
});

describe('ATT-2: a repeat is found again on the server', () => {
  test('the same customer about the same matter within thirty days: flagged and linked', async () => {
    const phone = newPhone();
    const first = await taken({ phone, capturedAtMs: morningMs - 20 * dayMs, receivedAtMs: morningMs - 20 * dayMs });
    const second = await taken({ phone });
    expect(second.complaint).toMatchObject({ flags: ['repeat'], repeatOf: [first.id] });
    expect(first.complaint).toMatchObject({ flags: [], repeatOf: [] });
  });

  test('one that the recorder named and that is still on its way counts; one that turns out to be another customer’s does not', async () => {
    const stranger = await taken({});
    const awaitedId = randomUUID();
    expect((await taken({ spoilt: { earlierIds: [awaitedId] } })).complaint).toMatchObject({ flags: ['repeat'], repeatOf: [awaitedId] });
    expect((await taken({ spoilt: { earlierIds: [stranger.id] } })).complaint).toMatchObject({ flags: [], repeatOf: [] });
  });

  test('found by the number itself, whatever key a phone that was not updated has written', async () => {
    const phone = newPhone();
    const first = await taken({ phone });
    const second = await taken({ phone, spoilt: { contactKey: 'e'.repeat(40) } });
    expect(second.complaint).toMatchObject({ contactKey: null, flags: ['repeat'], repeatOf: [first.id] });
  });

  test.each<[string, Wanted, Wanted]>([
    ['another customer', { phone: '13700000001' }, { phone: '13700000002' }],
    ['another matter', { phone: '13700000003' }, { phone: '13700000003', category: 'T02-02' }],
    ['thirty-one days ago', { phone: '13700000004', capturedAtMs: morningMs - 31 * dayMs, receivedAtMs: morningMs - 31 * dayMs }, { phone: '13700000004' }],
    [
      'the other operator’s customer with the same number',
      { phone: '13700000005', recorderUid: 'p-ha-handler-1', spoilt: { category: 'T01-01' } },
      { phone: '13700000005' },
    ],
  ])('%s is no repeat', async (_what, earlier, later) => {
    await taken(earlier);
    expect((await taken(later)).complaint).toMatchObject({ flags: [], repeatOf: [] });
  });
});

describe('ATT-1 and ATT-5: what needs special attention shows as such', () => {
  test.each<[string, Wanted, string[]]>([
    ['the mayor’s hotline', { channel: 'mayorHotline' }, ['escalated']],
    ['the media', { channel: 'media' }, ['important']],
    ['a very important customer', { tier: 'vip' }, ['important']],
    ['a third party’s fee', { category: 'T01-05' }, ['regulatory-risk:third-party-service']],
    ['conduct that is never tolerated', { category: 'T02-01' }, ['red-line']],
  ])('%s', async (_what, wanted, flags) => {
    expect((await taken(wanted)).complaint).toMatchObject({ flags });
  });
});
