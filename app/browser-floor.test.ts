import { expect, test } from 'vitest';
import { youngerThanFloor } from './browser-floor.ts';

test.each([
  ['/(?<![A-Za-z]{2})\\d/.test(t)', 'a lookbehind in a regular expression (Safari 16.4)'],
  ['/(?<=a)b/g', 'a lookbehind in a regular expression (Safari 16.4)'],
  ['let g=Map.groupBy(r,k=>k.day)', 'Map.groupBy or Object.groupBy (Safari 17.4)'],
  ['const{promise:p}=Promise.withResolvers()', 'Promise.withResolvers (Safari 17.4)'],
  ['AbortSignal.any([a,b])', 'AbortSignal.any (Safari 17.4)'],
  ['new URL(URL.canParse(x)?x:y)', 'URL.canParse or URL.parse (Safari 17, 18)'],
])('%s stops the build', (code, what) => {
  expect(youngerThanFloor(code)).toEqual([what]);
});

test.each([
  'typeof URL.canParse==`function`?URL.canParse(x):y',
  '/(?<year>\\d{4})-(?:a|b)(?=c)(?!d)/.exec(t)',
  'rows.toSorted(f).findLast(g)',
  'AbortSignal.timeout(5e3)',
  'Map.groups',
  'new URL(x)',
])('%s passes', (code) => {
  expect(youngerThanFloor(code)).toEqual([]);
});
