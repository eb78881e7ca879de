import { expect, it } from 'vitest';
import { watchPaceMs } from './watch-pace.ts';

it('looks often for half a minute after sending, then gently', () => {
  expect([0, 29_999, 30_000, 600_000].map(watchPaceMs)).toEqual([3_000, 3_000, 60_000, 60_000]);
});
