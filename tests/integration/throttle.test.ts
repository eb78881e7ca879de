import { afterAll, beforeAll, beforeEach, describe, expect, inject, test } from 'vitest';
import { takeTry } from '../../functions/src/customer/throttle.ts';
import { openCity, type TestCity } from '../support/city.ts';

const quarterMs = 15 * 60_000;
const five = { mostTries: 5, windowMs: quarterMs };
let city: TestCity;

beforeAll(async () => {
  city = await openCity(inject('firestore').host, 'throttle');
});
beforeEach(() => {
  city.host = city.newHost();
});
afterAll(() => city.close());

async function tries(count: number, ...keys: string[]): Promise<boolean[]> {
  const results: boolean[] = [];
  for (let index = 0; index < count; index += 1) results.push(await takeTry(city.host, keys, five));
  return results;
}

describe('five tries in fifteen minutes', () => {
  test('the sixth is refused, and so is the seventh from a fresh instance; another key is not affected', async () => {
    expect(await tries(6, 'number|A')).toEqual([true, true, true, true, true, false]);
    city.host = city.newHost();
    expect(await tries(1, 'number|A')).toEqual([false]);
    expect(await tries(1, 'number|B')).toEqual([true]);
  });

  test('the caller’s own five are used up by asking for different numbers', async () => {
    for (let number = 0; number < 5; number += 1) expect(await tries(1, `number|C${number}`, 'caller|1.2.3.4')).toEqual([true]);
    expect(await tries(1, 'number|C5', 'caller|1.2.3.4')).toEqual([false]);
    expect(await tries(1, 'number|C5', 'caller|5.6.7.8')).toEqual([true]);
  });

  test('after fifteen minutes there are five again', async () => {
    expect(await tries(6, 'number|D')).toEqual([true, true, true, true, true, false]);
    city.host.clockMs += quarterMs - 1;
    expect(await tries(1, 'number|D')).toEqual([false]);
    city.host.clockMs += 1;
    expect(await tries(6, 'number|D')).toEqual([true, true, true, true, true, false]);
  });

  test('what is kept says nothing about who asked for what, and when it may go', async () => {
    await tries(1, 'number|SECRET-F', 'caller|9.9.9.9');
    const kept = await city.firestore.collection('throttles').get();
    const text = JSON.stringify(kept.docs.map((document) => [document.id, document.data()]));
    for (const secret of ['SECRET-F', '9.9.9.9', 'caller', 'number']) expect(text).not.toContain(secret);
    for (const document of kept.docs) expect(Object.keys(document.data()).sort()).toEqual(['count', 'expiresAt', 'startedAtMs']);
  });
});
