import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { openCity, type TestCity } from '../support/city.ts';
import { runLifecycle, totalOf } from '../support/lifecycle.ts';

let city: TestCity;

beforeAll(async () => {
  city = await openCity(inject('firestore').host, 'lifecycle');
});
afterAll(() => city.close());

test('a complaint’s whole life costs at most 30 reads, 27 writes and 7 invocations', async () => {
  city.host.clockMs = Date.now();
  const steps = await runLifecycle(city);
  console.table(steps);
  const { reads, writes, deletes, invocations } = totalOf(steps);
  expect(reads).toBeLessThanOrEqual(30);
  expect(writes).toBeLessThanOrEqual(27);
  expect({ deletes, invocations }).toEqual({ deletes: 0, invocations: 7 });
  expect(steps.every((step) => step.reads + step.writes + step.invocations > 0)).toBe(true);
});
