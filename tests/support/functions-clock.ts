import { rmSync, writeFileSync } from 'node:fs';
import { region } from '../../tools/build.ts';
import { servedPorts } from './served-city.ts';

/** Moves the clock of the emulated functions; it goes on from there. The phones' clocks and the database's stay as they are. */
export function setFunctionsClock(atMs: number): void {
  writeFileSync(clockFile(), String(atMs - Date.now()));
}

/** Gives the functions the machine's time back. */
export function restoreFunctionsClock(): void {
  rmSync(clockFile(), { force: true });
}

/** Runs what the schedule runs, to its end. */
export async function runScheduled(name: 'sweep' | 'reconcileBooks'): Promise<void> {
  const url = `http://127.0.0.1:${servedPorts().functions}/functions/projects/${process.env['SHOUWEN_PROJECT']}/triggers/${region}-${name}-0`;
  const response = await fetch(url, { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{}' });
  if (!response.ok) throw new Error(`${name} answered ${response.status}: ${await response.text()}`);
}

function clockFile(): string {
  const path = process.env['SHOUWEN_CLOCK_FILE'];
  if (path === undefined) throw new Error('SHOUWEN_CLOCK_FILE does not say how to move the clock of the functions.');
  return path;
}
