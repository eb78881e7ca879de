/**
 * Runs the command in its arguments and ends with it. When the program that started this one goes away, however hard it was killed, the
 * channel between them closes and the command is asked to end: emulators never outlive the run that they belong to.
 * A command that was not ready yet is killed instead: asked to end, it would write down the half of its data that it had read so far.
 */
import { spawn } from 'node:child_process';
import { killTree } from './kill-tree.ts';

const patienceMs = 20_000;
const [command = '', ...args] = process.argv.slice(2);
const child = spawn(command, args, { stdio: ['ignore', 'inherit', 'inherit'] });
let isReady = false;

child.once('error', (error) => {
  console.error(`${command} could not be started: ${error.message}`);
  process.exit(127);
});
child.once('exit', (code) => process.exit(code ?? 1));
process.once('message', () => (isReady = true));
process.once('disconnect', endCommand);
process.once('SIGTERM', endCommand);
process.once('SIGINT', endCommand);

function endCommand(): void {
  if (!isReady) return killTree(child.pid);
  child.kill('SIGINT');
  setTimeout(() => killTree(child.pid), patienceMs).unref();
}
