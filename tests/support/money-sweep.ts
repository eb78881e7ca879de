import { randomUUID } from 'node:crypto';
import type { Firestore } from 'firebase-admin/firestore';
import type { Query, Store, StoredDocument } from '../../functions/src/store.ts';
import type { TestCity } from './city.ts';
import { meteredStore } from './metered-store.ts';
import { doDue } from './delivering.ts';

/** What a run of the schedule reads, in documents as Firestore bills them. */
export interface SweepReads {
  due: number;
  /** To find the closures that are due. */
  finding: number;
  /** Everything else: what each of them needs, and the look whether refunds or orders are due. */
  processing: number;
}

/** Runs the schedule at a moment, in an instance that has run before, and counts what it reads to find out which closures are due, and what it reads beside that. */
export async function meterSweep(city: TestCity, clockMs: number): Promise<SweepReads> {
  const metered = meteredStore(city.host.store);
  let finding = 0;
  const query = async (asked: Query): Promise<StoredDocument[]> => {
    const found = await metered.query(asked);
    if (asked.collection === 'closures') finding += Math.max(1, found.length);
    return found;
  };
  const store: Store = { ...metered, query };
  const host = city.newHost(store);
  host.clockMs = clockMs;
  await Promise.all([host.reference.units(), host.reference.packInForce('telecom', city.host.store)]);
  const warm = metered.bill.reads;
  const { done } = await doDue(host);
  return { due: done, finding, processing: metered.bill.reads - warm - finding };
}

/** Copies of a closure that waits, due at a moment to come; nothing but their number is looked at. */
export async function fillWithWaiting(firestore: Firestore, modelId: string, count: number): Promise<void> {
  const model = (await firestore.doc(`closures/${modelId}`).get()).data() ?? {};
  const writer = firestore.bulkWriter();
  for (let index = 0; index < count; index += 1) void writer.create(firestore.doc(`closures/${randomUUID()}`), model);
  await writer.close();
}
