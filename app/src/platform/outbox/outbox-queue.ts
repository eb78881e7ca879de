import { phoneNowMs } from '../device/clock.ts';
import { announcer } from '../storage/announcer.ts';
import { announceDraftChange, removeDraft } from '../drafts/drafts.ts';
import { destroyKey, seal, unseal } from '../storage/encryption.ts';
import { withDatabase } from '../storage/local-database.ts';
import type { LastEntryRow, LocalDatabase, NotAcceptedReason, OutboxRow } from '../storage/local-schema.ts';
import { type FormerComplaintContent, renewedContent } from './complaint-content.ts';
import type { NewItem } from './contents.ts';

/** An entry sent this recently may still be on its way through the server, so the next one has to name it. */
const justSentMs = 10 * 60_000;

/** Puts items into the queue, all or none; a draft that became an aggregate goes in the same step, so that it can never be sent twice. */
export async function addItems(ownerUid: string, items: readonly NewItem[]): Promise<void> {
  const rows = await Promise.all(items.map((item) => sealedRow(ownerUid, item)));
  await withDatabase(async (database) => {
    const transaction = database.transaction(['outbox', 'lastEntries', 'drafts', 'draftPhotos'], 'readwrite', { durability: 'strict' });
    const outbox = transaction.objectStore('outbox');
    const lastEntries = transaction.objectStore('lastEntries');
    for (const row of rows) {
      if (await outbox.index('id').getKey(row.id)) continue;
      const { collection, aggregateId } = row;
      const last = row.kind === 'entry' ? await lastEntries.get([collection, aggregateId]) : undefined;
      const after = await predecessor(row, last, (id) => outbox.index('id').get(id));
      // The order is the database's to give; its types ask for it all the same.
      await outbox.add({ ...row, after } as OutboxRow);
      if (row.kind === 'entry') await lastEntries.put({ collection, aggregateId, ownerUid, entryId: row.id, capturedAtMs: row.enqueuedAtMs });
      if (row.kind === 'aggregate') await removeDraft(transaction.objectStore('drafts'), transaction.objectStore('draftPhotos'), aggregateId);
    }
    await transaction.done;
  });
  announceChange();
  announceDraftChange();
}

type UnqueuedRow = Omit<OutboxRow, 'order'>;

async function sealedRow(ownerUid: string, item: NewItem): Promise<UnqueuedRow> {
  const bytes = item.kind === 'photo' ? item.bytes : new Uint8Array();
  const sealed = await seal(item.content, { ownerUid, id: item.id }, bytes);
  return {
    id: item.id,
    kind: item.kind,
    collection: item.collection,
    aggregateId: item.aggregateId,
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
export async function openRow<Content>(row: OutboxRow): Promise<{ content: Content; bytes: Uint8Array<ArrayBuffer> }> {
  const { content, bytes } = await unseal<Content | FormerComplaintContent>(row.sealed, { ownerUid: row.ownerUid, id: row.id });
  return { content: renewedContent(content) as Content, bytes };
}

/** Whether `other` has to be sent before `row`: its aggregate, or an earlier entry that can still be sent. */
export function holdsUp(other: OutboxRow, row: OutboxRow): boolean {
  if (row.kind === 'aggregate' || other.aggregateId !== row.aggregateId || other.collection !== row.collection) return false;
  if (other.kind === 'aggregate') return true;
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

/** Takes an item out for good, an aggregate with everything that hangs on it, and returns what was taken out. */
export async function removeItem(ownerUid: string, id: string): Promise<OutboxRow[]> {
  const removed = await withDatabase(async (database) => {
    const transaction = database.transaction('outbox', 'readwrite', { durability: 'strict' });
    const row = await transaction.store.index('id').get(id);
    const isOwn = row !== undefined && row.ownerUid === ownerUid && row.state !== 'sending';
    const rows = !isOwn ? [] : row.kind === 'aggregate' ? await transaction.store.index('aggregate').getAll([row.collection, row.aggregateId]) : [row];
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
  index(name: 'aggregate'): { getAll(key: [collection: string, aggregateId: string]): Promise<OutboxRow[]> };
  put(row: OutboxRow): Promise<unknown>;
}

async function relinkFollowers(store: OutboxStore, passedOver: OutboxRow): Promise<void> {
  const all = await store.index('aggregate').getAll([passedOver.collection, passedOver.aggregateId]);
  const followers = all.filter((row) => row.after === passedOver.id);
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
  announceDraftChange();
}

async function deleteOwned(database: LocalDatabase, name: 'outbox' | 'drafts' | 'draftPhotos' | 'customers' | 'lastEntries', ownerUid: string): Promise<void> {
  const transaction = database.transaction(name, 'readwrite', { durability: 'strict' });
  for (const key of await transaction.store.index('owner').getAllKeys(ownerUid)) await transaction.store.delete(key);
  await transaction.done;
}

const { announce, listen } = announcer('shouwen-outbox');

export const announceChange = announce;
/** Calls back whenever the queue changes, whoever changed it. */
export const onQueueChange = listen;
