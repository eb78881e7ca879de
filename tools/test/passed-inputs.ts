import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { runDir } from '../project-paths.ts';
import { sourceHash } from '../source-hash.ts';
import type { Suite } from './suites.ts';

/** Whether a suite that names its inputs has passed with exactly these. */
export function hasPassedAlready({ name, inputs }: Pick<Suite, 'name' | 'inputs'>): boolean {
  return inputs !== undefined && existsSync(stampPath(name)) && readFileSync(stampPath(name), 'utf8') === sourceHash(inputs);
}

export function rememberPassed({ name, inputs }: Pick<Suite, 'name' | 'inputs'>): void {
  if (inputs === undefined) return;
  mkdirSync(runDir, { recursive: true });
  writeFileSync(stampPath(name), sourceHash(inputs));
}

function stampPath(name: string): string {
  return join(runDir, `passed-${name}`);
}
