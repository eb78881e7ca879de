import { posix } from 'node:path';
import { expect, test } from 'vitest';
import { isTestFile, sourceFiles } from './source-files.ts';

/** More than that cannot be taken in at a glance: what stands together is sorted into rooms that say what they hold. */
const mostFiles = 25;
const dictionary = /^app\/src\/i18n\/(en|zh-CN)\//;

test(`no folder has more than ${mostFiles} source files, tests and dictionaries aside`, () => {
  const counted = sourceFiles.filter((file) => !isTestFile(file) && !file.path.endsWith('.css') && !dictionary.test(file.path));
  const folders = Map.groupBy(counted, ({ path }) => posix.dirname(path));
  expect(folders.size).toBeGreaterThan(30);
  expect([...folders].filter(([, files]) => files.length > mostFiles).map(([folder, files]) => `${folder}: ${files.length}`)).toEqual([]);
});
