import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { randomRun } from '../testing/random-run.ts';
import { numberOf, parseNumber } from './number.ts';

const alphabet = Array.from('0123456789ABCDEFGHJKMNPQRSTVWXYZ');
const ids = fc.uuid();

/** The eleven characters without dashes, so that positions can be counted. */
function plain(number: string): string[] {
  return [...number.replaceAll('-', '')];
}

describe('the number that people say aloud', () => {
  test('is worked out from the id alone, so that it exists without a network', () => {
    const number = numberOf('b1f6a1f0-0000-4000-8000-000000000001');
    expect(number).toBe(numberOf('b1f6a1f0-0000-4000-8000-000000000001'));
    expect(number).toBe('9K5NV-T4HDP-9');
    expect(number).not.toBe(numberOf('b1f6a1f0-0000-4000-8000-000000000002'));
  });

  test('has no I, L, O or U, and reads back as itself', () => {
    fc.assert(
      fc.property(ids, (id) => {
        const number = numberOf(id);
        expect(number).toMatch(/^[0-9A-HJKMNP-TV-Z]{5}-[0-9A-HJKMNP-TV-Z]{5}-[0-9A-HJKMNP-TV-Z]$/);
        expect(parseNumber(number)).toBe(number);
      }),
      randomRun(200),
    );
  });

  test.each([
    ['in lower case', '9k5nv-t4hdp-9'],
    ['without dashes', '9K5NVT4HDP9'],
    ['with spaces', ' 9K5NV T4HDP 9 '],
  ])('typed %s it is the same', (_told, typed) => {
    expect(parseNumber(typed)).toBe('9K5NV-T4HDP-9');
  });

  test.each([
    '投诉编号：9K5NV-T4HDP-9',
    '【9K5NV-T4HDP-9】',
    '您的投诉【9K5NV-T4HDP-9】已受理，请保留编号。',
    '编号9K5NV-T4HDP-9。',
    '9K5NV-T4HDP-9，',
    '(9K5NV-T4HDP-9)',
    '“9K5NV-T4HDP-9”',
    '编号 9k5nv t4hdp 9 谢谢',
    '编号9K5NVT4HDP9请查',
    '９Ｋ５ＮＶ－Ｔ４ＨＤＰ－９',
    '9K5NV—T4HDP—9',
    '9K5NV–T4HDP−9',
    '9K5NV － T4HDP － 9',
    '9K5N\u200bV-T4HDP-9\ufeff',
    '\u202a9K5NV-T4HDP-9\u202c',
    'No. 9K5NV-T4HDP-9',
    '9K5NV-T4HDP-9\n9K5NV-T4HDP-9',
    '13800001001 9K5NV-T4HDP-9',
  ])('%j holds it', (copied) => {
    expect(parseNumber(copied)).toBe('9K5NV-T4HDP-9');
  });

  test.each(['请查询 9K5NV-T4HDP-8', '话费 12345678901', 'x9K5NV-T4HDP-9', '9K5NV-T4HDP-99', '宽带 装机 没有'])('%j holds none', (copied) => {
    expect(parseNumber(copied)).toBeNull();
  });

  test('O is read as 0, and I and L as 1', () => {
    fc.assert(
      fc.property(ids, (id) => {
        const number = numberOf(id);
        expect(parseNumber(number.replaceAll('0', 'O').replaceAll('1', 'l'))).toBe(number);
        expect(parseNumber(number.replaceAll('0', 'o').replaceAll('1', 'I'))).toBe(number);
      }),
      randomRun(100),
    );
  });

  test.each([
    ['too short', '9K5NV-T4HDP'],
    ['too long', '9K5NV-T4HDP-99'],
    ['a letter that no number has', '9K5NV-T4HDU-9'],
    ['nothing', ''],
    ['a wrong check character', '9K5NV-T4HDP-8'],
  ])('%s is no number', (_told, typed) => {
    expect(parseNumber(typed)).toBeNull();
  });
});

describe('the check character', () => {
  test('detects every single wrong character', () => {
    fc.assert(
      fc.property(ids, (id) => {
        const characters = plain(numberOf(id));
        for (const [position, right] of characters.entries()) {
          const undetected = alphabet.filter((wrong) => wrong !== right && parseNumber(characters.with(position, wrong).join('')) !== null);
          expect(undetected).toEqual([]);
        }
      }),
      randomRun(30),
    );
  });

  test('detects every swap of two different characters, next to each other or not', () => {
    fc.assert(
      fc.property(ids, (id) => {
        const characters = plain(numberOf(id));
        const swaps = characters.flatMap((first, one) =>
          characters.map((second, other) => ({ first, second, swapped: characters.with(one, second).with(other, first).join('') })),
        );
        const undetected = swaps.filter(({ first, second, swapped }) => first !== second && parseNumber(swapped) !== null);
        expect(undetected).toEqual([]);
      }),
      randomRun(30),
    );
  });
});
