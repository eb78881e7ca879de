import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import type { Sealed } from './encryption.ts';

/** Why an item was not accepted: a Firestore status, `conflict` when another document has its id, `tooLarge`, or a refusal of the domain. */
export interface NotAcceptedReason {
  code: string;
  detail?: string;
}

export type OutboxKind = 'complaint' | 'photo' | 'entry';
export type OutboxState = 'waiting' | 'sending' | 'notAccepted';

/** One unsent document as it lies on the phone: what is needed to choose and order the sending is readable, the content is sealed. */
export interface OutboxRow {
  /** Place in the queue, given by the database. */
  order: number;
  id: string;
  kind: OutboxKind;
  complaintId: string;
  ownerUid: string;
  /** For an entry: the phone's previous one on the same complaint. */
  after: string | null;
  state: OutboxState;
  reason: NotAcceptedReason | null;
  attempts: number;
  notBeforeMs: number;
  enqueuedAtMs: number;
  bytes: number;
  sealed: Sealed;
}

export interface DraftRow {
  id: string;
  ownerUid: string;
  updatedAtMs: number;
  sealed: Sealed;
}

export interface DraftPhotoRow {
  id: string;
  draftId: string;
  ownerUid: string;
  sealed: Sealed;
}

/** What a known number fills in, kept for the next time without a network. */
export interface CustomerRow {
  key: string;
  ownerUid: string;
  sealed: Sealed;
}

/** The phone's last entry on a complaint: the next one names it in `after`. */
export interface LastEntryRow {
  complaintId: string;
  ownerUid: string;
  entryId: string;
  capturedAtMs: number;
}

export interface LocalSchema extends DBSchema {
  keys: { key: string; value: CryptoKey };
  outbox: { key: number; value: OutboxRow; indexes: { id: string; owner: string; complaint: string } };
  lastEntries: { key: string; value: LastEntryRow; indexes: { owner: string } };
  lastSent: { key: string; value: number };
  drafts: { key: string; value: DraftRow; indexes: { owner: string } };
  draftPhotos: { key: string; value: DraftPhotoRow; indexes: { owner: string; draft: string } };
  customers: { key: string; value: CustomerRow; indexes: { owner: string } };
}

export type LocalDatabase = IDBPDatabase<LocalSchema>;

/** The phone's storage is full or dead. Whoever catches it tells the person: what was not written must never look saved. */
export class StorageFailure extends Error {
  readonly kind: 'full' | 'broken';
  constructor(kind: 'full' | 'broken', cause: unknown) {
    super(`storage on this phone is ${kind}`, { cause });
    this.name = 'StorageFailure';
    this.kind = kind;
  }
}

const databaseName = 'shouwen';
let opened: Promise<LocalDatabase> | null = null;

/**
 * Does a piece of work on the database. iOS can cut the connection under a running app, so a dead one is opened once more;
 * after that the failure is the caller's to tell.
 */
export async function withDatabase<Result>(work: (database: LocalDatabase) => Promise<Result>): Promise<Result> {
  try {
    return await work(await open());
  } catch (error) {
    if (!isDeadConnection(error)) throw asStorageFailure(error);
  }
  await closeDatabase();
  try {
    return await work(await open());
  } catch (error) {
    throw asStorageFailure(error);
  }
}

/** Lets go of the connection, so that the next work opens a new one. */
export async function closeDatabase(): Promise<void> {
  const closing = opened;
  opened = null;
  await closing?.then((database) => database.close()).catch(() => undefined);
}

function open(): Promise<LocalDatabase> {
  opened ??= openDB<LocalSchema>(databaseName, 1, {
    upgrade: createStores,
    blocking: () => void closeDatabase(),
    terminated: () => {
      opened = null;
    },
  });
  opened.catch(() => {
    opened = null;
  });
  return opened;
}

function createStores(database: LocalDatabase): void {
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

/** InvalidStateError: the connection is closing or gone. UnknownError: Safari's word for a lost database process. */
function isDeadConnection(error: unknown): boolean {
  return error instanceof DOMException && (error.name === 'InvalidStateError' || error.name === 'UnknownError' || error.name === 'AbortError');
}

/** Errors of the database mean storage; everything else is a mistake of ours and stays what it is. */
function asStorageFailure(error: unknown): unknown {
  if (!(error instanceof DOMException)) return error;
  return new StorageFailure(error.name === 'QuotaExceededError' ? 'full' : 'broken', error);
}
