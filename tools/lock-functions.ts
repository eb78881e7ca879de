import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fromRoot } from './project-paths.ts';
import { runProgram } from './run-program.ts';

/**
 * Writes functions/package-lock.json, which deployment installs by. It is made in a folder of its own, because inside the workspaces npm knows
 * only the one lock in the root. To be run after a change of functions/package.json.
 */
const folder = mkdtempSync(join(tmpdir(), 'shouwen-lock-'));
try {
  copyFileSync(fromRoot('functions', 'package.json'), join(folder, 'package.json'));
  const exitCode = await runProgram('npm', ['install', '--package-lock-only', '--no-audit', '--no-fund'], { cwd: folder });
  if (exitCode !== 0) throw new Error('npm could not work out the lock of the functions.');
  copyFileSync(join(folder, 'package-lock.json'), fromRoot('functions', 'package-lock.json'));
} finally {
  rmSync(folder, { recursive: true, force: true });
}
