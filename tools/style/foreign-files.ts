import { readFileSync } from 'node:fs';
import { fromRoot } from '../project-paths.ts';

/** The files of others that a new aggregate needs a line in, as CONTRIBUTING.md names them. */
export function foreignFilesNamed(): string[] {
  const [, section = ''] = readFileSync(fromRoot('CONTRIBUTING.md'), 'utf8').split('## Adding an aggregate');
  const table = section.split('\n## ')[0] ?? '';
  return [...table.matchAll(/^\| `([^`]+)` \|/gm)].map((row) => row[1] ?? '');
}
