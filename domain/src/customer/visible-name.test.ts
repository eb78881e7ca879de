import { describe, expect, test } from 'vitest';
import { hasVisibleName, nothingOrVisible } from './visible-name.ts';

/** By code point, so that a reader sees what is there. */
const unseen: [told: string, codePoint: number][] = [
  ['a space', 0x20],
  ['a tab', 0x09],
  ['a line break', 0x0a],
  ['no break space', 0xa0],
  ['a soft hyphen', 0xad],
  ['a combining grapheme joiner', 0x034f],
  ['a Hangul filler', 0x115f],
  ['another Hangul filler', 0x1160],
  ['a Mongolian vowel separator', 0x180e],
  ['a zero width space', 0x200b],
  ['a right-to-left mark', 0x200f],
  ['a blank Braille pattern', 0x2800],
  ['an ideographic space', 0x3000],
  ['the Hangul filler of keyboards', 0x3164],
  ['a byte order mark', 0xfeff],
  ['a half-width Hangul filler', 0xffa0],
  ['a language tag', 0xe0001],
];

describe('REC-2: a name that nobody sees is a missing name', () => {
  test.each(unseen)('%s', (_told, codePoint) => {
    const character = String.fromCodePoint(codePoint);
    expect(hasVisibleName(character)).toBe(false);
    expect(hasVisibleName(character.repeat(5))).toBe(false);
    expect(nothingOrVisible.test(character)).toBe(false);
    expect(hasVisibleName(`${character}王${character}`)).toBe(true);
    expect(nothingOrVisible.test(`${character}王${character}`)).toBe(true);
  });

  test.each(['王', '欧阳文静', 'Li', '买买提·艾力', '㐆', '𠮷'])('%s is one', (name) => {
    expect(hasVisibleName(name)).toBe(true);
    expect(nothingOrVisible.test(name)).toBe(true);
  });

  test('an empty one is missing, and let in to be checked (REC-4)', () => {
    expect(hasVisibleName('')).toBe(false);
    expect(nothingOrVisible.test('')).toBe(true);
  });
});
