import { expect } from 'vitest';
import { readBooks } from './books.ts';
import type { TestCity, TestHost } from './city.ts';
import { type BreakingPoint, Broken, meteredStore } from './metered-store.ts';
import type { Recorded } from './recorder.ts';
import { isRepeatedInFull } from './repetitions.ts';

/** Something that a handler is to do, prepared anew for each run so that no run sees another's traces. */
export interface Scenario {
  /** Puts the work into the database and says how to do it; what `deliver` does may break half way. */
  prepare(): Promise<Delivery>;
  /** Takes away what a run left, where the next one could see it. */
  tidy?(): Promise<void>;
}

export interface Delivery {
  complaints: Recorded[];
  /** Ids that chance gave, which differ from run to run. */
  otherIds?: string[];
  deliver(host: TestHost): Promise<unknown>;
  /** Further places to compare. */
  more?(): Promise<unknown>;
}

export interface CrashReport {
  operations: readonly string[];
  undisturbed: unknown;
  /** For each breaking point, what the books say after the delivery was repeated. */
  repeated: { point: BreakingPoint; operation: string; hasBroken: boolean; books: unknown }[];
}

/**
 * Lets a delivery break at every operation in turn and after every commit, delivers it once more, and reads the books. Breaking after a read is
 * breaking at the operation that follows.
 *
 * @param isDeath whether it dies there, or goes on after one failed operation.
 */
export async function breakEverywhere(city: TestCity, scenario: Scenario, isDeath = true): Promise<CrashReport> {
  const store = meteredStore(city.host.store);
  const undisturbed = await run(city, scenario, (delivery) => delivery.deliver(city.newHost(store)));
  const operations = [...store.operations];
  const repeated: CrashReport['repeated'] = [];
  for (const [index, operation] of operations.entries()) {
    for (const point of pointsOf(operation, index + 1, isDeath)) {
      const breaking = meteredStore(city.host.store, point);
      const books = await run(city, scenario, async (delivery) => {
        await delivery.deliver(city.newHost(breaking)).catch(onlyBroken);
        await delivery.deliver(city.newHost());
      });
      repeated.push({ point, operation, hasBroken: breaking.hasBroken(), books });
    }
  }
  return { operations, undisturbed, repeated };
}

/** Both sides of every commit, and what comes before every other operation: of these the suite takes each third, other ones for a death than for a failure. */
function pointsOf(operation: string, number: number, isDeath: boolean): BreakingPoint[] {
  const at: BreakingPoint = { operation: number, when: 'at', isDeath };
  if (operation === 'commit') return [at, { ...at, when: 'after' }];
  return isRepeatedInFull || number % 3 === (isDeath ? 1 : 2) ? [at] : [];
}

/** Nothing is lost and nothing is there twice: the books are those of a run that nothing disturbed. */
export function expectTheSameBooks({ undisturbed, repeated, operations }: CrashReport, mostOperations: number): void {
  expect(operations.length).toBeGreaterThan(2);
  expect(operations.length).toBeLessThanOrEqual(mostOperations);
  expectBroken({ repeated, operations });
  for (const { point, operation, books } of repeated) expect(books, `broken ${point.when} operation ${point.operation}, ${operation}`).toEqual(undisturbed);
}

/** Each was broken where it should be, and that on both sides of every commit. */
export function expectBroken({ repeated, operations }: Pick<CrashReport, 'repeated' | 'operations'>): void {
  for (const { point, operation, hasBroken } of repeated) expect(hasBroken, `${point.when} ${operation} was never reached`).toBe(true);
  const ofCommits = repeated.filter(({ operation }) => operation === 'commit');
  expect(ofCommits).toHaveLength(2 * operations.filter((operation) => operation === 'commit').length);
  expect(repeated.length).toBeGreaterThan(ofCommits.length);
  if (isRepeatedInFull) expect(new Set(repeated.map(({ point }) => point.operation)).size).toBe(operations.length);
}

async function run(city: TestCity, scenario: Scenario, work: (delivery: Delivery) => Promise<unknown>): Promise<unknown> {
  const delivery = await scenario.prepare();
  await work(delivery);
  const books = await Promise.all(delivery.complaints.map(({ id }) => readBooks(city.firestore, id)));
  const all = { books, more: (await delivery.more?.()) ?? null };
  await scenario.tidy?.();
  return withoutChance(all, delivery);
}

function onlyBroken(error: unknown): void {
  if (!(error instanceof Broken)) throw error;
}

/** The same books with a stand-in for everything that differs from run to run: ids, numbers, and what follows from the customer's phone. */
function withoutChance(books: unknown, { complaints, otherIds = [] }: Delivery): unknown {
  let text = withoutKeys(JSON.stringify(books));
  const standIns = complaints.flatMap(({ id, recording }, index) => [
    [id, `id-${index}`],
    [recording.number, `number-${index}`],
    [recording.statusId, `status-${index}`],
    [recording.contactMasked.phone, `phone-${index}`],
    [`"contactLast4":"${recording.contactLast4}"`, `"contactLast4":"${index}"`],
  ]);
  for (const [chance = '', standIn = ''] of [...standIns, ...otherIds.map((id, index) => [id, `other-${index}`])]) text = text.replaceAll(chance, standIn);
  return JSON.parse(text);
}

/** Each key of a customer by the order of its first appearance. */
function withoutKeys(text: string): string {
  const keys = [...new Set(text.match(/k1_[0-9a-f]{40}/g))];
  return keys.reduce((rest, key, index) => rest.replaceAll(key, `key-${index}`), text);
}
