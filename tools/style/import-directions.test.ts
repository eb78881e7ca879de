import { posix } from 'node:path';
import { expect, test } from 'vitest';
import { isTestFile, type SourceFile, sourceFiles } from './source-files.ts';

const importPattern = /(?:\bfrom\s+|\bimport\s*\(\s*|^\s*import\s+)['"](\.[^'"]+)['"]/gm;

/** Parts of the app in the order in which they may import: each only what stands before it. `status` is a page of its own. */
const layers = ['base', 'features', 'shell'] as const;
const app = sourceFiles.filter((file) => file.path.startsWith('app/src/'));

function relativeImportsOf(file: SourceFile): string[] {
  return [...file.text.matchAll(importPattern)].map((match) => posix.join(posix.dirname(file.path), match[1] ?? ''));
}

function featureOf(path: string): string | null {
  return /^app\/src\/features\/([^/]+)\//.exec(path)?.[1] ?? null;
}

function layerOf(path: string): number {
  const folder = /^app\/src\/([^/]+)\//.exec(path)?.[1];
  if (folder === undefined) return layers.length;
  return layers.indexOf(folder === 'features' || folder === 'shell' ? folder : 'base');
}

function forbiddenImports(files: readonly SourceFile[], isForbidden: (from: string, to: string) => boolean): string[] {
  return files.flatMap((file) => relativeImportsOf(file).flatMap((target) => (isForbidden(file.path, target) ? [`${file.path} imports ${target}`] : [])));
}

test('imports are found', () => {
  expect(app.flatMap(relativeImportsOf).length).toBeGreaterThan(10);
});

test('no feature imports another: what two of them need stands below both', () => {
  const crosses = (from: string, to: string): boolean => featureOf(from) !== null && featureOf(to) !== null && featureOf(from) !== featureOf(to);
  expect(forbiddenImports(app, crosses)).toEqual([]);
});

test('imports go one way: shell → features → ui, platform, i18n', () => {
  expect(
    forbiddenImports(
      app.filter((file) => !isTestFile(file)),
      (from, to) => layerOf(from) < layerOf(to),
    ),
  ).toEqual([]);
});

test("the customers' page and the staff's app share nothing but the domain", () => {
  const isStatus = (path: string): boolean => path.startsWith('app/src/status/');
  expect(forbiddenImports(app, (from, to) => to.startsWith('app/src/') && isStatus(from) !== isStatus(to))).toEqual([]);
});

test('no package reaches into another by a relative path', () => {
  const packageOf = (path: string): string => path.split('/')[0] ?? '';
  const product = sourceFiles.filter((file) => ['domain', 'functions', 'app'].includes(packageOf(file.path)));
  expect(forbiddenImports(product, (from, to) => packageOf(from) !== packageOf(to))).toEqual([]);
});
