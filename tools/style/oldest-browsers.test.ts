import { expect, test } from 'vitest';
import { youngerThanFloor } from '../../app/browser-floor.ts';
import { isTestFile, sourceFiles } from './source-files.ts';

/** Comments may name what is avoided. */
function withoutComments(text: string): string {
  return text.replaceAll(/\/\*[\s\S]*?\*\/|\/\/.*/g, '');
}

test('what phones run is known to the oldest browsers that the README names, before the build says so', () => {
  const onPhones = sourceFiles.filter((file) => /^(domain|app)\/src\/.*\.tsx?$/.test(file.path) && !isTestFile(file));
  expect(onPhones.length).toBeGreaterThan(0);
  expect(onPhones.flatMap(({ path, text }) => youngerThanFloor(withoutComments(text)).map((what) => `${path}: ${what}`))).toEqual([]);
});
