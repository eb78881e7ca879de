import { expect, test } from 'vitest';
import { findCircle, importsOf } from './imports.ts';
import { type Room, roomOf, rooms, roomsOf } from './rooms.ts';
import { isTestFile, type SourceFile, sourceFiles } from './source-files.ts';

const product = sourceFiles.filter((file) => !isTestFile(file) && /^(domain|functions|app)\/src\//.test(file.path));
const code = product.filter(({ path }) => !path.endsWith('.css'));

function forbiddenImports(files: readonly SourceFile[], all: readonly Room[]): string[] {
  return files.flatMap((file) =>
    importsOf(file)
      .filter((target) => !isAllowed(file.path, target, all))
      .map((target) => `${file.path} imports ${target}`),
  );
}

function isAllowed(from: string, to: string, all: readonly Room[]): boolean {
  const importer = roomOf(from, all);
  const imported = roomOf(to, all);
  if (importer === null) return false;
  return importer.name === imported?.name || importer.room.mayImport.some((allowed) => covers(allowed, to, imported?.room));
}

/** A whole package is allowed by its path, a room by its own: who may import `complaint` may not import its `view` for that. */
function covers(allowed: string, to: string, imported: Room | undefined): boolean {
  return allowed === imported?.path || (allowed === 'domain/src' && to.startsWith('domain/src/'));
}

test('imports are found, and every file of the product stands in a room of ARCHITECTURE.md', () => {
  expect(code.flatMap(importsOf).length).toBeGreaterThan(1_000);
  expect(code.filter(({ path }) => roomOf(path, rooms) === null).map(({ path }) => path)).toEqual([]);
});

test('each room of ARCHITECTURE.md exists and names only rooms above it', () => {
  const empty = rooms.filter((room) => !code.some(({ path }) => roomOf(path, [room]) !== null));
  expect(empty.map(({ path }) => path)).toEqual([]);
  const upward = rooms.flatMap(({ path, mayImport }, index) =>
    mayImport
      .filter((name) => !name.startsWith('domain/') || path.startsWith('domain/'))
      .filter((name) => !rooms.slice(0, index).some((above) => above.path === name))
      .map((name) => `${path} may import ${name}`),
  );
  expect(upward).toEqual([]);
});

test('imports go the ways that ARCHITECTURE.md allows', () => {
  expect(forbiddenImports(code, rooms)).toEqual([]);
});

test('no way stands in ARCHITECTURE.md that nobody goes', () => {
  const unused = rooms
    .filter(({ isAllAbove }) => !isAllAbove)
    .flatMap(({ path, mayImport }) => {
      const targets = code.filter((file) => roomOf(file.path, rooms)?.room.path === path).flatMap(importsOf);
      return mayImport
        .filter((name) => !targets.some((target) => covers(name, target, roomOf(target, rooms)?.room)))
        .map((name) => `${path} imports nothing of ${name}`);
    });
  expect(unused).toEqual([]);
});

test('no files import each other in a circle, types included', () => {
  expect(findCircle(code)).toBeNull();
});

test('no package reaches into another by a relative path', () => {
  const packageOf = (path: string): string => path.split('/')[0] ?? '';
  const reaches = sourceFiles
    .filter(({ path }) => /^(domain|functions|app)\//.test(path))
    .flatMap(({ path, text }) =>
      importsOf({ path, text: text.replaceAll('@shouwen/domain/', '') })
        .filter((target) => packageOf(target) !== packageOf(path))
        .map((target) => `${path} imports ${target}`),
    );
  expect(reaches).toEqual([]);
});

test('what the tables say is read as it stands', () => {
  const table = [
    '### `domain/src`: rules',
    '| room | what | may import |',
    '| `low` | x | – |',
    '| `high`, `odd` | x | low |',
    '### `app/src`: phone',
    '| `features/*` | x | domain, all above |',
  ].join('\n');
  const read = roomsOf(table);
  const importing = (path: string, target: string): SourceFile => ({ path, text: `import type { X } from '${target}';` });
  expect(forbiddenImports([importing('domain/src/high/a.ts', '../low/b.ts')], read)).toEqual([]);
  expect(forbiddenImports([importing('domain/src/low/b.ts', '../high/a.ts')], read)).toEqual(['domain/src/low/b.ts imports domain/src/high/a.ts']);
  expect(forbiddenImports([importing('app/src/features/one/a.ts', '@shouwen/domain/high/a')], read)).toEqual([]);
  expect(forbiddenImports([importing('app/src/features/one/a.ts', '../two/b.ts')], read)).toEqual([
    'app/src/features/one/a.ts imports app/src/features/two/b.ts',
  ]);
});

test('a circle is found by types too', () => {
  const one = { path: 'a/one.ts', text: `import type { Two } from './two.ts';` };
  const two = { path: 'a/two.ts', text: `import { one } from './one.ts';` };
  expect(findCircle([one, two])).toEqual(['a/one.ts', 'a/two.ts', 'a/one.ts']);
  expect(findCircle([one])).toBeNull();
});
