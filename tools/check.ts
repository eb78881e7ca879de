import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { styleText } from 'node:util';
import { fromRoot, rootDir, runDir } from './project-paths.ts';
import { runNode } from './run-program.ts';
import { onStopRequest } from './stop-requests.ts';

interface Check {
  name: string;
  script: string[];
  args: string[];
}

const linted = ['domain/src', 'functions/src', 'app/src', 'app/vite.config.ts', 'app/vite.status.config.ts', 'tools', 'tests', 'vitest.config.ts'];

const checks: Check[] = [
  { name: 'types', script: ['typescript', 'bin', 'tsc'], args: ['--build', '--pretty'] },
  { name: 'lint', script: ['oxlint', 'bin', 'oxlint'], args: ['--type-aware', '--deny-warnings', '--report-unused-disable-directives', ...linted] },
  { name: 'format', script: ['prettier', 'bin', 'prettier.cjs'], args: ['--check', '.'] },
  { name: 'unused', script: ['knip', 'bin', 'knip.js'], args: ['--no-progress', '--no-config-hints'] },
  { name: 'style', script: ['vitest', 'vitest.mjs'], args: ['run', '--project', 'tools', 'style/'] },
];

onStopRequest(() => process.exit(130));
process.exitCode = await checkAll();

/** All checks run, whatever the others say, so that one look shows all there is to mend. */
async function checkAll(): Promise<number> {
  mkdirSync(join(runDir, 'checks'), { recursive: true });
  const failed = (await Promise.all(checks.map(runCheck))).filter((check) => check !== null);
  for (const { name } of failed) console.log(`\n${styleText('bold', `── ${name} ──`)}\n${readFileSync(outputPathOf(name), 'utf8').trim()}`);
  console.log(
    failed.length === 0
      ? `\nAll ${checks.length} checks passed.`
      : `\n${failed.length} of ${checks.length} checks failed: ${failed.map(({ name }) => name).join(', ')}.`,
  );
  return failed.length === 0 ? 0 : 1;
}

/** Null when the check passed. */
async function runCheck(check: Check): Promise<Check | null> {
  const startedAtMs = Date.now();
  const exitCode = await runNode(fromRoot('node_modules', ...check.script), check.args, { cwd: rootDir, outputPath: outputPathOf(check.name) });
  const verdict = exitCode === 0 ? styleText('green', 'passed') : styleText('red', 'failed');
  console.log(`${check.name.padEnd(7)} ${verdict} ${((Date.now() - startedAtMs) / 1000).toFixed(1)} s`);
  return exitCode === 0 ? null : check;
}

function outputPathOf(name: string): string {
  return join(runDir, 'checks', `${name}.txt`);
}
