import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, openSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { killTree } from './kill-tree.ts';

const tetherPath = fileURLToPath(new URL('tether.ts', import.meta.url));
const patienceMs = 25_000;

/** What a program writes when it can be used, and what it writes when it never will be, although it goes on running. */
interface ReadySigns {
  ready: string;
  failed?: RegExp;
  timeoutMs: number;
}

export interface TetheredProcess {
  /** Resolves when the log holds the text; rejects with the log's end when the process ends first, tells of a failure or is out of time. */
  untilReady(signs: ReadySigns): Promise<void>;
  onEnd(listener: () => void): void;
  /** Asks it to end and waits until it has; one that was never ready is killed. */
  stop(): Promise<void>;
}

/** Starts a program whose output goes to a file and which ends when this process does. Its own group keeps Ctrl-C in the terminal from reaching it first. */
export function startTethered(command: string, args: string[], options: { logPath: string; cwd: string; env: NodeJS.ProcessEnv }): TetheredProcess {
  const log = openSync(options.logPath, 'w');
  const child = spawn(process.execPath, [tetherPath, command, ...args], {
    cwd: options.cwd,
    env: options.env,
    detached: true,
    stdio: ['ignore', log, log, 'ipc'],
  });
  closeSync(log);
  child.channel?.unref();
  const hasEnded = (): boolean => child.exitCode !== null || child.signalCode !== null;
  return {
    untilReady: async (signs) => {
      await untilLogged(options.logPath, signs, hasEnded);
      child.send('ready');
    },
    onEnd: (listener) => void child.once('exit', listener),
    stop: () => stop(child),
  };
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const force = setTimeout(() => killTree(child.pid), patienceMs);
  child.kill('SIGTERM');
  await ended;
  clearTimeout(force);
}

async function untilLogged(logPath: string, { ready, failed, timeoutMs }: ReadySigns, hasEnded: () => boolean): Promise<void> {
  const deadlineMs = Date.now() + timeoutMs;
  for (;;) {
    const ended = hasEnded();
    const log = readFileSync(logPath, 'utf8');
    const failure = failed?.exec(log);
    if (failure) throw new Error(`It says: ${failure[0].trim()}\nThe whole log is ${logPath}.`);
    if (log.includes(ready)) return;
    if (ended || Date.now() > deadlineMs) throw new Error(`${ended ? 'It ended' : 'It was not ready in time'}. The end of ${logPath}:\n${log.slice(-3000)}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
