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
