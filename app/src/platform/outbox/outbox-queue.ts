import type { ShrunkPhoto } from '../device/shrunk-photo.ts';
import type { Contact } from '@shouwen/domain/complaint/intake/recording';
import type { Recording } from '@shouwen/domain/complaint/complaint';
import { phoneNowMs } from '../device/clock.ts';
import { type LastEntryRow, type LocalDatabase, type NotAcceptedReason, type OutboxRow, withDatabase } from '../storage/local-database.ts';
import { destroyKey, seal, unseal } from '../storage/encryption.ts';

export type ComplaintContent = { recording: Recording; contact: Contact; audience: string[] };
export type EntryContent = { type: string; payload: Record<string, unknown>; capturedAtMs: number; clockOffsetMs: number };
export type PhotoContent = Omit<ShrunkPhoto, 'bytes'>;

/** What an item will create, as it is before sealing. */
export type NewItem =
  | { kind: 'complaint'; id: string; complaintId: string; content: ComplaintContent }
  | { kind: 'entry'; id: string; complaintId: string; content: EntryContent }
  | { kind: 'photo'; id: string; complaintId: string; content: PhotoContent; bytes: Uint8Array };

/** An entry sent this recently may still be on its way through the server, so the next one has to name it. */
const justSentMs = 10 * 60_000;

/** Puts items into the queue, all or none; a draft that became a complaint goes in the same step, so that it can never be sent twice. */
export async function addItems(ownerUid: string, items: readonly NewItem[]): Promise<void> {
  const rows = await Promise.all(items.map((item) => sealedRow(ownerUid, item)));
  await withDatabase(async (database) => {
    const transaction = database.transaction(['outbox', 'lastEntries', 'drafts', 'draftPhotos'], 'readwrite', { durability: 'strict' });
    const outbox = transaction.objectStore('outbox');
    const lastEntries = transaction.objectStore('lastEntries');
    for (const row of rows) {
      if (await outbox.index('id').getKey(row.id)) continue;
      const after = row.kind === 'entry' ? await predecessor(row, await lastEntries.get(row.complaintId), (id) => outbox.index('id').get(id)) : null;
      // The order is the database's to give; its types ask for it all the same.
      await outbox.add({ ...row, after } as OutboxRow);
      if (row.kind === 'entry') await lastEntries.put({ complaintId: row.complaintId, ownerUid, entryId: row.id, capturedAtMs: row.enqueuedAtMs });
      if (row.kind === 'complaint') await removeDraft(transaction.objectStore('drafts'), transaction.objectStore('draftPhotos'), row.complaintId);
    }
    await transaction.done;
  });
  announceChange();
}

type UnqueuedRow = Omit<OutboxRow, 'order'>;

async function sealedRow(ownerUid: string, item: NewItem): Promise<UnqueuedRow> {
  const bytes = item.kind === 'photo' ? item.bytes : new Uint8Array();
  const sealed = await seal(item.content, { ownerUid, id: item.id }, bytes);
  return {
    id: item.id,
    kind: item.kind,
    complaintId: item.complaintId,
    ownerUid,
    after: null,
    state: 'waiting',
    reason: null,
    attempts: 0,
    notBeforeMs: 0,
    enqueuedAtMs: phoneNowMs(),
    bytes: sealed.data.byteLength,
    sealed,
  };
}

/** The entry to name in `after`: the phone's last one while it is unsent or just sent. One that was not accepted is passed over. */
async function predecessor(row: UnqueuedRow, last: LastEntryRow | undefined, find: (id: string) => Promise<OutboxRow | undefined>): Promise<string | null> {
  if (!last || last.ownerUid !== row.ownerUid) return null;
  const queued = await find(last.entryId);
  if (queued) return queued.state === 'notAccepted' ? queued.after : queued.id;
  return Math.abs(row.enqueuedAtMs - last.capturedAtMs) < justSentMs ? last.entryId : null;
}

/** Everything that the owner has not sent yet, in the order in which it was done. */
export async function ownRows(ownerUid: string): Promise<OutboxRow[]> {
  const rows = await withDatabase((database) => database.getAllFromIndex('outbox', 'owner', ownerUid));
  return rows.sort((one, other) => one.order - other.order);
}

/** @throws UnreadableContent when it cannot be decrypted any more. */
export function openRow<Content>(row: OutboxRow): Promise<{ content: Content; bytes: Uint8Array<ArrayBuffer> }> {
  return unseal<Content>(row.sealed, { ownerUid: row.ownerUid, id: row.id });
}

/** Whether `other` has to be sent before `row`: its complaint, or an earlier entry that can still be sent. */
export function holdsUp(other: OutboxRow, row: OutboxRow): boolean {
  if (row.kind === 'complaint' || other.complaintId !== row.complaintId) return false;
  if (other.kind === 'complaint') return true;
  return row.kind === 'entry' && other.kind === 'entry' && other.order < row.order && other.state !== 'notAccepted';
}

/** Changes an item that is still queued; one that is gone stays gone. */
export async function changeRow(order: number, change: Partial<Pick<OutboxRow, 'state' | 'reason' | 'attempts' | 'notBeforeMs'>>): Promise<void> {
  await withDatabase(async (database) => {
    const transaction = database.transaction('outbox', 'readwrite', { durability: 'strict' });
    const row = await transaction.store.get(order);
    if (row) await transaction.store.put({ ...row, ...change });
    await transaction.done;
  });
  announceChange();
}

/** The server has it: the item leaves the phone, and the moment is kept for "last sent". */
export async function acknowledgeRow(row: OutboxRow): Promise<void> {
  await withDatabase(async (database) => {
    const transaction = database.transaction(['outbox', 'lastSent'], 'readwrite', { durability: 'strict' });
    await transaction.objectStore('outbox').delete(row.order);
    await transaction.objectStore('lastSent').put(phoneNowMs(), row.ownerUid);
    await transaction.done;
  });
  announceChange();
}

/** Keeps the reason with the item. Entries that named it as their predecessor skip it: the server will never see it as things are. */
export async function rejectRow(row: OutboxRow, reason: NotAcceptedReason): Promise<void> {
  await withDatabase(async (database) => {
    const transaction = database.transaction('outbox', 'readwrite', { durability: 'strict' });
    await transaction.store.put({ ...row, state: 'notAccepted', reason });
    await relinkFollowers(transaction.store, row);
    await transaction.done;
  });
  announceChange();
}

/** Tries an item again as if for the first time. */
export async function renewRow(ownerUid: string, id: string): Promise<void> {
  const row = await withDatabase((database) => database.getFromIndex('outbox', 'id', id));
  if (row?.ownerUid !== ownerUid || row.state === 'sending') return;
  await changeRow(row.order, { state: 'waiting', reason: null, attempts: 0, notBeforeMs: 0 });
}

/** Takes an item out for good, a complaint with everything that hangs on it, and returns what was taken out. */
export async function removeItem(ownerUid: string, id: string): Promise<OutboxRow[]> {
  const removed = await withDatabase(async (database) => {
    const transaction = database.transaction('outbox', 'readwrite', { durability: 'strict' });
    const row = await transaction.store.index('id').get(id);
    const isOwn = row !== undefined && row.ownerUid === ownerUid && row.state !== 'sending';
    const rows = !isOwn ? [] : row.kind === 'complaint' ? await transaction.store.index('complaint').getAll(row.complaintId) : [row];
    for (const each of rows) {
      await transaction.store.delete(each.order);
      if (each.kind === 'entry') await relinkFollowers(transaction.store, each);
    }
    await transaction.done;
    return rows;
  });
  announceChange();
  return removed;
}

interface OutboxStore {
  index(name: 'complaint'): { getAll(complaintId: string): Promise<OutboxRow[]> };
  put(row: OutboxRow): Promise<unknown>;
}

async function relinkFollowers(store: OutboxStore, passedOver: OutboxRow): Promise<void> {
  const followers = (await store.index('complaint').getAll(passedOver.complaintId)).filter((row) => row.after === passedOver.id);
  for (const follower of followers) await store.put({ ...follower, after: passedOver.after });
}

export async function lastSentAtMs(ownerUid: string): Promise<number | null> {
  return (await withDatabase((database) => database.get('lastSent', ownerUid))) ?? null;
}

/** Removes everything that this person kept on the phone, key first: unsent work, drafts, known customers. Others' stays. */
export async function destroyOwned(ownerUid: string): Promise<void> {
  await withDatabase(async (database) => {
    await destroyKey(database, ownerUid);
    const stores = ['outbox', 'drafts', 'draftPhotos', 'customers', 'lastEntries'] as const;
    for (const store of stores) await deleteOwned(database, store, ownerUid);
    await database.delete('lastSent', ownerUid);
  });
  announceChange();
}

async function deleteOwned(database: LocalDatabase, name: 'outbox' | 'drafts' | 'draftPhotos' | 'customers' | 'lastEntries', ownerUid: string): Promise<void> {
  const transaction = database.transaction(name, 'readwrite', { durability: 'strict' });
  for (const key of await transaction.store.index('owner').getAllKeys(ownerUid)) await transaction.store.delete(key);
  await transaction.done;
}

interface DraftStore {
  delete(id: string): Promise<void>;
}
interface DraftPhotoStore extends DraftStore {
  index(name: 'draft'): { getAllKeys(draftId: string): Promise<string[]> };
}

/** Removes a draft with its photos, inside whatever transaction it is part of. */
export async function removeDraft(drafts: DraftStore, draftPhotos: DraftPhotoStore, draftId: string): Promise<void> {
  await drafts.delete(draftId);
  for (const photoId of await draftPhotos.index('draft').getAllKeys(draftId)) await draftPhotos.delete(photoId);
}

const channelName = 'shouwen-outbox';
const listeners = new Set<() => void>();

/** Tells this page and, through a channel, other tabs and the service worker that the queue has changed. */
export function announceChange(): void {
  listeners.forEach((listener) => listener());
  const channel = new BroadcastChannel(channelName);
  channel.postMessage('changed');
  channel.close();
}

/** Calls back whenever the queue changes, whoever changed it. */
export function onQueueChange(listener: () => void): () => void {
  const channel = new BroadcastChannel(channelName);
  channel.onmessage = listener;
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
    channel.close();
  };
}
