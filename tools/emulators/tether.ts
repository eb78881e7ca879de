/**
 * Runs the command in its arguments and ends with it. When the program that started this one goes away, however hard it was killed, the
 * channel between them closes and the command is asked to end: emulators never outlive the run that they belong to.
 */
import { spawn } from 'node:child_process';
import { killTree } from './kill-tree.ts';

const patienceMs = 20_000;
const [command = '', ...args] = process.argv.slice(2);
const child = spawn(command, args, { stdio: ['ignore', 'inherit', 'inherit'] });

child.once('error', (error) => {
  console.error(`${command} could not be started: ${error.message}`);
  process.exit(127);
});
child.once('exit', (code, signal) => process.exit(signal === null ? (code ?? 1) : 1));
process.once('disconnect', endCommand);
process.once('SIGTERM', endCommand);
process.once('SIGINT', endCommand);

function endCommand(): void {
  child.kill('SIGINT');
  setTimeout(() => killTree(child.pid), patienceMs).unref();
}
