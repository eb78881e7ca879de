import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { fromRoot } from '../project-paths.ts';
import { foreignFilesNamed } from './foreign-files.ts';
import { isTestFile, sourceFiles } from './source-files.ts';

const most = 9;
const aggregates = ['complaint', 'refund', 'closure'];
const named = foreignFilesNamed();

/** Whether a file imports from the folders, or the served aggregate, of this one. */
function imports(text: string, aggregate: string): boolean {
  return new RegExp(`(from|import\\()\\s*'[^']*/(${aggregate}/|served-${aggregate}|deciding-${aggregate})`).test(text);
}

test(`a new aggregate needs a line in at most ${most} files of others`, () => {
  expect(named.length).toBeGreaterThan(0);
  expect(named.length).toBeLessThanOrEqual(most);
});

test('ARCHITECTURE.md names the same files as CONTRIBUTING.md', () => {
  const architecture = readFileSync(fromRoot('ARCHITECTURE.md'), 'utf8');
  expect(named.filter((file) => !architecture.includes(`\`${file}\``))).toEqual([]);
});

test('each of them knows of the aggregates that there are', () => {
  const knowsAll = (file: string): boolean => {
    const text = readFileSync(fromRoot(file), 'utf8');
    return aggregates.filter((aggregate) => text.toLowerCase().includes(aggregate)).length >= 2;
  };
  expect(named.filter((file) => !knowsAll(file))).toEqual([]);
});

test('no other file of the product imports from all aggregates: it would need a line of each new one', () => {
  const own = /^(domain|functions)\/src\/(complaint|refund|closure)\/|\/testing\//;
  const knowing = sourceFiles
    .filter((file) => /^(domain|functions|app)\/src\//.test(file.path) && !isTestFile(file) && !own.test(file.path))
    .filter(({ text }) => aggregates.every((aggregate) => imports(text, aggregate)))
    .map(({ path }) => path);
  expect(knowing.length).toBeGreaterThan(0);
  expect(knowing.filter((path) => !named.includes(path))).toEqual([]);
});

test('the sample aggregate is told to the product by nothing but registers that stand in the table', () => {
  const sample = readFileSync(fromRoot('tests/integration/sample-aggregate.test.ts'), 'utf8');
  const replaced = [...sample.matchAll(/vi\.mock\('(?:\.\.\/)+([^']+)'/g)].map((match) => match[1] ?? '');
  // Where the phone's server is, a test has to say in any case.
  const registers = replaced.filter((file) => file !== 'app/src/platform/device/web-config.ts');
  expect(registers).toEqual(['domain/src/aggregates.ts', 'functions/src/aggregates.ts']);
  expect(registers.filter((file) => !named.includes(file))).toEqual([]);
});
