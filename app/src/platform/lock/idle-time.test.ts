import { expect, test } from 'vitest';
import { isIdle } from './idle-time.ts';

const at = (time: string): number => Date.parse(`2026-11-20T${time}+08:00`);

test.each([
  ['just now', '09:00:00', '09:00:00', false],
  ['a moment short of the time', '09:14:59', '09:00:00', false],
  ['the time', '09:15:00', '09:00:00', true],
  ['a night', '23:59:59', '09:00:00', true],
  ['a clock that was put right by some seconds', '08:59:30', '09:00:00', false],
  ['a clock that was set back', '08:00:00', '09:00:00', true],
])('RET-2: after fifteen minutes without a touch the device is locked: %s', (_what, now, lastActive, isLocked) => {
  expect(isIdle(at(now), at(lastActive), 15)).toBe(isLocked);
});
