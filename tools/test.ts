import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { styleText } from 'node:util';
import { ensureBrowser, ensureChineseFont } from './browser.ts';
import { fromRoot, rootDir, runDir } from './project-paths.ts';
import { runNode } from './run-program.ts';
import { onStopRequest } from './stop-requests.ts';
import { type Count, countReport } from './test/read-report.ts';
import { hasPassedAlready, rememberPassed } from './test/passed-inputs.ts';
import { minutesTable, type Timed } from './test/minutes.ts';
import { type Suite, type Wanted, wantedTests } from './test/suites.ts';

const reportDir = join(runDir, 'test-reports');

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
  const total: Count = { passed: 0, failed: 0 };
  const timed: Timed[] = [];
  for (const suite of wanted.suites) {
    const startedAtMs = Date.now();
    const count = await runTold(suite, wanted);
    timed.push({ name: suite.name, minutes: (Date.now() - startedAtMs) / 60_000 });
    total.passed += count.passed;
    total.failed += count.failed;
  }
  console.log(`\n${minutesTable(timed, wanted.isWhole)}`);
  console.log(`\n${total.passed} passed, ${total.failed} failed`);
  return total.failed === 0 ? 0 : 1;
}

/** A suite that need not run again says so; where everything is checked for others, and where it is asked for by name, it always runs. */
async function runTold(suite: Suite, { files, isWhole }: Wanted): Promise<Count> {
  console.log(styleText('bold', `\n▶ ${suite.name}`));
  if (isWhole && !process.env['CI'] && hasPassedAlready(suite)) {
    console.log(`■ ${suite.name}: nothing that goes into it has changed since it passed; npm test -- --only ${suite.name} runs it all the same`);
    return { passed: 0, failed: 0 };
  }
  const count = await runSuite(suite, files);
  if (count.failed === 0 && files.length === 0) rememberPassed(suite);
  console.log(styleText(count.failed === 0 ? 'green' : 'red', `■ ${suite.name}: passed ${count.passed}, failed ${count.failed}`));
  return count;
}

async function runSuite({ name, runner, projects }: Suite, files: readonly string[]): Promise<Count> {
  const reportPath = join(reportDir, `${name}.json`);
  const exitCode = runner === 'vitest' ? await runVitest(projects, files, reportPath) : await runPlaywright(files, reportPath);
  return countReport(runner, existsSync(reportPath) ? readFileSync(reportPath, 'utf8') : null, exitCode);
}

async function runVitest(projects: readonly string[], files: readonly string[], reportPath: string): Promise<number> {
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${reportPath}`];
  return runNode(
    fromRoot('node_modules', 'vitest', 'vitest.mjs'),
    ['run', ...files, ...projects.flatMap((project) => ['--project', project]), '--passWithNoTests', ...reporters],
    { cwd: rootDir },
  );
}

async function runPlaywright(files: readonly string[], reportPath: string): Promise<number> {
  try {
    const browser = ensureBrowser();
    console.log(`Browser: ${browser.path}, ${browser.origin}.`);
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    return 1;
  }
  ensureChineseFont();
  const config = fromRoot('tests', 'e2e', 'playwright.config.ts');
  const args = ['test', ...files, '--config', config, '--reporter', 'list,json'];
  return runNode(fromRoot('node_modules', '@playwright', 'test', 'cli.js'), args, {
    cwd: rootDir,
    env: { ...process.env, PLAYWRIGHT_JSON_OUTPUT_NAME: reportPath },
  });
}
