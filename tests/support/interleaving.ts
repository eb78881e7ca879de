import { setTimeout as sleep } from 'node:timers/promises';
import type { Store } from '../../functions/src/store.ts';
import type { TestCity, TestHost } from './city.ts';
import { heldStore } from './held-store.ts';
import { type MeteredStore, meteredStore } from './metered-store.ts';
import { redelivered } from './redelivery.ts';

/** Does one thing as an instance of the functions of its own. */
export type Work = (host: TestHost) => Promise<unknown>;

/** An operation of the other one that takes so long is taken to wait for a lock of the one that is held. */
const patienceMs = 600;
const lookEveryMs = 20;

/**
 * Starts one piece of work, holds it before its k-th operation, lets another run to its end or until it waits for the first, and lets both end. What
 * the database refuses for contention is delivered again, as the platform does.
 *
 * @returns the operation at which the first was held; null when it has fewer, and then the two ran one after the other.
 */
export async function interleave(city: TestCity, clockMs: number, first: Work, second: Work, holdAt: number): Promise<string | null> {
  const store = heldStore(city.host.store, holdAt);
  const held = instance(city, clockMs, store);
  const one = settled(() => first(held));
  const operation = await Promise.race([store.reached, one.then(() => null)]);
  const watched = meteredStore(city.host.store);
  const other = settled(() => second(instance(city, clockMs, watched)));
  await Promise.race([other, stillness(watched)]);
  store.release();
  const failures = await Promise.all([one, other]);
  for (const [index, work] of [first, second].entries()) if (failures[index]) await redelivered(() => work(instance(city, clockMs)));
  return operation;
}

/** Waits until nothing new is asked of a store for a while. */
async function stillness({ operations }: MeteredStore): Promise<void> {
  for (let begun = -1, stillMs = 0; stillMs < patienceMs; stillMs += lookEveryMs) {
    if (operations.length !== begun) stillMs = 0;
    begun = operations.length;
    await sleep(lookEveryMs);
  }
}

/** @returns whether it failed. */
async function settled(work: () => Promise<unknown>): Promise<boolean> {
  try {
    await work();
    return false;
  } catch {
    return true;
  }
}

function instance(city: TestCity, clockMs: number, store: Store = city.host.store): TestHost {
  const host = city.newHost(store);
  host.clockMs = clockMs;
  return host;
}
