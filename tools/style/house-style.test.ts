import { expect, test } from 'vitest';
import { isTestFile, linesWith, sourceFiles } from './source-files.ts';

const mostLines = 400;
const ownFile = /^tools\/style\//;
const product = sourceFiles.filter((file) => !isTestFile(file) && !ownFile.test(file.path));
const domain = product.filter((file) => file.path.startsWith('domain/'));

test('there is source to look at', () => {
  expect(domain.length).toBeGreaterThan(0);
  expect(sourceFiles.some((file) => file.path.startsWith('app/src/'))).toBe(true);
});

test('no folder or file is named for being a mixture', () => {
  const vague = /(^|\/)(utils?|helpers?|common|misc|shared|lib)(\/|\.[a-z]+$)/i;
  expect(sourceFiles.map((file) => file.path).filter((path) => vague.test(path))).toEqual([]);
});

test(`no file has more than ${mostLines} lines`, () => {
  const long = sourceFiles.filter((file) => file.text.split('\n').length > mostLines);
  expect(long.map((file) => file.path)).toEqual([]);
});

test('the domain reads no clock, no chance and no surroundings: time, ids and randomness are handed in', () => {
  expect(linesWith(/\bDate\.now\(|\bnew Date\(\)|\bMath\.random\(|\bcrypto\.(randomUUID|getRandomValues)\(|\bprocess\.env\b|\bconsole\./, domain)).toEqual([]);
});

test('nothing is put into a page as HTML, because customers write what is shown', () => {
  expect(linesWith(/dangerouslySetInnerHTML|\.innerHTML\s*=|\.outerHTML\s*=|insertAdjacentHTML|document\.write\(/, product)).toEqual([]);
});

test('no function lets pages of other addresses call it', () => {
  expect(linesWith(/\bcors: (?!false\b)/, product)).toEqual([]);
});

test('nothing is left for later and no rule is switched off', () => {
  expect(linesWith(/\b(TODO|FIXME|XXX|HACK)\b|@ts-(ignore|nocheck)|(eslint|oxlint)-disable(?!-next-line [\w/-]+ -- )/, product)).toEqual([]);
});

test('no path of one machine is written down', () => {
  expect(
    linesWith(
      /['"`\s(](\/work|\/root|\/home\/\w+|[A-Z]:\\)\//,
      [...sourceFiles].filter((file) => !ownFile.test(file.path)),
    ),
  ).toEqual([]);
});

test('no file of the product but the upcast of older packs names an operator: which there are is data', () => {
  const named = product.filter(({ path }) => !/^tools\/|\/testing\/|former-packs\.ts$/.test(path));
  expect(linesWith(/['"`]telecom['"`]|\btelecom:|domain\/packs\/(telecom|post)/, named)).toEqual([]);
});
