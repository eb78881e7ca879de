import type { PolicyField, PolicyUnit } from '@shouwen/domain/policy/policy-field';
import { expect, test } from 'vitest';
import { numberTyped, typedNumber } from './figure-typing.ts';

function fieldIn(unit: PolicyUnit): PolicyField {
  const takes = { kind: 'number', unit, least: 0, most: 10_000_000 } as const;
  return { key: 'limits.photos', name: 'limits.photos', group: 'limits', of: null, step: null, roles: [], path: ['limits', 'photos'], takes, basis: null };
}

test.each<[PolicyUnit, string, number]>([
  ['hours', '8', 8],
  ['days', '-1', -1],
  ['fen', '300', 30_000],
  ['fen', '0.05', 5],
  ['fen', '1234.50', 123_450],
  ['share', '75', 0.75],
  ['share', '150', 1.5],
])('in %s, %s is typed for %d', (unit, typed, value) => {
  expect(numberTyped(fieldIn(unit), typed)).toBe(value);
  expect(numberTyped(fieldIn(unit), typedNumber(fieldIn(unit), value))).toBe(value);
});

test.each<[PolicyUnit, string]>([
  ['hours', ''],
  ['hours', '8.5'],
  ['hours', 'eight'],
  ['hours', '1e3'],
  ['fen', '1.234'],
  ['fen', '-5'],
  ['share', '33.3'],
])('in %s, %o is no figure', (unit, typed) => {
  expect(numberTyped(fieldIn(unit), typed)).toBeNull();
});

test('thousands may be parted as they are shown', () => {
  expect(numberTyped(fieldIn('fen'), '10,000')).toBe(1_000_000);
});
