import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fromRoot, rootDir } from '../project-paths.ts';

export interface SourceFile {
  /** Relative to the project's root, with slashes on every system. */
  path: string;
  text: string;
}

const sourceFolders = ['domain/src', 'functions/src', 'app/src', 'tools', 'tests'];

/** Every file of code that people wrote. */
export const sourceFiles: readonly SourceFile[] = sourceFolders.flatMap((folder) =>
  readdirSync(fromRoot(folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(ts|tsx|mjs|cjs|css)$/.test(entry.name) && !entry.parentPath.includes('node_modules'))
    .map((entry) => join(entry.parentPath, entry.name))
    .map((path) => ({ path: relative(rootDir, path).replaceAll('\\', '/'), text: readFileSync(path, 'utf8') })),
);

export function isTestFile({ path }: SourceFile): boolean {
  return /\.(test|fixture)\.tsx?$/.test(path) || path.startsWith('tests/');
}

/** Paths with line numbers of the files' lines in which the pattern is found, for a failure that says where to look. */
export function linesWith(pattern: RegExp, files: readonly SourceFile[]): string[] {
  return files.flatMap(({ path, text }) => text.split('\n').flatMap((line, index) => (pattern.test(line) ? [`${path}:${index + 1}: ${line.trim()}`] : [])));
}
