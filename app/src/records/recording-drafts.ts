import { asks } from '@shouwen/domain/complaint/complaint-values';
import type { Recording } from '@shouwen/domain/complaint/complaint';
import type { Contact, RecordingForm } from '@shouwen/domain/complaint/intake/recording';
import { phoneNowMs } from '../platform/device/clock.ts';
import { unsentComplaint } from '../platform/outbox/complaint-content.ts';
import type { NewContent } from '../platform/outbox/contents.ts';
import { announceChange, openRow } from '../platform/outbox/outbox-queue.ts';
import { announceDraftChange, draftsOf, keepDraft, type StoredDraft } from '../platform/drafts/drafts.ts';
import { seal } from '../platform/storage/encryption.ts';
import { withDatabase } from '../platform/storage/local-database.ts';
import type { DraftPhotoRow, OutboxRow } from '../platform/storage/local-schema.ts';

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
export function saveDraft(ownerUid: string, draft: RecordingDraft): Promise<void> {
  return keepDraft(ownerUid, { form: 'recording', id: draft.id }, draft);
}

/** The owner's drafts, newest first. */
export function ownDrafts(ownerUid: string): Promise<StoredDraft<RecordingDraft>[]> {
  return draftsOf<RecordingDraft>(ownerUid, 'recording');
}

/**
 * Turns a complaint that was not accepted back into a draft, in one step with its leaving the queue. It keeps its id, unless another document
 * has taken it; entries already written about it stay in the queue and follow it.
 *
 * @returns the draft's id; null when the item is gone or on its way.
 */
export async function draftFromOutbox(ownerUid: string, complaintId: string): Promise<string | null> {
  const rows = await withDatabase((database) => database.getAllFromIndex('outbox', 'aggregate', ['complaints', complaintId]));
  const row = rows.find(({ kind, ownerUid: uid, state }) => kind === 'aggregate' && uid === ownerUid && state === 'notAccepted');
  const complaint = row && unsentComplaint({ ...row, content: (await openRow<NewContent>(row)).content });
  if (!row || !complaint) return null;
  const { recording, contact } = complaint;
  const isTaken = row.reason?.code === 'conflict';
  const blank = newDraft(formOf(recording, contact));
  const draft: RecordingDraft = { ...blank, ...(isTaken ? {} : { id: complaintId, token: contact.token }), earlierIds: recording.earlierIds };
  const sealed = await seal(draft, { ownerUid, id: draft.id });
  const photos = rows.filter(({ kind }) => kind === 'photo');
  await withDatabase(async (database) => {
    const transaction = database.transaction(['outbox', 'drafts', 'draftPhotos'], 'readwrite', { durability: 'strict' });
    await transaction.objectStore('drafts').put({ id: draft.id, form: 'recording', ownerUid, updatedAtMs: phoneNowMs(), sealed });
    for (const photo of photos) await transaction.objectStore('draftPhotos').put(asDraftPhoto(photo, draft.id));
    for (const { order } of [row, ...photos]) await transaction.objectStore('outbox').delete(order);
    await transaction.done;
  });
  announceChange();
  announceDraftChange();
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
    isWithoutNumber: contact.phone === '',
    address: contact.address,
    channel: recording.channel,
    category: recording.category,
    tier: recording.tier,
    homeRegion: recording.homeRegion,
    urgency: recording.urgency,
    isAboutAnother: contact.concerned !== '',
    concerned: contact.concerned,
    isOfFormerOwner: contact.ownedUntilMs !== null,
    ownedUntilMs: contact.ownedUntilMs,
    mailItem: recording.mailItem ?? '',
    isWithoutItem: recording.mailItem === null,
    mailService: recording.mailService,
    isServiceUnknown: recording.mailService === null,
    what: recording.what,
    occurredAtMs: recording.occurredAtMs,
    asks: asks.filter((ask) => recording.asks.includes(ask)),
  };
}
