import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { styleText } from 'node:util';
import { ensureBrowser, ensureChineseFont } from './browser.ts';
import { fromRoot, rootDir, runDir } from './project-paths.ts';
import { runNode } from './run-program.ts';
import { onStopRequest } from './stop-requests.ts';
import { type Count, countReport } from './test/read-report.ts';
import { chosenSuites, type Suite } from './test/suites.ts';

const reportDir = join(runDir, 'test-reports');

onStopRequest(() => process.exit(130));

try {
  process.exitCode = await test(chosenSuites(process.argv.slice(2)));
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 2;
}

async function test(chosen: Suite[]): Promise<number> {
  rmSync(reportDir, { recursive: true, force: true });
  mkdirSync(reportDir, { recursive: true });
  const total: Count = { passed: 0, failed: 0 };
  for (const suite of chosen) {
    const count = await runTimed(suite);
    total.passed += count.passed;
    total.failed += count.failed;
  }
  console.log(`\n${total.passed} passed, ${total.failed} failed`);
  return total.failed === 0 ? 0 : 1;
}

async function runTimed(suite: Suite): Promise<Count> {
  console.log(styleText('bold', `\n▶ ${suite.name}`));
  const startedAtMs = Date.now();
  const count = await runSuite(suite);
  const seconds = ((Date.now() - startedAtMs) / 1000).toFixed(1);
  console.log(styleText(count.failed === 0 ? 'green' : 'red', `■ ${suite.name}: passed ${count.passed}, failed ${count.failed}, ${seconds} s`));
  return count;
}

async function runSuite({ name, runner, projects }: Suite): Promise<Count> {
  const reportPath = join(reportDir, `${name}.json`);
  const exitCode = runner === 'vitest' ? await runVitest(projects, reportPath) : await runPlaywright(reportPath);
  return countReport(runner, existsSync(reportPath) ? readFileSync(reportPath, 'utf8') : null, exitCode);
}

async function runVitest(projects: readonly string[], reportPath: string): Promise<number> {
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${reportPath}`];
  return runNode(
    fromRoot('node_modules', 'vitest', 'vitest.mjs'),
    ['run', ...projects.flatMap((project) => ['--project', project]), '--passWithNoTests', ...reporters],
    { cwd: rootDir },
  );
}

async function runPlaywright(reportPath: string): Promise<number> {
  try {
    const browser = ensureBrowser();
    console.log(`Browser: ${browser.path}, ${browser.origin}.`);
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    return 1;
  }
  ensureChineseFont();
  const config = fromRoot('tests', 'e2e', 'playwright.config.ts');
  const args = ['test', '--config', config, '--reporter', 'list,json'];
  return runNode(fromRoot('node_modules', '@playwright', 'test', 'cli.js'), args, {
    cwd: rootDir,
    env: { ...process.env, PLAYWRIGHT_JSON_OUTPUT_NAME: reportPath },
  });
}
