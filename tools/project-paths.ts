import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const rootDir = dirname(dirname(fileURLToPath(import.meta.url)));

/** Everything that running the project leaves behind: data of the emulators, logs, stamps of builds. May be deleted at any time. */
export const runDir = join(rootDir, '.run');

export function fromRoot(...parts: string[]): string {
  return join(rootDir, ...parts);
}
