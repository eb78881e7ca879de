import fc from 'fast-check';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { honestMoment } from '@shouwen/domain/complaint/time/clocks';
import { randomRun } from '@shouwen/domain/testing/random-run';
import { telecom } from '@shouwen/domain/testing/organisation';

const trueMs = Date.parse('2026-11-20T01:00:00.000Z');

beforeEach(() => void vi.resetModules());
afterEach(() => vi.useRealTimers());

/** A phone that is off by so much has an answer that left the server after a share of the time that it took, then records something that arrives at once. */
async function recordedAfter(offMs: number, tookMs: number, share: number) {
  const { clockOffsetMs, measureClock } = await import('./clock.ts');
  const serverMs = trueMs + Math.round(tookMs * share);
  const response = new Response(null, { headers: { Date: new Date(serverMs).toUTCString() } });
  measureClock(response, trueMs + offMs, trueMs + offMs + tookMs);
  const receivedAtMs = trueMs + 60_000;
  const judged = honestMoment({ capturedAtMs: receivedAtMs + offMs, clockOffsetMs: clockOffsetMs(), receivedAtMs }, telecom);
  return { judged, receivedAtMs };
}

test('TIME: whatever a phone is off by and however it learned that, what it sends at once is believed, to the tolerance that all share', async () => {
  const offMs = fc.oneof(fc.integer({ min: -20_000, max: 20_000 }), fc.integer({ min: -400 * 86_400_000, max: 400 * 86_400_000 }));
  const property = fc.asyncProperty(offMs, fc.integer({ min: 0, max: 8_000 }), fc.double({ min: 0, max: 1, noNaN: true }), async (off, took, share) => {
    vi.resetModules();
    const { judged, receivedAtMs } = await recordedAfter(off, took, share);
    expect(judged.trusted).toBe(true);
    expect(receivedAtMs - judged.atMs).toBeLessThanOrEqual(10_000);
    expect(judged.atMs).toBeLessThanOrEqual(receivedAtMs);
  });
  await fc.assert(property, randomRun(100));
});

test('TIME: two seconds fast is no wrong clock; a minute fast without an answer to learn it from is', async () => {
  const receivedAtMs = trueMs;
  const judge = (capturedAtMs: number) => honestMoment({ capturedAtMs, clockOffsetMs: 0, receivedAtMs }, telecom);
  expect(judge(trueMs + 2000)).toEqual({ atMs: trueMs, trusted: true });
  expect(judge(trueMs + 60_000)).toEqual({ atMs: trueMs, trusted: false });
  const { clockOffsetMs, measureClock } = await import('./clock.ts');
  measureClock(new Response(null, { headers: { Date: new Date(trueMs).toUTCString() } }), trueMs + 60_000, trueMs + 68_001);
  expect(clockOffsetMs(), 'an answer that took too long says nothing').toBe(0);
  measureClock(new Response(null, { headers: { Date: new Date(trueMs).toUTCString() } }), trueMs + 60_000, trueMs + 60_200);
  expect(Math.abs(clockOffsetMs() + 60_000)).toBeLessThan(1000);
});
