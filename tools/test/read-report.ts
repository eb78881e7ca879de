import { existsSync, readFileSync } from 'node:fs';

export interface Count {
  passed: number;
  failed: number;
}

interface VitestReport {
  numPassedTests: number;
  numFailedTests: number;
  success: boolean;
  testResults: { name: string; status: string; assertionResults: unknown[] }[];
}

interface PlaywrightReport {
  stats: { expected: number; unexpected: number; flaky: number };
  errors: unknown[];
}

/**
 * Counts what a suite's report tells. A suite without a report has crashed, and one that ran nothing has tested nothing: both count as one
 * failure, so that no silence can look like success. The same goes for a run that ends badly with every test passed (a leaked error, a teardown).
 */
export function countReport(runner: 'vitest' | 'playwright', reportText: string | null, exitCode: number): Count {
  const count = reportText === null ? { passed: 0, failed: 1 } : countTests(runner, reportText);
  const ranNothing = count.passed + count.failed === 0;
  return ranNothing || (exitCode !== 0 && count.failed === 0) ? { ...count, failed: count.failed + 1 } : count;
}

/** The same of a report in a file. */
export function countReportFile(runner: 'vitest' | 'playwright', path: string, exitCode: number): Count {
  return countReport(runner, existsSync(path) ? readFileSync(path, 'utf8') : null, exitCode);
}

function countTests(runner: 'vitest' | 'playwright', reportText: string): Count {
  const report: unknown = parseOrNull(reportText);
  if (report === null) return { passed: 0, failed: 1 };
  return runner === 'vitest' ? countVitest(report as VitestReport) : countPlaywright(report as PlaywrightReport);
}

/** A file that could not even be loaded has failed without a single test to its name. */
function countVitest(report: VitestReport): Count {
  const unloadable = report.testResults.filter((file) => file.status === 'failed' && file.assertionResults.length === 0).length;
  return { passed: report.numPassedTests, failed: report.numFailedTests + unloadable };
}

/** A test that passed only when it was tried again has failed. */
function countPlaywright({ stats, errors }: PlaywrightReport): Count {
  return { passed: stats.expected, failed: stats.unexpected + stats.flaky + errors.length };
}

function parseOrNull(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
