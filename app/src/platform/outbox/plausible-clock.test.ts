import { expect, test } from 'vitest';
import { withPlausibleClock } from './plausible-clock.ts';

const trueMs = Date.parse('2026-11-30T10:00:00+08:00');
const yearMs = 31_536_000_000;

test('REC-4, TIME: a clock that is merely wrong is told as it is, one of another century by what the phone knows of the true time', () => {
  const wrong = { capturedAtMs: trueMs - 10 * yearMs, clockOffsetMs: 10 * yearMs };
  expect(withPlausibleClock(wrong)).toBe(wrong);
  const flat = { type: 'note', capturedAtMs: trueMs - 56 * yearMs, clockOffsetMs: 56 * yearMs };
  expect(withPlausibleClock(flat)).toEqual({ type: 'note', capturedAtMs: trueMs, clockOffsetMs: 0 });
});

test('REC-4: a phone that knows nothing of the true time writes the nearest moment that the server takes', () => {
  expect(withPlausibleClock({ capturedAtMs: 0, clockOffsetMs: 0 })).toEqual({ capturedAtMs: Date.UTC(2000, 0), clockOffsetMs: 0 });
  expect(withPlausibleClock({ capturedAtMs: Date.UTC(2142, 0), clockOffsetMs: 0 })).toEqual({ capturedAtMs: Date.UTC(2100, 0) - 1, clockOffsetMs: 0 });
  expect(withPlausibleClock({ capturedAtMs: 0 })).toEqual({ capturedAtMs: Date.UTC(2000, 0) });
  const clockless = { name: '王芳', capturedAtMs: undefined };
  expect(withPlausibleClock(clockless)).toBe(clockless);
});
