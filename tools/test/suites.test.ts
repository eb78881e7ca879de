import { expect, test } from 'vitest';
import { suiteBefore, wantedTests } from './suites.ts';

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

const isBegunAfter = (args: string[]): Record<string, string | undefined> => {
  const { suites } = wantedTests(args);
  return Object.fromEntries(suites.map((suite) => [suite.name, suiteBefore(suite, suites)?.name]));
};

test('given all suites, then the browsers begin while what waits for its emulator goes on', () => {
  expect(isBegunAfter([])).toEqual({
    unit: undefined,
    rules: undefined,
    integration: 'unit',
    deployed: 'rules',
    deploy: 'deployed',
    e2e: 'unit',
    engines: 'deploy',
  });
});

test('given some suites, then each begins after the last chosen one that it would have come after', () => {
  expect(isBegunAfter(['--only', 'rules,engines'])).toEqual({ rules: undefined, engines: 'rules' });
  expect(isBegunAfter(['--only', 'integration,e2e'])).toEqual({ integration: undefined, e2e: undefined });
  expect(isBegunAfter(['--only', 'domain'])).toEqual({ domain: undefined });
});

test('given all suites, then whatever a suite comes after stands before it', () => {
  const { suites } = wantedTests([]);
  for (const suite of suites) expect(suiteBefore(suite, suites.slice(0, suites.indexOf(suite)))?.name).toBe(suite.after);
});
