import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Ports } from '../emulators/ports.ts';
import { runDir } from '../project-paths.ts';

const markPath = join(runDir, 'running.json');

/** The address of a run that still answers, since two runs must not share one folder of data; null when there is none. */
export async function runningAddress(): Promise<string | null> {
  if (!existsSync(markPath)) return null;
  const ports = JSON.parse(readFileSync(markPath, 'utf8')) as Ports;
  try {
    await fetch(`http://127.0.0.1:${ports.hub}/emulators`);
    return `http://127.0.0.1:${ports.hosting}`;
  } catch {
    return null;
  }
}

export function rememberRunning(ports: Ports): void {
  writeFileSync(markPath, JSON.stringify(ports));
}

export function forgetRunning(): void {
  rmSync(markPath, { force: true });
}
