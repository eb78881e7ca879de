import { expect, test } from 'vitest';
import { minutesTable } from './minutes.ts';

const timed = [
  { name: 'unit', minutes: 1.24 },
  { name: 'e2e', minutes: 4.5 },
];

test('given suites that have run, then each has its minutes, and a whole run its figure beside what it may be', () => {
  expect(minutesTable(timed, 5).split('\n')).toEqual([
    'unit           1.2 min',
    'e2e            4.5 min',
    '{"name":"test_minutes","value":5,"unit":"min","baseline":10,"ratio":0.5}',
  ]);
});

test('given a part of the suites, then there is no figure, since it would not be comparable', () => {
  expect(minutesTable(timed, null)).not.toContain('test_minutes');
});
