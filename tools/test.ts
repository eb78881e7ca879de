import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { styleText } from 'node:util';
import { browserCount } from '../tests/support/city-of-worker.ts';
import { serveCities } from '../tests/support/served-cities.ts';
import { onStopRequest } from './stop-requests.ts';
import { minutesTable, type Timed } from './test/minutes.ts';
import { hasPassedAlready, rememberPassed } from './test/passed-inputs.ts';
import type { Count } from './test/read-report.ts';
import { reportDir, runSuite } from './test/run-suite.ts';
import { inLanes, type Suite, type Wanted, wantedTests } from './test/suites.ts';

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

/** The lists beside each other, then what is left; the cities of the browser tests are made ready as soon as the last list has nothing else to do. */
async function runAll(wanted: Wanted): Promise<Run[]> {
  const { beside, after } = inLanes(wanted.suites);
  const lanes = beside.map((lane) => runInTurn(lane, wanted, beside.length > 1));
  const served = wanted.isWhole ? lanes.at(-1)?.then(serveAhead) : undefined;
  const runs = (await Promise.all(lanes)).flat();
  const stopServing = await served;
  try {
    return [...runs, ...(await runInTurn(after, wanted, false))];
  } finally {
    await stopServing?.();
  }
}

/** Where that fails, the browser tests try again for themselves and say why it does not work. */
async function serveAhead(): Promise<() => Promise<void>> {
  return serveCities(browserCount).catch(() => () => Promise.resolve());
}

async function runInTurn(suites: readonly Suite[], wanted: Wanted, isBeside: boolean): Promise<Run[]> {
  const runs: Run[] = [];
  for (const suite of suites) {
    const suiteStartedAtMs = Date.now();
    const count = await runTold(suite, wanted, isBeside);
    runs.push({ name: suite.name, minutes: minutesSince(suiteStartedAtMs), ...count });
  }
  return runs;
}

/** A suite that need not run again says so; where everything is checked for others, and where it is asked for by name, it always runs. */
async function runTold(suite: Suite, { files, isWhole }: Wanted, isBeside: boolean): Promise<Count> {
  console.log(styleText('bold', `\n▶ ${suite.name}`));
  if (isWhole && !process.env['CI'] && hasPassedAlready(suite)) {
    console.log(`■ ${suite.name}: nothing that goes into it has changed since it passed; npm test -- --only ${suite.name} runs it all the same`);
    return { passed: 0, failed: 0 };
  }
  const count = await runAloneOrBeside(suite, files, isBeside);
  if (count.failed === 0 && files.length === 0) rememberPassed(suite);
  console.log(styleText(count.failed === 0 ? 'green' : 'red', `■ ${suite.name}: passed ${count.passed}, failed ${count.failed}`));
  return count;
}

/** What a suite says while others run is printed in one piece when it has ended. */
async function runAloneOrBeside(suite: Suite, files: readonly string[], isBeside: boolean): Promise<Count> {
  if (!isBeside) return runSuite(suite, { files });
  const outputPath = join(reportDir, `${suite.name}.txt`);
  const count = await runSuite(suite, { files, outputPath });
  console.log(`\n── ${suite.name} ──\n${readFileSync(outputPath, 'utf8').trim()}`);
  return count;
}

function minutesSince(atMs: number): number {
  return (Date.now() - atMs) / 60_000;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
