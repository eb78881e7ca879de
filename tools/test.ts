import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { styleText } from 'node:util';
import { onStopRequest } from './stop-requests.ts';
import { minutesTable, type Timed } from './test/minutes.ts';
import { hasPassedAlready, rememberPassed } from './test/passed-inputs.ts';
import type { Count } from './test/read-report.ts';
import { type Cities, citiesFor } from './test/cities.ts';
import { reportDir, runSuite, type SuiteOptions } from './test/run-suite.ts';
import { type Suite, suiteBefore, type Wanted, wantedTests } from './test/suites.ts';

interface Run extends Timed, Count {}

const startedAtMs = Date.now();
onStopRequest(() => process.exit(130));

try {
  process.exitCode = await test(wantedTests(process.argv.slice(2)));
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 2;
}

async function test(wanted: Wanted): Promise<number> {
  rmSync(reportDir, { recursive: true, force: true });
  mkdirSync(reportDir, { recursive: true });
  const runs = await runAll(wanted);
  console.log(`\n${minutesTable(runs, wanted.isWhole ? minutesSince(startedAtMs) : null)}`);
  const [passed, failed] = [sum(runs.map((run) => run.passed)), sum(runs.map((run) => run.failed))];
  console.log(`\n${passed} passed, ${failed} failed`);
  return failed === 0 ? 0 : 1;
}

/** Each suite as soon as the one that it comes after has ended. */
async function runAll(wanted: Wanted): Promise<Run[]> {
  const cities = citiesFor(wanted);
  const runs = new Map<string, Promise<Run>>();
  for (const suite of wanted.suites) {
    const before = suiteBefore(suite, wanted.suites);
    const turn = Promise.resolve(before === null ? undefined : runs.get(before.name));
    runs.set(
      suite.name,
      turn.then(() => runTimed(suite, wanted, cities)),
    );
  }
  try {
    return await Promise.all(runs.values());
  } finally {
    await cities.stop();
  }
}

async function runTimed(suite: Suite, wanted: Wanted, cities: Cities): Promise<Run> {
  const suiteStartedAtMs = Date.now();
  const count = await runTold(suite, wanted, cities);
  return { name: suite.name, minutes: minutesSince(suiteStartedAtMs), ...count };
}

/** A suite that need not run again says so; where everything is checked for others, and where it is asked for by name, it always runs. */
async function runTold(suite: Suite, { files, suites, isWhole }: Wanted, cities: Cities): Promise<Count> {
  console.log(styleText('bold', `\n▶ ${suite.name}`));
  if (isWhole && !process.env['CI'] && hasPassedAlready(suite)) {
    console.log(`■ ${suite.name}: nothing that goes into it has changed since it passed; npm test -- --only ${suite.name} runs it all the same`);
    return { passed: 0, failed: 0 };
  }
  const env = await cities.envFor(suite);
  const count = env === null ? { passed: 0, failed: 1 } : await runAloneOrBeside(suite, { files, env }, suites.length > 1);
  if (count.failed === 0 && files.length === 0) rememberPassed(suite);
  console.log(styleText(count.failed === 0 ? 'green' : 'red', `■ ${suite.name}: passed ${count.passed}, failed ${count.failed}`));
  return count;
}

/** What a suite says while others run is printed in one piece when it has ended. */
async function runAloneOrBeside(suite: Suite, options: SuiteOptions, isBeside: boolean): Promise<Count> {
  if (!isBeside) return runSuite(suite, options);
  const outputPath = join(reportDir, `${suite.name}.txt`);
  const count = await runSuite(suite, { ...options, outputPath });
  console.log(`\n── ${suite.name} ──\n${readFileSync(outputPath, 'utf8').trim()}`);
  return count;
}

function minutesSince(atMs: number): number {
  return (Date.now() - atMs) / 60_000;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
