import telecom from '@shouwen/domain/packs/telecom.json' with { type: 'json' };
import { buildRecording, type RecordingForm } from '@shouwen/domain/complaint/intake/recording';
import { packSchema } from '@shouwen/domain/policy/pack';
import type { ShrunkPhoto } from '../device/shrunk-photo.ts';
import { newComplaint } from './complaint-content.ts';
import type { NewItem } from './contents.ts';

export const completeForm: RecordingForm = {
  name: '王桂芳',
  phone: '13800001001',
  address: '',
  channel: 'outlet',
  category: 'T01-05',
  tier: 'ordinary',
  homeRegion: '320812',
  urgency: null,
  mailItem: '',
  mailService: null,
  what: '话费里多了一笔35元代收信息费,没有订过。',
  occurredAtMs: Date.parse('2026-11-20T10:00:00+08:00'),
  asks: ['explanation', 'refund'],
};

/** A recorded complaint on its way into the queue; every call gives another one. */
export function aRecording(ownerUid: string): Extract<NewItem, { kind: 'aggregate' }> {
  const [id, token] = [crypto.randomUUID(), crypto.randomUUID().replaceAll('-', '').slice(0, 22)];
  const origin = { id, token, recorder: { uid: ownerUid, name: '周敏', unitId: 't-outlet' }, pack: packSchema.parse(telecom), capturedAtMs: Date.now() };
  const { recording, contact } = buildRecording(completeForm, { ...origin, clockOffsetMs: 0, photoCount: 0, earlierIds: [] });
  const content = newComplaint({ recording, contact, audience: ['t-outlet', 't-city'] });
  return { kind: 'aggregate', id, collection: 'complaints', aggregateId: id, content };
}

export function anEntry(complaintId: string, text: string): Extract<NewItem, { kind: 'entry' }> {
  const content = { type: 'note', payload: { text }, capturedAtMs: Date.now(), clockOffsetMs: 0 };
  return { kind: 'entry', id: crypto.randomUUID(), collection: 'complaints', aggregateId: complaintId, content };
}

export function aShrunkPhoto(): ShrunkPhoto {
  const bytes = crypto.getRandomValues(new Uint8Array(2_000));
  return { id: crypto.randomUUID(), contentType: 'image/jpeg', width: 40, height: 30, sha256: 'f'.repeat(64), capturedAtMs: Date.now(), bytes };
}

export function aPhoto(complaintId: string): Extract<NewItem, { kind: 'photo' }> {
  const { bytes, ...content } = aShrunkPhoto();
  return { kind: 'photo', id: content.id, collection: 'complaints', aggregateId: complaintId, content, bytes };
}
