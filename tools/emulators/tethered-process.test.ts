import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { startTethered, type TetheredProcess } from './tethered-process.ts';

let folder = '';
let started: TetheredProcess;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'shouwen-tethered-'));
});
afterEach(async () => {
  await started.stop();
  rmSync(folder, { recursive: true, force: true });
});

/** A program that says this and then goes on running. */
function startSaying(text: string): void {
  const program = `console.log(${JSON.stringify(text)}); setInterval(() => {}, 1000);`;
  started = startTethered(process.execPath, ['--eval', program], { logPath: join(folder, 'log'), cwd: folder, env: process.env });
}

test('given a program that says that it is ready, then it is', async () => {
  startSaying('loading\nall ready');
  await started.untilReady({ ready: 'all ready', failed: /could not load/, timeoutMs: 60_000 });
});

test('given a program that says that something failed and then that it is ready, then it is not waited for and its words are told', async () => {
  startSaying('could not load x\nall ready');
  await expect(started.untilReady({ ready: 'all ready', failed: /could not.*/, timeoutMs: 60_000 })).rejects.toThrow('It says: could not load x');
});

test('given a program that ends before it was ready, then the end of what it said is told', async () => {
  started = startTethered(process.execPath, ['--eval', 'console.log("no room")'], { logPath: join(folder, 'log'), cwd: folder, env: process.env });
  await expect(started.untilReady({ ready: 'all ready', timeoutMs: 60_000 })).rejects.toThrow(/It ended[^]*no room/);
});
