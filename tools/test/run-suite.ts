import { join } from 'node:path';
import { ensureBrowser, ensureChineseFont, ensureHeadlessShell } from '../browser.ts';
import { ensureEngines } from '../engines.ts';
import { fromRoot, rootDir, runDir } from '../project-paths.ts';
import { runNode } from '../run-program.ts';
import { type Count, countReportFile } from './read-report.ts';
import type { Suite } from './suites.ts';

export const reportDir = join(runDir, 'test-reports');

interface SuiteOptions {
  /** Parts of file names; none means all files. */
  files: readonly string[];
  /** A file for all that the suite says, when another one speaks at the same time. */
  outputPath?: string;
}

/** Runs a suite to its end and counts its tests. */
export async function runSuite({ name, runner, projects }: Suite, options: SuiteOptions): Promise<Count> {
  const reportPath = join(reportDir, `${name}.json`);
  if (name === 'engines' && !areEnginesHere()) return { passed: 0, failed: process.env['CI'] ? 1 : 0 };
  const exitCode = runner === 'vitest' ? await runVitest(projects, reportPath, options) : await runPlaywright(name, reportPath, options);
  return countReportFile(runner, reportPath, exitCode);
}

async function runVitest(projects: readonly string[], reportPath: string, { files, outputPath }: SuiteOptions): Promise<number> {
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${reportPath}`];
  return runNode(
    fromRoot('node_modules', 'vitest', 'vitest.mjs'),
    ['run', ...files, ...projects.flatMap((project) => ['--project', project]), '--passWithNoTests', ...reporters],
    { cwd: rootDir, ...(outputPath === undefined ? {} : { outputPath }) },
  );
}

/** Says which engines are not tested because they are not here. Where everything is checked for others none may be missing, elsewhere one is enough to begin. */
function areEnginesHere(): boolean {
  const { here, missing } = ensureEngines();
  for (const { standsFor, packages } of missing) console.log(`${standsFor}: not on this machine, not tested. Debian has it as ${packages.join(', ')}.`);
  return here.length > 0 && (missing.length === 0 || !process.env['CI']);
}

async function runPlaywright(suite: string, reportPath: string, { files, outputPath }: SuiteOptions): Promise<number> {
  try {
    const browser = ensureBrowser();
    console.log(`Browser: ${browser.path}, ${browser.origin}.`);
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    return 1;
  }
  ensureHeadlessShell();
  ensureChineseFont();
  const config = fromRoot('tests', suite, 'playwright.config.ts');
  // One file has no use for a second browser and its city.
  const workers = files.length === 1 ? ['--workers', '1'] : [];
  return runNode(fromRoot('node_modules', '@playwright', 'test', 'cli.js'), ['test', ...files, ...workers, '--config', config, '--reporter', 'list,json'], {
    cwd: rootDir,
    env: { ...process.env, PLAYWRIGHT_JSON_OUTPUT_NAME: reportPath },
    ...(outputPath === undefined ? {} : { outputPath }),
  });
}
