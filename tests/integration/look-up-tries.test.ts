import { findProof, isProof } from '@shouwen/domain/customer/proof-of-work';
import { afterAll, beforeAll, beforeEach, describe, expect, inject, test } from 'vitest';
import { countWrongLookUp, giveChallenge, giveLookUpBack, type LookUpTry, type WorkDone, takeLookUpTry } from '../../functions/src/customer/look-up-tries.ts';
import { openCity, type TestCity } from '../support/city.ts';

const quarterMs = 15 * 60_000;
let city: TestCity;

beforeAll(async () => {
  city = await openCity(inject('firestore').host, 'look-up-tries');
});
beforeEach(async () => {
  city.host = city.newHost();
  await city.firestore.recursiveDelete(city.firestore.collection('throttles'));
});
afterAll(() => city.close());

const home = { address: '1.2.3.4', edge: '151.101.1.1' };

function from(index: number): typeof home {
  return { address: `10.0.${Math.floor(index / 250)}.${index % 250}`, edge: home.edge };
}

async function tries(count: number, lookUp: (index: number) => Parameters<typeof takeLookUpTry>[1]): Promise<LookUpTry['kind'][]> {
  const kinds: LookUpTry['kind'][] = [];
  for (let index = 0; index < count; index += 1) kinds.push((await takeLookUpTry(city.host, lookUp(index), null)).kind);
  return kinds;
}

const times = <Kind>(count: number, kind: Kind): Kind[] => Array.from({ length: count }, () => kind);

async function proofOf(bits: number): Promise<WorkDone> {
  const challenge = await giveChallenge(city.host, bits);
  return { challenge, nonce: Number(findProof(challenge, bits, 0, 10_000_000)) };
}

/** A nonce that is none. */
function noProof({ challenge }: WorkDone, bits: number): WorkDone {
  let nonce = 0;
  while (isProof(challenge, nonce, bits)) nonce += 1;
  return { challenge, nonce };
}

describe('RET-2: five wrong tries at a number in fifteen minutes', () => {
  test('are one caller’s own: the sixth is refused, the customer elsewhere goes on', async () => {
    expect(await tries(6, () => ({ number: 'A', ...home }))).toEqual([...times(5, 'taken'), 'tooMany']);
    city.host = city.newHost();
    expect(await tries(1, () => ({ number: 'A', ...home }))).toEqual(['tooMany']);
    expect(await tries(1, () => ({ number: 'A', ...from(1) }))).toEqual(['taken']);
    expect(await tries(1, () => ({ number: 'B', ...home }))).toEqual(['taken']);
    city.host.clockMs += quarterMs;
    expect(await tries(1, () => ({ number: 'A', ...home }))).toEqual(['taken']);
  });

  test('eight at the same moment get five between them', async () => {
    const kinds = await Promise.all(Array.from({ length: 8 }, () => takeLookUpTry(city.newHost(), { number: 'C', ...home }, null)));
    expect(kinds.filter(({ kind }) => kind === 'taken')).toHaveLength(5);
  });

  test('a right pair costs nothing, however often', async () => {
    for (let index = 0; index < 10; index += 1) {
      expect(await tries(1, () => ({ number: 'D', ...home }))).toEqual(['taken']);
      await giveLookUpBack(city.host, { number: 'D', ...home });
    }
  });
});

describe('RET-2: many wrong tries make each further one cost work', () => {
  test('at one number, whoever asks: strangers slow the customer down and do not lock them out', async () => {
    expect(await tries(21, (index) => ({ number: 'E', ...from(index) }))).toEqual([...times(20, 'taken'), 'prove']);
    const customer = { number: 'E', ...home };
    const needed = await takeLookUpTry(city.host, customer, null);
    expect(needed).toEqual({ kind: 'prove', bits: 14 });
    expect(await takeLookUpTry(city.host, customer, await proofOf(14))).toEqual({ kind: 'taken' });
    expect(await tries(1, () => ({ number: 'F', ...home }))).toEqual(['taken']);
  });

  test('by one caller, over all numbers', async () => {
    expect(await tries(31, (index) => ({ number: `G${index}`, ...home }))).toEqual([...times(30, 'taken'), 'prove']);
    expect(await tries(1, () => ({ number: 'G', ...from(1) }))).toEqual(['taken']);
  });

  test('by all who come by one edge, wrong ones alone; another edge goes on', async () => {
    await countWrongLookUp(city.host, { number: 'H', ...home });
    const [edge] = (await city.firestore.collection('throttles').get()).docs;
    await edge?.ref.update({ count: 299 });
    expect(await tries(2, (index) => ({ number: `H${index}`, ...from(index) }))).toEqual(times(2, 'taken'));
    await countWrongLookUp(city.host, { number: 'H', ...home });
    expect(await tries(1, () => ({ number: 'H', ...home }))).toEqual(['prove']);
    expect(await tries(1, () => ({ number: 'H', address: home.address, edge: '151.101.2.2' }))).toEqual(['taken']);
  });

  test('the more there were, the more it costs, up to what a phone can do', async () => {
    const bitsAfter = async (count: number): Promise<unknown> => {
      await takeLookUpTry(city.host, { number: `I${count}`, ...from(count + 1) }, null);
      for (const { ref } of (await city.firestore.collection('throttles').get()).docs) await ref.update({ count });
      return takeLookUpTry(city.host, { number: `I${count}`, ...from(count) }, null);
    };
    expect(await bitsAfter(30)).toEqual({ kind: 'prove', bits: 15 });
    expect(await bitsAfter(5000)).toEqual({ kind: 'prove', bits: 20 });
  });

  test('a proof is good for one try, for ten minutes, and only if it is one', async () => {
    await tries(20, (index) => ({ number: 'J', ...from(index) }));
    const [first, late] = [await proofOf(14), await proofOf(14)];
    expect(await takeLookUpTry(city.host, { number: 'J', ...home }, noProof(first, 14))).toMatchObject({ kind: 'prove' });
    expect(await takeLookUpTry(city.host, { number: 'J', ...home }, { challenge: 'made-up-by-the-caller0', nonce: 1 })).toMatchObject({ kind: 'prove' });
    expect(await takeLookUpTry(city.host, { number: 'J', ...home }, first)).toMatchObject({ kind: 'taken' });
    expect(await takeLookUpTry(city.host, { number: 'J', ...home }, first)).toMatchObject({ kind: 'prove' });
    city.host.clockMs += 10 * 60_000;
    expect(await takeLookUpTry(city.host, { number: 'J', ...home }, late)).toMatchObject({ kind: 'prove' });
  });
});

test('RET-2: what is kept says nothing about who asked for what, and when it may go', async () => {
  await tries(1, () => ({ number: 'SECRET-K', address: '9.9.9.9', edge: '8.8.8.8' }));
  await countWrongLookUp(city.host, { number: 'SECRET-K', address: '9.9.9.9', edge: '8.8.8.8' });
  const challenge = await giveChallenge(city.host, 14);
  const kept = await city.firestore.collection('throttles').get();
  const text = JSON.stringify(kept.docs.map((document) => [document.id, document.data()]));
  for (const secret of ['SECRET-K', '9.9.9.9', '8.8.8.8', challenge]) expect(text).not.toContain(secret);
  for (const document of kept.docs) expect(document.get('expiresAt').toMillis()).toBeGreaterThan(city.host.clockMs);
});
