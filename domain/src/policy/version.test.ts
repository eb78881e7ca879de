import { expect, test } from 'vitest';
import { isOlder, nextVersion } from './version.ts';

test.each([
  ['telecom-2026.1', 2026, 'telecom-2026.2'],
  ['telecom-2026.9', 2026, 'telecom-2026.10'],
  ['post-2026.7', 2027, 'post-2027.1'],
  ['post-2027.1', 2026, 'post-2027.2'],
])('after %s comes, in %i, %s', (version, year, next) => {
  expect(nextVersion(version, year)).toBe(next);
  expect(isOlder(version, next)).toBe(true);
  expect(isOlder(next, version)).toBe(false);
});

test('a version is not older than itself, and counts are numbers', () => {
  expect(isOlder('telecom-2026.2', 'telecom-2026.2')).toBe(false);
  expect(isOlder('telecom-2026.2', 'telecom-2026.10')).toBe(true);
});
