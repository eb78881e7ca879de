import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fromRoot, rootDir } from './project-paths.ts';

/** One hash over all files under some paths, their names and contents, and over what else is told. Tests beside the code go into no build. */
export function sourceHash(sources: readonly string[], extra = ''): string {
  const hash = createHash('sha256').update(extra);
  for (const file of sources.flatMap(filesUnder).sort()) hash.update(`\0${relative(rootDir, file)}\0`).update(readFileSync(file));
  return hash.digest('hex');
}

/** Files under a path, without what earlier builds left there. */
function filesUnder(source: string): string[] {
  const path = fromRoot(source);
  if (statSync(path).isFile()) return [path];
  return readdirSync(path, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((file) => !/[/\\](node_modules|dist)[/\\]|\.test\.tsx?$/.test(file));
}
