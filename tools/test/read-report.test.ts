import { expect, test } from 'vitest';
import { countReport } from './read-report.ts';

const vitestReport = (passed: number, failed: number, files: object[] = []): string =>
  JSON.stringify({ numPassedTests: passed, numFailedTests: failed, testResults: files });
const playwrightReport = (expected: number, unexpected: number, flaky = 0, errors: object[] = []): string =>
  JSON.stringify({ stats: { expected, unexpected, flaky }, errors });

test('given a report, then its tests are counted', () => {
  expect(countReport('vitest', vitestReport(7, 0), 0)).toEqual({ passed: 7, failed: 0 });
  expect(countReport('vitest', vitestReport(5, 2), 1)).toEqual({ passed: 5, failed: 2 });
  expect(countReport('playwright', playwrightReport(3, 1), 1)).toEqual({ passed: 3, failed: 1 });
});

test('given no report or one cut off, then the suite has crashed and counts as a failure', () => {
  expect(countReport('vitest', null, 0)).toEqual({ passed: 0, failed: 1 });
  expect(countReport('playwright', '{"stats":', 0)).toEqual({ passed: 0, failed: 1 });
});

test('given a suite that ran nothing, then it counts as a failure', () => {
  expect(countReport('vitest', vitestReport(0, 0), 0)).toEqual({ passed: 0, failed: 1 });
});

test('given a file that could not be loaded beside one that passed, then it counts as a failure', () => {
  const files = [{ name: 'a.test.ts', status: 'failed', assertionResults: [] }];
  expect(countReport('vitest', vitestReport(4, 0, files), 1)).toEqual({ passed: 4, failed: 1 });
});

test('given a run that ends badly although every test passed, then it counts as a failure', () => {
  expect(countReport('vitest', vitestReport(4, 0), 1)).toEqual({ passed: 4, failed: 1 });
});

test('given a browser test that passed only on a second try, then it counts as a failure', () => {
  expect(countReport('playwright', playwrightReport(2, 0, 1), 0)).toEqual({ passed: 2, failed: 1 });
});
