import { expect, test } from 'vitest';
import { isTestFile, sourceFiles } from './source-files.ts';

const declaration = /^export (?:async )?(?:function\*?|const|let|class|interface|type|enum) ([\w$]+)/gm;
const product = sourceFiles.filter((file) => !isTestFile(file) && /^(domain|functions|app)\/src\//.test(file.path));

/** The languages have the same texts by the same names, on purpose. */
const dictionary = /^app\/src\/i18n\/(en|zh-CN)\//;
/** A callable function bears its deployed name in the cloud, and the phone's function that calls it bears the same. */
const callable = /^functions\/src\/callables\//;

/** Names that several files declare, with those files. */
function sharedNames(files: readonly { path: string; text: string }[]): string[] {
  const declared = files
    .filter(({ path }) => !dictionary.test(path))
    .flatMap(({ path, text }) => [...new Set([...text.matchAll(declaration)].map(([, name = '']) => name))].map((name) => ({ name, path })));
  return [...Map.groupBy(declared, ({ name }) => name)]
    .map(([name, places]) => ({ name, paths: places.map(({ path }) => path) }))
    .filter(({ paths }) => paths.length > (paths.some((path) => callable.test(path)) && paths.some((path) => path.startsWith('app/')) ? 2 : 1))
    .map(({ name, paths }) => `${name}: ${paths.join(', ')}`);
}

test('one name is one thing: no two files export the same', () => {
  expect(sharedNames(product)).toEqual([]);
});

test('a name that two files export is found, that of a callable function and its caller is not', () => {
  const files = [
    { path: 'domain/src/one.ts', text: 'export interface Step {}\nexport const a = 1;' },
    { path: 'app/src/two.ts', text: 'export type Step = string;\nexport async function openBoard() {}' },
    { path: 'functions/src/callables/open-board.ts', text: 'export const openBoard = 1;' },
  ];
  expect(sharedNames(files)).toEqual(['Step: domain/src/one.ts, app/src/two.ts']);
});
