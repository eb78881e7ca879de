import type { PackId, Uid } from '@shouwen/domain/kernel/brand';
import type { Pack } from '@shouwen/domain/policy/pack';
import type { CalendarYear } from '@shouwen/domain/calendar/working-days';
import type { Unit } from '@shouwen/domain/organisation/unit';
import type { ContactKeys } from '@shouwen/domain/customer/contact-key';
import type { Billing } from './billing/billing.ts';
import type { Outreach } from './outreach/outreach.ts';
import type { Push } from './push/push.ts';
import type { Reader, Store } from './store.ts';

/** Everything that a handler takes from its surroundings: database, reference, time, chance and log. */
export interface Host {
  store: Store;
  reference: ReferenceSource;
  keys: KeySource;
  billing: Billing;
  /** Null where the operator has not set push up. */
  push: Push | null;
  /** Null where customers are not told by message. */
  outreach: Outreach | null;
  nowMs(): number;
  /** At least 0, less than 1. */
  random(): number;
  /** Makes the database's timestamp. */
  timestamp(atMs: number): unknown;
  log(entry: LogEntry): void;
}

/** Packs, organisation and calendar, kept for a while by each instance. */
export interface ReferenceSource {
  pack(id: PackId, version: string): Promise<Pack>;
  /** The pack in force, as `reader` sees it now: what decisions about money go by. */
  packInForce(id: PackId, reader: Reader): Promise<Pack>;
  units(): Promise<ReadonlyMap<string, Unit>>;
  calendar(): Promise<readonly CalendarYear[]>;
}

/** The keys that stand for customers, by operator (RET-2). */
export interface KeySource {
  /** Null where the deployment's secret is not the one that stored keys were made with: then nothing that holds a key may be written. */
  of(pack: PackId): Promise<OperatorKeys | null>;
}

export interface OperatorKeys extends ContactKeys {
  /** False while stored documents still hold keys of the first version. */
  areMoved: boolean;
}

/** The only fields that may be logged: ids and codes, nothing that a person typed. */
export interface LogEntry {
  severity: 'INFO' | 'WARNING' | 'ERROR';
  message: string;
  /** Of a document: collection and ids alone. */
  path?: string;
  uid?: Uid;
  code?: string;
  attempt?: number;
  count?: number;
}
