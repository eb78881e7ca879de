import { expect, test } from 'vitest';
import { inLanes, wantedTests } from './suites.ts';

const namesOf = (args: string[]): string[] => wantedTests(args).suites.map((suite) => suite.name);

test('given no flag, then all suites are chosen', () => {
  expect(namesOf([])).toEqual(['unit', 'rules', 'integration', 'deployed', 'deploy', 'e2e', 'engines']);
});

test('given --only, then the named suites are chosen in their usual order', () => {
  expect(namesOf(['--only', 'rules,unit'])).toEqual(['unit', 'rules']);
});

test('given --only with a part of a suite, then that part alone is run', () => {
  expect(wantedTests(['--only', 'domain']).suites).toEqual([{ name: 'domain', runner: 'vitest', projects: ['domain'] }]);
});

test('given --only with an unknown or no name, then it is refused', () => {
  expect(() => wantedTests(['--only', 'rulez'])).toThrow(/not rulez/);
  expect(() => wantedTests(['--only'])).toThrow(/--only takes one or more of unit/);
});

test('given names after the suite, then only files with one of them in their name are run', () => {
  expect(wantedTests(['--only', 'integration', 'refund-races', 'sweep'])).toMatchObject({ files: ['refund-races', 'sweep'], isWhole: false });
  expect(wantedTests([])).toMatchObject({ files: [], isWhole: true });
});

test('given names without a suite, then they are refused', () => {
  expect(() => wantedTests(['refund-races'])).toThrow(/after --only/);
});

test('given all suites, then two run beside each other at a time and the browsers come after them', () => {
  const { beside, after } = inLanes(wantedTests([]).suites);
  expect(beside.map((lane) => lane.map(({ name }) => name))).toEqual([
    ['unit', 'integration'],
    ['rules', 'deployed', 'deploy'],
  ]);
  expect(after.map(({ name }) => name)).toEqual(['e2e', 'engines']);
});

test('given one suite, then nothing runs beside it', () => {
  expect(inLanes(wantedTests(['--only', 'rules']).suites).beside).toHaveLength(1);
  expect(inLanes(wantedTests(['--only', 'domain']).suites).beside).toEqual([]);
});
