import { expect, test } from 'vitest';
import { plainName, withHiddenShown } from './hidden-characters.ts';

test.each([
  ['王小明', '王小明'],
  [' 王\u202E小明\u202C ', '王小明'],
  ['王\u0000小\u200B明\u2028', '王小明'],
  ['欧阳·娜娜', '欧阳·娜娜'],
  ['葛\u{E0100}', '葛\u{E0100}'],
  ['Zoë O’Neill', 'Zoë O’Neill'],
])('a name %j is kept as %j', (typed, kept) => {
  expect(plainName(typed)).toBe(kept);
});

test.each([
  ['退费35元', '退费35元'],
  ['第一行\n第二行\t后\r\n', '第一行\n第二行\t后\r\n'],
  ['退费\u202E元53\u202C', '退费[U+202E]元53[U+202C]'],
  ['\u2066a\u2069 \u061C\u200F', '[U+2066]a[U+2069] [U+061C][U+200F]'],
  ['铃\u0007', '铃[U+0007]'],
  ['👨‍👩‍👧', '👨‍👩‍👧'],
])('a text %j is shown as %j', (stored, shown) => {
  expect(withHiddenShown(stored)).toBe(shown);
});

test('everything in a document is looked through, and what is no text stays what it is', () => {
  const at = new Date(0);
  const document = { what: 'a\u202E', amountFen: 5, at, list: ['b\u202E', { deep: '\u0001', none: null }] };
  expect(withHiddenShown(document)).toEqual({ what: 'a[U+202E]', amountFen: 5, at, list: ['b[U+202E]', { deep: '[U+0001]', none: null }] });
  expect(withHiddenShown(document).at).toBe(at);
});
