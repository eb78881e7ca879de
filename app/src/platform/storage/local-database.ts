import { deleteDB, openDB } from 'idb';
import { formerFormsName, readFormerForms } from './former-forms.ts';
import type { LocalDatabase } from './local-schema.ts';
import { upgradeDatabase } from './upgrade-database.ts';

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
const databaseVersion = 3;
/** A phone that is busy may take a while; one that is silent for longer is not waited for, so that whoever looks is told instead of seeing nothing (REC-4). */
const opensWithinMs = 10_000;
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
  opened ??= answering(openUpgraded());
  opened.catch(() => {
    opened = null;
  });
  return opened;
}

/** @throws StorageFailure when nothing answers; what opens later all the same is let go, for the next work opens anew. */
function answering(opening: Promise<LocalDatabase>): Promise<LocalDatabase> {
  return new Promise((resolve, reject) => {
    const silence = setTimeout(() => {
      void opening.then((database) => database.close()).catch(() => undefined);
      reject(new StorageFailure('broken', `no answer within ${opensWithinMs} ms`));
    }, opensWithinMs);
    opening.then(resolve, reject).finally(() => clearTimeout(silence));
  });
}

async function openUpgraded(): Promise<LocalDatabase> {
  const forms = await readFormerForms();
  const opening = openDB(databaseName, databaseVersion, {
    // A step that fails must leave all as it was: half an upgrade would be taken for a whole one.
    upgrade: (database, fromVersion, _toVersion, transaction) => void upgradeDatabase(database, fromVersion, transaction).catch(() => transaction.abort()),
    blocking: () => void closeDatabase(),
    terminated: () => {
      opened = null;
    },
  });
  // The upgrade knows the shapes of all versions, everything else only the present one.
  const database = (await opening) as unknown as LocalDatabase;
  if (forms === null) return database;
  const transaction = database.transaction('drafts', 'readwrite', { durability: 'strict' });
  for (const form of forms) await transaction.store.put(form);
  await transaction.done;
  // Only now: what was interrupted before is done again by the next opening.
  await deleteDB(formerFormsName);
  return database;
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
