import type { IDBPDatabase, IDBPTransaction } from 'idb';
import type { DraftRow, LastEntryRow, OutboxRow } from './local-schema.ts';

type Upgrade = IDBPTransaction<unknown, string[], 'versionchange'>;

/** Brings the database of any earlier version to the present one. The step of a version never changes again: a phone may have skipped any number of them. */
export async function upgradeDatabase(database: IDBPDatabase, fromVersion: number, transaction: Upgrade): Promise<void> {
  if (fromVersion < 1) createStores(database);
  if (fromVersion < 2) await takeAnyAggregate(database, transaction);
  if (fromVersion < 3) await forgetCustomers(transaction);
}

/** Version 1: all that could be sent was about a complaint. */
function createStores(database: IDBPDatabase): void {
  database.createObjectStore('keys');
  const outbox = database.createObjectStore('outbox', { keyPath: 'order', autoIncrement: true });
  outbox.createIndex('id', 'id', { unique: true });
  outbox.createIndex('owner', 'ownerUid');
  outbox.createIndex('complaint', 'complaintId');
  database.createObjectStore('lastEntries', { keyPath: 'complaintId' }).createIndex('owner', 'ownerUid');
  database.createObjectStore('lastSent');
  database.createObjectStore('drafts', { keyPath: 'id' }).createIndex('owner', 'ownerUid');
  const draftPhotos = database.createObjectStore('draftPhotos', { keyPath: 'id' });
  draftPhotos.createIndex('owner', 'ownerUid');
  draftPhotos.createIndex('draft', 'draftId');
  database.createObjectStore('customers', { keyPath: 'key' }).createIndex('owner', 'ownerUid');
}

interface OfComplaint {
  complaintId: string;
}
type FirstOutboxRow = Omit<OutboxRow, 'kind' | 'collection' | 'aggregateId'> & OfComplaint & { kind: 'complaint' | 'entry' | 'photo' };
type FirstLastEntryRow = Omit<LastEntryRow, 'collection' | 'aggregateId'> & OfComplaint;

/**
 * Version 2: what waits names the collection of its aggregate, and a draft its form. What is sealed stays as it is, because no key can be used
 * while a database is being upgraded.
 */
async function takeAnyAggregate(database: IDBPDatabase, transaction: Upgrade): Promise<void> {
  const outbox = transaction.objectStore('outbox');
  for (const { complaintId, kind, ...row } of (await outbox.getAll()) as FirstOutboxRow[])
    await outbox.put({ ...row, kind: kind === 'complaint' ? 'aggregate' : kind, collection: 'complaints', aggregateId: complaintId });
  outbox.deleteIndex('complaint');
  outbox.createIndex('aggregate', ['collection', 'aggregateId']);

  const entries = (await transaction.objectStore('lastEntries').getAll()) as FirstLastEntryRow[];
  database.deleteObjectStore('lastEntries');
  const lastEntries = database.createObjectStore('lastEntries', { keyPath: ['collection', 'aggregateId'] });
  lastEntries.createIndex('owner', 'ownerUid');
  for (const { complaintId, ...row } of entries) await lastEntries.put({ ...row, collection: 'complaints', aggregateId: complaintId });

  const drafts = transaction.objectStore('drafts');
  for (const row of (await drafts.getAll()) as Omit<DraftRow, 'form'>[]) await drafts.put({ ...row, form: 'recording' });
}

/** Version 3: customers that were asked about lay under keys from which a number could be worked out (docs/adr/0010). They can be asked about again. */
async function forgetCustomers(transaction: Upgrade): Promise<void> {
  await transaction.objectStore('customers').clear();
}
