import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { fromRoot } from '../project-paths.ts';

const verdicts = ['met', 'not met', 'does not apply'];
const [top = '', ...chapters] = readFileSync(fromRoot('docs/security.md'), 'utf8').split(/^## (?=V\d)/m);

interface Row {
  chapter: string;
  id: string;
  verdict: string;
  proof: string;
}

/** What stands between the bars of each row of a table. */
function cellsOf(table: string): string[][] {
  return [...table.matchAll(/^\| (.+) \|$/gm)].map((row) => (row[1] ?? '').split(' | ').map((cell) => cell.trim()));
}

const rows: Row[] = chapters.flatMap((text) => {
  const chapter = text.split('\n')[0] ?? '';
  return cellsOf(text)
    .slice(2)
    .map(([id = '', , verdict = '', proof = '']) => ({ chapter, id, verdict, proof }));
});

const isFile = (name: string): boolean => /^\.?[\w-]+(\/[\w.-]+)*\.\w+$/.test(name);
const isTest = (file: string): boolean => /\.(test|spec)\.tsx?$/.test(file) || file.startsWith('tests/rules/');

/** Each file that is named, with the names of tests that follow it in quotes. */
function filesIn(proof: string): { file: string; names: string[] }[] {
  return [...proof.matchAll(/`([^`]+)`([^`]*)/g)]
    .map(([, file = '', rest = '']) => ({ file, names: [...rest.matchAll(/"([^"]+)"/g)].map((name) => name[1] ?? '') }))
    .filter(({ file }) => isFile(file));
}

test('every row has its own id, a verdict, and a proof or a reason', () => {
  expect(rows.filter(({ id, verdict, proof }) => !/^V\d+\.\d+\.\d+$/.test(id) || !verdicts.includes(verdict) || proof === '').map(({ id }) => id)).toEqual([]);
  expect(new Set(rows.map(({ id }) => id)).size).toBe(rows.length);
  expect(rows.filter(({ id, chapter }) => !chapter.startsWith(`${id.split('.')[0]} `)).map(({ id }) => id)).toEqual([]);
});

test('ASVS 5.0: levels 1 and 2 have 253 requirements, and none is left out', () => {
  expect(rows.length).toBe(253);
});

test('every file that is named exists, and every test in quotes stands in its file', () => {
  const named = rows.flatMap(({ id, proof }) => filesIn(proof).map((one) => ({ id, ...one })));
  expect(named.length).toBeGreaterThan(100);
  expect(named.filter(({ file }) => !existsSync(fromRoot(file)))).toEqual([]);
  const absent = named.flatMap(({ id, file, names }) => {
    const text = readFileSync(fromRoot(file), 'utf8');
    return names.filter((name) => ![`'${name}'`, `"${name}"`, `\`${name}\``].some((quoted) => text.includes(quoted))).map((name) => `${id}: ${name}`);
  });
  expect(absent).toEqual([]);
});

test('what is met names a test, or says that it is so by construction, or written', () => {
  const isProved = ({ proof }: Row): boolean =>
    /^(by construction|written): /.test(proof) || filesIn(proof).some(({ file, names }) => isTest(file) && names.length > 0);
  expect(rows.filter((row) => row.verdict === 'met' && !isProved(row)).map(({ id }) => id)).toEqual([]);
});

test('the counts at the top are those of the rows', () => {
  const countsOf = (some: readonly Row[]): string[] => verdicts.map((verdict) => String(some.filter((row) => row.verdict === verdict).length));
  const names = [...new Set(rows.map(({ chapter }) => chapter))];
  expect(cellsOf(top).slice(2)).toEqual([...names.map((name) => [name, ...countsOf(rows.filter((row) => row.chapter === name))]), ['all', ...countsOf(rows)]]);
});

test('the list of what is not met has all of it, each once', () => {
  const list = (top.split('### Not met')[1] ?? '').split('###')[0] ?? '';
  const notMet = rows.filter(({ verdict }) => verdict === 'not met').map(({ id }) => id);
  expect([...list.matchAll(/V\d+\.\d+\.\d+/g)].map(([id]) => id).toSorted()).toEqual(notMet.toSorted());
});
