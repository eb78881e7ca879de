import { posix } from 'node:path';
import type { SourceFile } from './source-files.ts';

const importPattern = /(?:\bfrom\s+|\bimport\s*\(\s*|^\s*import\s+)['"](\.[^'"]+|@shouwen\/domain\/(?!packs\/)[^'"]+)['"]/gm;
const domainPackage = '@shouwen/domain/';

/** The project's own files that a file imports, as paths from the root; those that it imports for their types alone count as well, data does not. */
export function importsOf({ path, text }: SourceFile): string[] {
  const targets = [...text.matchAll(importPattern)].map(([, target = '']) => target).filter((target) => !target.endsWith('.json'));
  return targets.map((target) =>
    target.startsWith(domainPackage) ? `domain/src/${target.slice(domainPackage.length)}.ts` : posix.join(posix.dirname(path), target),
  );
}

/** The first circle of files that is found among those given, as a path that ends where it begins; null when there is none. */
export function findCircle(files: readonly SourceFile[]): string[] | null {
  const imports = new Map(files.map((file) => [file.path, importsOf(file)]));
  const done = new Set<string>();
  const visit = (path: string, above: readonly string[]): string[] | null => {
    if (above.includes(path)) return [...above.slice(above.indexOf(path)), path];
    if (done.has(path)) return null;
    for (const target of imports.get(path) ?? []) {
      const circle = visit(target, [...above, path]);
      if (circle) return circle;
    }
    done.add(path);
    return null;
  };
  for (const { path } of files) {
    const circle = visit(path, []);
    if (circle) return circle;
  }
  return null;
}
