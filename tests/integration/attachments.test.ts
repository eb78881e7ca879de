import { createHash, randomUUID } from 'node:crypto';
import { Timestamp } from 'firebase-admin/firestore';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { checkAttachment } from '../../functions/src/attachment/check-attachment.ts';
import { morningMs, openCity, type TestCity } from '../support/city.ts';
import { takeIn } from '../support/recorder.ts';
import { jpeg } from '../support/photos.ts';

let city: TestCity;
let complaintId: string;

beforeAll(async () => {
  city = await openCity(inject('firestore').host, 'attachments');
  complaintId = (await takeIn(city)).id;
});
afterAll(() => city.close());

async function checked(bytes: unknown, sha256?: string): Promise<Record<string, unknown>> {
  const id = randomUUID();
  const photo = city.firestore.doc(`complaints/${complaintId}/attachments/${id}`);
  const hash =
    sha256 ??
    createHash('sha256')
      .update(bytes instanceof Uint8Array ? bytes : '')
      .digest('hex');
  const at = Timestamp.fromMillis(morningMs);
  await photo.create({
    contentType: 'image/jpeg',
    bytes,
    sha256: hash,
    width: 4,
    height: 4,
    byUid: 't-ls-handler-1',
    capturedAt: at,
    receivedAt: at,
    check: 'pending',
  });
  await checkAttachment(city.host, complaintId, id);
  const { check, fault, bytes: kept } = (await photo.get()).data() ?? {};
  return { check, fault, isKept: kept !== null };
}

describe('a photo is looked at before anyone is shown it', () => {
  test('one that is what it should be passes', async () => {
    expect(await checked(jpeg())).toEqual({ check: 'passed', fault: undefined, isKept: true });
  });

  test.each([
    ['metadata that could tell where it was taken', jpeg({ segments: [{ marker: 0xe1, content: 'Exif\0\0GPS' }] }), 'metadata'],
    ['something hidden behind the picture', Buffer.concat([jpeg(), Buffer.from('PK\x03\x04')]), 'trailingContent'],
    ['a script that calls itself a picture', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'), 'notAnImage'],
    ['more pixels than a phone can open', jpeg({ width: 60_000, height: 60_000 }), 'tooManyPixels'],
    ['more bytes than may be kept', Buffer.concat([jpeg(), Buffer.alloc(716_801)]), 'tooLarge'],
    ['no bytes at all', null, 'notAnImage'],
  ])('%s: refused, and its content removed', async (_what, bytes, fault) => {
    expect(await checked(bytes)).toEqual({ check: 'refused', fault, isKept: false });
  });

  test('other bytes than the phone vouched for are refused', async () => {
    expect(await checked(jpeg(), 'f'.repeat(64))).toEqual({ check: 'refused', fault: 'differentContent', isKept: false });
  });

  test('one that has been looked at, and one that is gone, are left alone', async () => {
    const photo = city.firestore.doc(`complaints/${complaintId}/attachments/${randomUUID()}`);
    await photo.create({ bytes: Buffer.from('anything'), sha256: '', check: 'passed' });
    await checkAttachment(city.host, complaintId, photo.id);
    expect((await photo.get()).get('check')).toBe('passed');
    await expect(checkAttachment(city.host, complaintId, randomUUID())).resolves.toBeUndefined();
  });
});

describe('what one person adds does not bury what others have', () => {
  const minuteMs = 60_000;
  const [busy, other] = ['t-ls-handler-1', 't-ls-head-1'];

  /** A photo of somebody, with what its phone says of when it was taken. */
  async function added(complaint: string, byUid: string, receivedAtMs: number, capturedAtMs = receivedAtMs): Promise<string> {
    const path = `complaints/${complaint}/attachments/${randomUUID()}`;
    const bytes = jpeg();
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    const [receivedAt, capturedAt] = [Timestamp.fromMillis(receivedAtMs), Timestamp.fromMillis(capturedAtMs)];
    await city.firestore.doc(path).create({ contentType: 'image/jpeg', bytes, sha256, byUid, capturedAt, receivedAt, check: 'pending' });
    return path;
  }

  async function lookedAt(path: string): Promise<unknown[]> {
    const [, complaint = '', , id = ''] = path.split('/');
    await checkAttachment(city.host, complaint, id);
    const stored = await city.firestore.doc(path).get();
    return [stored.get('check'), stored.get('fault'), stored.get('bytes') !== null];
  }

  test('the fortieth photo of a person passes and the next does not, by when they arrived and whoever is looked at first', async () => {
    const { id } = await takeIn(city);
    const batch = city.firestore.batch();
    for (let index = 0; index < 39; index += 1)
      batch.create(city.firestore.doc(`complaints/${id}/attachments/${randomUUID()}`), {
        byUid: busy,
        receivedAt: Timestamp.fromMillis(morningMs + index * minuteMs),
        check: 'passed',
      });
    await batch.commit();
    const fortieth = await added(id, busy, morningMs + 40 * minuteMs);
    const next = await added(id, busy, morningMs + 41 * minuteMs, morningMs - 10_000 * minuteMs);
    const others = await added(id, other, morningMs + 42 * minuteMs);
    expect(await lookedAt(next), 'whatever its phone says').toEqual(['refused', 'tooMany', false]);
    expect(await lookedAt(fortieth)).toEqual(['passed', undefined, true]);
    expect(await lookedAt(others), 'of somebody else').toEqual(['passed', undefined, true]);
    expect(await lookedAt(await added((await takeIn(city)).id, busy, morningMs + 43 * minuteMs)), 'of another complaint').toEqual(['passed', undefined, true]);
  });
});
