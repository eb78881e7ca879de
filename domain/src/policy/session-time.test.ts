import { expect, test } from 'vitest';
import { isSessionOver, sessionMsIn } from './session-time.ts';

const hourMs = 3_600_000;
const at = (time: string): number => Date.parse(`2026-11-20T${time}+08:00`);

test('RET-2: a sign-in is good for the hours that the operator gives it', () => {
  expect(isSessionOver(at('16:59:59'), at('09:00:00'), 8 * hourMs)).toBe(false);
  expect(isSessionOver(at('17:00:00'), at('09:00:00'), 8 * hourMs)).toBe(true);
});

test.each([
  ['what is said of the operator', { telecom: 'telecom-2026.2', sessionMs: { telecom: 8 * hourMs } }, 8],
  ['a week, of another', { sessionMs: { post: 8 * hourMs } }, 168],
  ['a week, from before it was said', { telecom: 'telecom-2026.1' }, 168],
  ['a week, where it is no number', { sessionMs: { telecom: 'long' } }, 168],
  ['a week, where there is nothing', undefined, 168],
])('how long a sign-in is good for: %s', (_what, current, hours) => {
  expect(sessionMsIn(current, 'telecom')).toBe(hours * hourMs);
});
