import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import type { CalendarYear } from '@shouwen/domain/calendar/working-days';
import type { Colleague } from '@shouwen/domain/organisation/directory';
import type { Unit } from '@shouwen/domain/organisation/unit';
import type { Pack } from '@shouwen/domain/policy/pack';
import type { Region } from '@shouwen/domain/policy/region';

export interface ReferenceRecord {
  pack: Pack;
  units: Unit[];
  staff: Colleague[];
  /** Of units and staff; missing where an earlier version of the app kept them. */
  directoryVersion?: number;
  regions: Region[];
  calendar: CalendarYear[];
  fetchedAtMs: number;
}

interface ReferenceSchema extends DBSchema {
  reference: { key: 'current'; value: ReferenceRecord };
}

/** The database is opened for each use, of which there are two in hours: no connection lies around to be cut or to be in the way. */
async function withReferenceDatabase<Result>(work: (database: IDBPDatabase<ReferenceSchema>) => Promise<Result>): Promise<Result> {
  const database = await openDB<ReferenceSchema>('shouwen-reference', 1, { upgrade: (fresh) => void fresh.createObjectStore('reference') });
  try {
    return await work(database);
  } finally {
    database.close();
  }
}

export function keptReference(): Promise<ReferenceRecord | undefined> {
  return withReferenceDatabase((database) => database.get('reference', 'current'));
}

export function keepReference(record: ReferenceRecord): Promise<void> {
  return withReferenceDatabase(async (database) => void (await database.put('reference', record, 'current')));
}
