import { randomBytes, randomUUID } from 'node:crypto';
import type { CustomerRecording } from '@shouwen/domain/complaint/intake/customer-recording';
import { statusIdOf } from '@shouwen/domain/customer/contact-key';
import { findProof } from '@shouwen/domain/customer/proof-of-work';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, inject, test } from 'vitest';
import { checkAttachment } from '../../functions/src/attachment/check-attachment.ts';
import { giveChallenge, leastBits, type WorkDone } from '../../functions/src/customer/look-up-tries.ts';
import type { Host } from '../../functions/src/host.ts';
import { addCustomerPhoto } from '../../functions/src/intake/add-customer-photo.ts';
import { takeRecordingOfCustomer } from '../../functions/src/intake/take-recording-of-customer.ts';
import { readGrounds } from '../../functions/src/refund/read-grounds.ts';
import { morningMs, openCity, type TestCity } from '../support/city.ts';
import { receiveComplaint } from '../support/delivering.ts';
import { meteredStore } from '../support/metered-store.ts';
import { jpeg } from '../support/photos.ts';
import { act, newPhone, openStatus, takeIn } from '../support/recorder.ts';
import { repetitions } from '../support/repetitions.ts';

let city: TestCity;

beforeAll(async () => {
  city = await openCity(inject('firestore').host, 'customer-recording');
});
beforeEach(async () => {
  city.host = city.newHost();
  await city.firestore.recursiveDelete(city.firestore.collection('throttles'));
});
afterEach(() => city.restoreStaff());
afterAll(() => city.close());

const home = { address: '1.2.3.4', edge: '151.101.1.1' };
const from = (index: number) => ({ address: `10.1.${Math.floor(index / 250)}.${index % 250}`, edge: home.edge });

function typed(wanted: Partial<CustomerRecording> = {}): CustomerRecording {
  return {
    id: randomUUID(),
    token: randomBytes(16).toString('base64url'),
    pack: 'telecom',
    channel: 'web',
    name: '潘素云',
    phone: newPhone(),
    what: '这个月多扣了一笔代收费，没有订过。',
    occurredAtMs: morningMs - 3_600_000,
    asks: ['refund'],
    group: 'T01',
    mailItem: '',
    mailService: null,
    ...wanted,
  };
}

async function worked(host: Host = city.host): Promise<WorkDone> {
  const challenge = await giveChallenge(host, leastBits);
  return { challenge, nonce: Number(findProof(challenge, leastBits, 0, 10_000_000)) };
}

const send = async (written: CustomerRecording, caller = home) => takeRecordingOfCustomer(city.host, written, caller, await worked());

async function takenIn(written: CustomerRecording, caller = home) {
  const recorded = await send(written, caller);
  await receiveComplaint(city.host, written.id);
  return { recorded, complaint: (await city.firestore.doc(`complaints/${written.id}`).get()).data() ?? {} };
}

describe('REC-5: a customer records by themselves, without an account', () => {
  test.each([2_000, 7 * 60_000, 400 * 86_400_000])(
    'TIME: a phone that is %i ms fast keeps nobody from it: what happened had happened when it was told',
    async (aheadMs) => {
      const { recorded, complaint } = await takenIn(typed({ occurredAtMs: city.host.nowMs() + aheadMs }));
      expect(recorded.outcome).toBe('recorded');
      expect(complaint['occurredAtMs']).toBeLessThanOrEqual(city.host.nowMs());
    },
  );

  test('it counts as recorded: owned by the desk on duty, handled, marked as unverified, on its page; number and promise are there at once', async () => {
    const written = typed();
    const { recorded, complaint } = await takenIn(written);
    expect(recorded).toMatchObject({ outcome: 'recorded', number: complaint['number'] });
    expect(complaint).toMatchObject({ state: 'assigned', channel: 'web', flags: expect.arrayContaining(['unverified']), receivingUnitId: 't-cc' });
    expect(city.staff(String(complaint['ownerUid']))).toMatchObject({ unitId: 't-cc', onDuty: true });
    expect(recorded).toHaveProperty('promisedAtMs', (complaint['dueAt'] as { toMillis(): number }).toMillis());
    expect((await openStatus(city, statusIdOf(written.token))).status).toBe(200);
    expect(JSON.stringify(complaint)).not.toContain(written.phone);
  });

  test('sent twice it is one, and costs nothing the second time; somebody else cannot send under its id', async () => {
    const written = typed();
    const first = await send(written);
    expect(await takeRecordingOfCustomer(city.host, written, home, null)).toEqual(first);
    expect(await takeRecordingOfCustomer(city.host, { ...written, token: randomBytes(16).toString('base64url') }, home, await worked())).toEqual({
      outcome: 'taken',
    });
  });

  test('each takes work, and work is good for one', async () => {
    const proof = await worked();
    expect(await takeRecordingOfCustomer(city.host, typed(), home, null)).toEqual({ outcome: 'prove' });
    expect(await takeRecordingOfCustomer(city.host, typed(), home, proof)).toMatchObject({ outcome: 'recorded' });
    expect(await takeRecordingOfCustomer(city.host, typed(), home, proof)).toEqual({ outcome: 'prove' });
  });

  test('of what is missing the page’s own fields are named, and a number is taken however it is typed', async () => {
    expect(await send(typed({ phone: '12', what: ' ', asks: [], group: 'X99', name: '' }))).toEqual({
      outcome: 'incomplete',
      missing: ['phone', 'name', 'what', 'group', 'asks'],
    });
    expect(await send(typed({ phone: '＋８６ １３９ ０５２３ ４５６７' }))).toMatchObject({ outcome: 'recorded' });
  });

  test('where nobody is at the desk, whoever heads it owns it: never nobody (OWN-1)', async () => {
    const people = city.told.staff.filter(({ unitId, role }) => unitId === 't-cc' && ['hotlineAgent', 'hotlineDutyLeader'].includes(role));
    for (const { uid } of people) await city.changeStaff(uid, { onDuty: false });
    const { complaint } = await takenIn(typed());
    const head = (await city.host.reference.units()).get('t-cc')?.headUid;
    expect(complaint['ownerUid']).toBe(head);
  });
});

describe('RET-2: strangers at the public page', () => {
  test('from one place so many a day are taken, and then none, whatever is typed', async () => {
    const outcomes: string[] = [];
    for (let index = 0; index < repetitions(1_000, 24); index += 1) outcomes.push((await send(typed())).outcome);
    expect(outcomes.filter((outcome) => outcome === 'recorded')).toHaveLength(20);
    expect(outcomes.slice(20).every((outcome) => outcome === 'tooMany')).toBe(true);
    city.host.clockMs += 24 * 3_600_000;
    expect(await send(typed())).toMatchObject({ outcome: 'recorded' });
  });

  test('for one number five a day, from wherever and however it is spelt', async () => {
    const phone = newPhone();
    const spelt = [phone, `+86${phone}`, phone.replace(/^(...)(....)/, '$1 $2 '), `86-${phone}`, phone, phone];
    const outcomes: string[] = [];
    for (const [index, number] of spelt.entries()) outcomes.push((await send(typed({ phone: number }), from(index))).outcome);
    expect(outcomes).toEqual([...Array.from({ length: 5 }, () => 'recorded'), 'tooMany']);
  });

  test('a foreign number reveals nothing: the answer is the same, and what there was is linked on the server alone (ATT-2)', async () => {
    const phone = newPhone();
    const known = await takeIn(city, { phone, category: 'T01-01', capturedAtMs: morningMs - 3_600_000 });
    const shape = (answer: object) => Object.keys(answer).sort();
    const [ofKnown, ofUnknown] = [typed({ phone, what: '话费扣错了' }), typed({ what: '话费扣错了' })];
    const [first, second] = [await takenIn(ofKnown), await takenIn(ofUnknown)];
    expect(shape(first.recorded)).toEqual(shape(second.recorded));
    expect(JSON.stringify(first.recorded)).not.toContain(known.recording.number);
    const page = await openStatus(city, statusIdOf(ofKnown.token));
    expect(page.text).not.toContain(known.recording.number);
    expect(page.text).not.toContain(known.id);
  });

  test('before somebody has reached them nothing is refunded; then it may be', async () => {
    const written = typed();
    const { complaint } = await takenIn(written);
    const owner = String(complaint['ownerUid']);
    const requester = city.staff(owner);
    const key = { ofRefunds: 'k1_any' } as unknown as Parameters<typeof readGrounds>[3];
    expect(await readGrounds(city.host.store, written.id, requester, key)).toBe('numberUnverified');
    await act(city, written.id, owner, { type: 'contactAttempt', result: 'noAnswer', text: '', nextSlotAtMs: null });
    expect(await readGrounds(city.host.store, written.id, requester, key)).toBe('numberUnverified');
    await act(city, written.id, owner, { type: 'contactAttempt', result: 'reached', text: '', nextSlotAtMs: null });
    expect(await readGrounds(city.host.store, written.id, requester, key)).toBe('causeNotConfirmed');
    expect((await city.firestore.doc(`complaints/${written.id}`).get()).get('flags')).not.toContain('unverified');
  });
});

describe('what dies half way', () => {
  test('and is sent again is one complaint, counted once', async () => {
    const counting = meteredStore(city.host.store);
    await takeRecordingOfCustomer(city.newHost(counting), typed(), from(100), await worked());
    for (let operation = 1; operation <= counting.operations.length; operation += 1) {
      for (const when of ['at', 'after'] as const) {
        await city.firestore.recursiveDelete(city.firestore.collection('throttles'));
        const written = typed();
        const breaking = meteredStore(city.host.store, { operation, when, isDeath: true });
        await takeRecordingOfCustomer(city.newHost(breaking), written, home, await worked()).catch(() => null);
        expect(await send(written), `broken ${when} ${operation}`).toMatchObject({ outcome: 'recorded' });
        const counts = (await city.firestore.collection('throttles').get()).docs.map((document) => Number(document.get('count') ?? 0));
        expect(Math.max(...counts), `broken ${when} ${operation}`).toBe(1);
      }
    }
  });
});

describe('photos of the customer’s', () => {
  const photo = (content: string) => ({ contentType: 'image/jpeg' as const, bytes: jpeg({ width: content.charCodeAt(0) }), width: 4, height: 4 });

  test('there are as many as may be, each once, and they are looked at as all are; without a page there are none', async () => {
    const written = typed();
    expect(await addCustomerPhoto(city.host, statusIdOf(written.token), photo('early'))).toEqual({ outcome: 'noPage' });
    await takenIn(written);
    const add = (content: string) => addCustomerPhoto(city.newHost(), statusIdOf(written.token), photo(content));
    const outcomes = await Promise.all(['a', 'b', 'c', 'a', 'd', 'e', 'f', 'g'].map(add));
    expect(outcomes.filter(({ outcome }) => outcome === 'added').length).toBeGreaterThanOrEqual(5);
    const there = await city.firestore.collection(`complaints/${written.id}/attachments`).get();
    expect(there.size).toBe(5);
    expect(await add('h')).toEqual({ outcome: 'full' });
    for (const { id } of there.docs) await checkAttachment(city.host, written.id, id);
    const checked = await city.firestore.collection(`complaints/${written.id}/attachments`).get();
    expect(new Set(checked.docs.map((document) => document.get('check') as string))).toEqual(new Set(['passed']));
  });

  test('what is no photo is refused and takes no place', async () => {
    const written = typed();
    await takenIn(written);
    const added = await addCustomerPhoto(city.host, statusIdOf(written.token), { ...photo('x'), bytes: Buffer.from('MZ no picture') });
    expect(added).toMatchObject({ outcome: 'refused' });
    expect((await city.firestore.collection(`complaints/${written.id}/attachments`).get()).size).toBe(0);
  });
});
