import { createHash, randomUUID } from 'node:crypto';
import { numberOf } from '@shouwen/domain/kernel/number';
import { Moment, requestTime, type Fields } from '../support/rules-values.ts';
import type { Creation } from '../support/rules-questions.ts';
import { audienceOf, staffOf, type UnitId } from './city.ts';

/** Documents as phones write them, right in every field, after docs/contract.md. */

export const token = 'abcdefghijklmnopqrstu_';

export function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

export function newId(): string {
  return randomUUID();
}

export function newComplaint(id: string, uid: string): Fields {
  const { name, unitId, pack, audience } = staffOf(uid);
  return {
    number: numberOf(id),
    pack,
    packVersion: `${pack}-2026.1`,
    channel: 'outlet',
    category: 'T04-02',
    tier: 'standard',
    homeRegion: '320803',
    urgency: null,
    mailItem: null,
    mailService: null,
    what: '扣了三十五元，从来没有订过。',
    occurredAtMs: 1_790_000_000_000,
    asks: ['explanation', 'refund'],
    contactMasked: { name: '王*', phone: '138****0001' },
    contactLast4: '0001',
    statusId: sha256(token),
    photoCount: 1,
    earlierIds: [],
    ownerUid: uid,
    ownerName: name,
    receivingUnitId: unitId,
    recordedInUnitId: unitId,
    capturedAt: new Moment(1_790_000_100_000),
    clockOffsetMs: -1500,
    receivedAt: requestTime,
    state: 'recorded',
    open: true,
    people: [uid],
    audience,
  };
}

/** The same from a phone that was not updated: it knows no unit of capture, and sends a customer's key of the first version. */
export function newFormerComplaint(id: string, uid: string): Fields {
  const { recordedInUnitId: _unknown, ...complaint } = newComplaint(id, uid);
  return { ...complaint, contactKey: null };
}

/** The same as if it had been received by another unit than the recorder's. */
export function newComplaintFor(id: string, uid: string, unitId: UnitId): Fields {
  return { ...newComplaint(id, uid), receivingUnitId: unitId, audience: audienceOf(unitId) };
}

export function newContact(): Fields {
  return { name: '王小明', phone: '13800000001', address: '淮安市清江浦区', concerned: '', ownedUntilMs: null, token };
}

/** Both documents of a new complaint, as the phone commits them. */
export function recordingOf(id: string, complaint: Fields, contact: Fields = newContact()): Creation[] {
  return [
    { path: `complaints/${id}`, fields: complaint },
    { path: `complaints/${id}/private/contact`, fields: contact },
  ];
}

export function newEntry(uid: string): Fields {
  return {
    type: 'note',
    payload: { text: '已联系客户。' },
    actor: { kind: 'staff', uid, name: null, unitId: null },
    after: null,
    capturedAt: new Moment(1_790_000_200_000),
    clockOffsetMs: 0,
    receivedAt: requestTime,
    outcome: 'pending',
  };
}

export function newAttachment(uid: string): Fields {
  return {
    contentType: 'image/jpeg',
    bytes: new Uint8Array([0xff, 0xd8, 0xff, 0xd9]),
    sha256: sha256('photo'),
    width: 1600,
    height: 1200,
    byUid: uid,
    capturedAt: new Moment(1_790_000_300_000),
    receivedAt: requestTime,
    check: 'pending',
  };
}

export function newContactView(uid: string): Fields {
  return { uid, at: requestTime };
}

/** Days in UTC, as the first version counted them. */
export function utcDay(daysFromNow = 0): string {
  return new Date(Date.now() + daysFromNow * 86_400_000).toISOString().slice(0, 10);
}

export function contactViewId(uid: string, daysFromNow = 0): string {
  return `${uid}_${utcDay(daysFromNow)}`;
}

export function newRating(): Fields {
  return { type: 'rate', stars: 4, reasons: ['fast', 'kind'], solved: true, createdAt: requestTime, outcome: 'pending' };
}

export function newMessage(type: 'addInformation' | 'disagree'): Fields {
  return { type, text: '还没有解决。', createdAt: requestTime, outcome: 'pending' };
}

export function storedStatus(expiresAt: Moment | null = null): Fields {
  return { complaintId: 'some-complaint', number: '7K3M9-QXW2C-4', state: 'accepted', expiresAt };
}
