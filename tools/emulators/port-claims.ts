import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const claimsDir = join(tmpdir(), 'shouwen-ports');

/**
 * Claims a port for this process, for the seconds between finding it free and an emulator listening on it: two runs that start together would
 * both find it free. The claim of a process that has ended is void.
 */
export function claimPort(port: number): boolean {
  mkdirSync(claimsDir, { recursive: true });
  const path = join(claimsDir, String(port));
  try {
    writeFileSync(path, String(process.pid), { flag: 'wx' });
    return true;
  } catch {
    if (isAliveElsewhere(Number(readFileSync(path, 'utf8')))) return false;
    writeFileSync(path, String(process.pid));
    return true;
  }
}

function isAliveElsewhere(pid: number): boolean {
  if (pid === process.pid || !Number.isInteger(pid) || pid <= 0) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
