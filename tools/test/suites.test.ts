import { expect, test } from 'vitest';
import { chosenSuites } from './suites.ts';

const namesOf = (args: string[]): string[] => chosenSuites(args).map((suite) => suite.name);

test('given no flag, then all suites are chosen', () => {
  expect(namesOf([])).toEqual(['unit', 'rules', 'integration', 'deploy', 'e2e']);
});

test('given --only, then the named suites are chosen in their usual order', () => {
  expect(namesOf(['--only', 'rules,unit'])).toEqual(['unit', 'rules']);
});

test('given --only with a part of a suite, then that part alone is run', () => {
  expect(chosenSuites(['--only', 'domain'])).toEqual([{ name: 'domain', runner: 'vitest', projects: ['domain'] }]);
});

test('given --only with an unknown or no name, then it is refused', () => {
  expect(() => chosenSuites(['--only', 'rulez'])).toThrow(/not rulez/);
  expect(() => chosenSuites(['--only'])).toThrow(/--only takes one or more of unit/);
});
