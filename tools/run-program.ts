import { spawn } from 'node:child_process';
import { closeSync, openSync } from 'node:fs';

export interface RunOptions {
  cwd?: string;
  env?: NodeJS.ProcessEnv;
  /** A file for all that the program says; without it, it says it here. */
  outputPath?: string;
}

/** Runs a program to its end and gives its exit code; a program that cannot be started or that a signal ended has code 1. */
export async function runProgram(command: string, args: readonly string[], options: RunOptions = {}): Promise<number> {
  const output = options.outputPath === undefined ? ('inherit' as const) : openSync(options.outputPath, 'w');
  const child = spawn(command, args, {
    ...(options.cwd === undefined ? {} : { cwd: options.cwd }),
    env: options.env ?? process.env,
    stdio: ['ignore', output, output],
  });
  const endIt = (): void => void child.kill('SIGTERM');
  process.once('exit', endIt);
  try {
    return await new Promise<number>((resolve) => {
      child.once('error', (error) => {
        console.error(`${command} could not be started: ${error.message}`);
        resolve(1);
      });
      child.once('exit', (code) => resolve(code ?? 1));
    });
  } finally {
    process.off('exit', endIt);
    if (typeof output === 'number') closeSync(output);
  }
}

/** The same for a program of ours or of a package, under the Node that runs this. */
export async function runNode(script: string, args: readonly string[], options: RunOptions = {}): Promise<number> {
  return runProgram(process.execPath, [script, ...args], options);
}
