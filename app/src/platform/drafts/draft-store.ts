import { asks, type Recording } from '@shouwen/domain/complaint/complaint';
import type { Contact, RecordingForm } from '@shouwen/domain/complaint/intake/recording';
import { phoneNowMs } from '../device/clock.ts';
import { type DraftPhotoRow, type OutboxRow, withDatabase } from '../storage/local-database.ts';
import { seal, unseal } from '../storage/encryption.ts';
import { announceChange, type ComplaintContent, onQueueChange, openRow, type PhotoContent, removeDraft } from '../outbox/outbox-queue.ts';
import type { ShrunkPhoto } from '../device/shrunk-photo.ts';

/**
 * A recording that is not finished. Its id and the token of its status link exist from the first letter on, so that the number and the QR code
 * stay true when a complaint that was not accepted is edited and sent again.
 */
export interface RecordingDraft {
  id: string;
  token: string;
  form: RecordingForm;
  earlierIds: string[];
}

export interface StoredDraft extends RecordingDraft {
  updatedAtMs: number;
}

/** A new draft around what the form starts with. */
export function newDraft(form: RecordingForm): RecordingDraft {
  return { id: crypto.randomUUID(), token: newToken(), form, earlierIds: [] };
}

/** 128 random bits as base64url: the secret in the customer's link. */
function newToken(): string {
  const binary = String.fromCharCode(...crypto.getRandomValues(new Uint8Array(16)));
  return btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}

/** @throws StorageFailure when the phone could not keep it. */
export async function saveDraft(ownerUid: string, draft: RecordingDraft): Promise<void> {
  const sealed = await seal(draft, { ownerUid, id: draft.id });
  await withDatabase(async (database) => {
    const transaction = database.transaction('drafts', 'readwrite', { durability: 'strict' });
    await transaction.store.put({ id: draft.id, ownerUid, updatedAtMs: phoneNowMs(), sealed });
    await transaction.done;
  });
  announceChange();
}

/** Photos lie apart from the text: every letter typed would otherwise write them all again. */
export async function addDraftPhoto(ownerUid: string, draftId: string, { bytes, ...content }: ShrunkPhoto): Promise<void> {
  const sealed = await seal(content, { ownerUid, id: content.id }, bytes);
  await withDatabase(async (database) => {
    const transaction = database.transaction('draftPhotos', 'readwrite', { durability: 'strict' });
    await transaction.store.put({ id: content.id, draftId, ownerUid, sealed });
    await transaction.done;
  });
}

export async function removeDraftPhoto(photoId: string): Promise<void> {
  await withDatabase((database) => database.delete('draftPhotos', photoId));
}

/** The owner's drafts, newest first. One that cannot be opened any more is not offered. */
export async function ownDrafts(ownerUid: string): Promise<StoredDraft[]> {
  const rows = await withDatabase((database) => database.getAllFromIndex('drafts', 'owner', ownerUid));
  const opened = await Promise.all(
    rows.map(({ id, sealed, updatedAtMs }) =>
      unseal<RecordingDraft>(sealed, { ownerUid, id }).then(
        ({ content }) => [{ ...content, updatedAtMs }],
        () => [],
      ),
    ),
  );
  return opened.flat().sort((one, other) => other.updatedAtMs - one.updatedAtMs);
}

export async function draftPhotos(ownerUid: string, draftId: string): Promise<ShrunkPhoto[]> {
  const rows = await withDatabase((database) => database.getAllFromIndex('draftPhotos', 'draft', draftId));
  return Promise.all(rows.filter((row) => row.ownerUid === ownerUid).map(openPhoto));
}

async function openPhoto({ id, ownerUid, sealed }: DraftPhotoRow): Promise<ShrunkPhoto> {
  const { content, bytes } = await unseal<PhotoContent>(sealed, { ownerUid, id });
  return { ...content, bytes };
}

export async function deleteDraft(draftId: string): Promise<void> {
  await withDatabase(async (database) => {
    const transaction = database.transaction(['drafts', 'draftPhotos'], 'readwrite', { durability: 'strict' });
    await removeDraft(transaction.objectStore('drafts'), transaction.objectStore('draftPhotos'), draftId);
    await transaction.done;
  });
  announceChange();
}

/** Calls back whenever drafts may have changed, in this tab or another. */
export const onDraftChange = onQueueChange;

/**
 * Turns a complaint that was not accepted back into a draft, in one step with its leaving the queue. It keeps its id, unless another document
 * has taken it; entries already written about it stay in the queue and follow it.
 *
 * @returns the draft's id; null when the item is gone or on its way.
 */
export async function draftFromOutbox(ownerUid: string, complaintId: string): Promise<string | null> {
  const rows = await withDatabase((database) => database.getAllFromIndex('outbox', 'complaint', complaintId));
  const complaint = rows.find((row) => row.kind === 'complaint' && row.ownerUid === ownerUid && row.state === 'notAccepted');
  if (!complaint) return null;
  const { content } = await openRow<ComplaintContent>(complaint);
  const isTaken = complaint.reason?.code === 'conflict';
  const blank = newDraft(formOf(content.recording, content.contact));
  const draft: RecordingDraft = { ...blank, ...(isTaken ? {} : { id: complaintId, token: content.contact.token }), earlierIds: content.recording.earlierIds };
  const sealed = await seal(draft, { ownerUid, id: draft.id });
  const photos = rows.filter((row) => row.kind === 'photo');
  await withDatabase(async (database) => {
    const transaction = database.transaction(['outbox', 'drafts', 'draftPhotos'], 'readwrite', { durability: 'strict' });
    await transaction.objectStore('drafts').put({ id: draft.id, ownerUid, updatedAtMs: phoneNowMs(), sealed });
    for (const photo of photos) await transaction.objectStore('draftPhotos').put(asDraftPhoto(photo, draft.id));
    for (const row of [complaint, ...photos]) await transaction.objectStore('outbox').delete(row.order);
    await transaction.done;
  });
  announceChange();
  return draft.id;
}

/** Sealed for the same owner and id, so it moves as it is. */
function asDraftPhoto({ id, ownerUid, sealed }: OutboxRow, draftId: string): DraftPhotoRow {
  return { id, draftId, ownerUid, sealed };
}

function formOf(recording: Recording, contact: Contact): RecordingForm {
  return {
    name: contact.name,
    phone: contact.phone,
    address: contact.address,
    channel: recording.channel,
    category: recording.category,
    tier: recording.tier,
    homeRegion: recording.homeRegion,
    urgency: recording.urgency,
    mailItem: recording.mailItem ?? '',
    mailService: recording.mailService,
    what: recording.what,
    occurredAtMs: recording.occurredAtMs,
    asks: asks.filter((ask) => recording.asks.includes(ask)),
  };
}
