import { execFileSync } from 'node:child_process';

/** Kills a process and all that it started, leaves first found last, for when asking did not help. */
export function killTree(pid: number | undefined): void {
  if (pid === undefined) return;
  for (const victim of [...descendantsOf(pid), pid]) {
    try {
      process.kill(victim, 'SIGKILL');
    } catch {
      // It has ended by itself meanwhile, which is what was wanted.
    }
  }
}

function descendantsOf(pid: number): number[] {
  const rows = execFileSync('ps', ['-eo', 'pid=,ppid='], { encoding: 'utf8' }).trim().split('\n');
  const pairs = rows.map((row) => row.trim().split(/\s+/).map(Number));
  const childrenOf = (parent: number): number[] =>
    pairs.flatMap(([child, itsParent]) => (itsParent === parent && child !== undefined ? [child, ...childrenOf(child)] : []));
  return childrenOf(pid);
}
