import { expect, test } from 'vitest';
import type { Host } from '../host.ts';
import { changedFields } from './changed-fields.ts';

const host = { timestamp: (atMs: number) => `at ${atMs}` } as Host;
const before = { id: 'one', seq: 3, schemaVersion: 2, state: 'open', pauses: [], dueAtMs: 5 };

test('only what changed is written', () => {
  expect(changedFields(host, before, { ...before, seq: 4, dueAtMs: 6 })).toEqual({ seq: 4, dueAt: 'at 6' });
});

test('all of it is written where functions have written nothing yet', () => {
  const received = { ...before, seq: 1 };
  expect(changedFields(host, { ...before, seq: 0 }, received)).toEqual({ seq: 1, schemaVersion: 2, state: 'open', pauses: [], dueAt: 'at 5' });
});

test('all of it is written where an older version wrote it, for what was only worked out while reading is not stored yet', () => {
  const after = { ...before, seq: 4, schemaVersion: 3 };
  expect(changedFields(host, before, after)).toEqual({ seq: 4, schemaVersion: 3, state: 'open', pauses: [], dueAt: 'at 5' });
});
