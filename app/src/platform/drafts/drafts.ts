import { phoneNowMs } from '../device/clock.ts';
import type { ShrunkPhoto } from '../device/shrunk-photo.ts';
import { announcer } from '../storage/announcer.ts';
import { seal, unseal } from '../storage/encryption.ts';
import { withDatabase } from '../storage/local-database.ts';
import type { DraftPhotoRow, DraftRow } from '../storage/local-schema.ts';

/**
 * Whatever a person types and has not sent is kept here while they type: sealed with their key, there again when the app was ended, and gone
 * with everything else of theirs when they sign out. Nothing typed is kept anywhere else.
 */

/** Which form it is, and which of its drafts: one that is about to become an aggregate has that aggregate's id. */
export interface DraftKey {
  form: 'recording' | 'refund' | 'closure' | 'policy' | 'calendar' | 'command';
  id: string;
}

export type StoredDraft<Content> = Content & { updatedAtMs: number };

const { announce, listen } = announcer('shouwen-drafts');

/** Calls back whenever drafts may have changed, in this tab or another. */
export const onDraftChange = listen;
export const announceDraftChange = announce;

/** @throws StorageFailure when the phone could not keep it. */
export async function keepDraft(ownerUid: string, { form, id }: DraftKey, content: object): Promise<void> {
  const row: DraftRow = { id, form, ownerUid, updatedAtMs: phoneNowMs(), sealed: await seal(content, { ownerUid, id }) };
  await withDatabase(async (database) => {
    const transaction = database.transaction('drafts', 'readwrite', { durability: 'strict' });
    await transaction.store.put(row);
    await transaction.done;
  });
  announce();
}

/** What was typed, as it was left; null when there is nothing of this person's that opens. */
export async function keptDraft<Content extends object>(ownerUid: string, id: string): Promise<Content | null> {
  const row = await withDatabase((database) => database.get('drafts', id));
  return row?.ownerUid === ownerUid ? openDraft<Content>(row) : null;
}

/** How much somebody has begun on this device and not finished. */
export function draftCount(ownerUid: string): Promise<number> {
  return withDatabase((database) => database.countFromIndex('drafts', 'owner', ownerUid));
}

/** The owner's drafts of one form, newest first. One that cannot be opened any more is not offered. */
export async function draftsOf<Content extends object>(ownerUid: string, form: DraftKey['form']): Promise<StoredDraft<Content>[]> {
  const rows = await withDatabase((database) => database.getAllFromIndex('drafts', 'owner', ownerUid));
  const ofForm = rows.filter((row) => row.form === form).sort((one, other) => other.updatedAtMs - one.updatedAtMs);
  const opened = await Promise.all(ofForm.map(async (row) => ({ content: await openDraft<Content>(row), updatedAtMs: row.updatedAtMs })));
  return opened.flatMap(({ content, updatedAtMs }) => (content === null ? [] : [{ ...content, updatedAtMs }]));
}

function openDraft<Content extends object>({ id, ownerUid, sealed }: DraftRow): Promise<Content | null> {
  return unseal<Content>(sealed, { ownerUid, id }).then(
    ({ content }) => content,
    () => null,
  );
}

/** Deletes a draft with its photos. */
export async function forgetDraft(id: string): Promise<void> {
  await withDatabase(async (database) => {
    const transaction = database.transaction(['drafts', 'draftPhotos'], 'readwrite', { durability: 'strict' });
    await removeDraft(transaction.objectStore('drafts'), transaction.objectStore('draftPhotos'), id);
    await transaction.done;
  });
  announce();
}

interface DraftStore {
  delete(id: string): Promise<void>;
}
interface DraftPhotoStore extends DraftStore {
  index(name: 'draft'): { getAllKeys(draftId: string): Promise<string[]> };
}

/** The same inside whatever transaction it is part of. */
export async function removeDraft(drafts: DraftStore, draftPhotos: DraftPhotoStore, draftId: string): Promise<void> {
  await drafts.delete(draftId);
  for (const photoId of await draftPhotos.index('draft').getAllKeys(draftId)) await draftPhotos.delete(photoId);
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

export async function draftPhotos(ownerUid: string, draftId: string): Promise<ShrunkPhoto[]> {
  const rows = await withDatabase((database) => database.getAllFromIndex('draftPhotos', 'draft', draftId));
  return Promise.all(rows.filter((row) => row.ownerUid === ownerUid).map(openPhoto));
}

async function openPhoto({ id, ownerUid, sealed }: DraftPhotoRow): Promise<ShrunkPhoto> {
  const { content, bytes } = await unseal<Omit<ShrunkPhoto, 'bytes'>>(sealed, { ownerUid, id });
  return { ...content, bytes };
}
