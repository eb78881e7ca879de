import { describe, expect, test } from 'vitest';
import { dialledPhone, isPhone, normalisePhone, type PhoneProblem, readPhone, writtenPhone } from './phone-number.ts';

/** Each kind with its ways of being typed, and the one number that all of them are. */
const numbers: [kind: string, number: string, typed: string[]][] = [
  [
    'mobile',
    '13800001001',
    [
      '13800001001',
      '138-0000-1001',
      ' 138 0000 1001 ',
      '138.0000.1001',
      '1380000-1001',
      '138 00001001',
      '013800001001',
      '0 138 0000 1001',
      '+86 138-0000-1001',
      '+8613800001001',
      '+86 013800001001',
      '8613800001001',
      '86-138-0000-1001',
      '0086 138 0000 1001',
      '+0086 13800001001',
      '(+86) 138 0000 1001',
      '（８６）１３８００００１００１',
      '＋８６　１３８００００１００１',
      '１３８—００００—１００１',
      '138–0000−1001',
      '138一0000一1001',
      '138～0000～1001',
      '1\u200b3800001001',
      '\u202d13800001001\u202c',
      '138\u00a00000\u00a01001',
      '手机：13800001001',
      '联系电话 13800001001',
      '電話:138-0000-1001',
      'Tel: 138 0000 1001',
      'tel:+8613800001001',
    ],
  ],
  ['mobile', '19912345678', ['19912345678', '+86 199 1234 5678']],
  ['mobile', '16612345678', ['166-1234-5678']],
  ['mobile', '14712345678', ['147 1234 5678']],
  [
    'landline',
    '051783612345',
    [
      '0517-83612345',
      '(0517)83612345',
      '（0517）8361 2345',
      '0517 8361-2345',
      '05178361 2345',
      '+86 517 83612345',
      '+86 (0)517 83612345',
      '+86-0517-83612345',
      '0086-0517-83612345',
      '86 517 83612345',
      '８６５１７８３６１２３４５',
      '０５１７８３６１２３４５',
      '【0517】83612345',
    ],
  ],
  ['landline', '01062345678', ['010-62345678', '+86 10 6234 5678', '(010)62345678', '010 6234.5678']],
  ['landline', '02512345678', ['025-12345678']],
  ['landline', '05378361234', ['0537-8361234', '+86 537 8361234']],
  ['service', '4008001234', ['400-800-1234', '４００ ８００ １２３４', '4008 001 234']],
  ['service', '8008201234', ['800 820 1234']],
  ['service', '95188', ['95188', '９５１８８']],
  ['service', '95105123', ['95105123']],
  ['service', '96110', ['96110']],
  ['service', '95013123456789', ['95013 1234 56789']],
  ['thing', '1440012345678', ['1440012345678', '144 0012 345 678']],
  ['thing', '1410012345678', ['1410012345678']],
  ['thing', '1064812345678', ['10648 1234 5678']],
  ['foreign', '+14155550123', ['+1 415 555 0123', '001 415 555 0123', '+1 (415) 555-0123', '＋１　４１５　５５５　０１２３']],
  ['foreign', '+85223456789', ['+852 2345 6789', '00852-23456789']],
  ['foreign', '+85366123456', ['+853 6612 3456']],
  ['foreign', '+886912345678', ['+886 912 345 678', '+886 0912345678', '+886 (0)912-345-678']],
  ['foreign', '+88622345678', ['+886 2 2345 678']],
  ['foreign', '+442079460958', ['+44 20 7946 0958', '0044 20 7946 0958']],
  ['foreign', '+6561234567', ['+65 6123 4567']],
  ['foreign', '+81312345678', ['+81-3-1234-5678']],
];

const withExtension: [typed: string, written: string][] = [
  ['0517-83612345-801', '051783612345-801'],
  ['0517-83612345转801', '051783612345-801'],
  ['0517-83612345 轉 801', '051783612345-801'],
  ['0517-83612345 转分机 801', '051783612345-801'],
  ['(0517)83612345 分机：801', '051783612345-801'],
  ['0517 83612345 ext. 801', '051783612345-801'],
  ['0517 83612345 x801', '051783612345-801'],
  ['0517 83612345＃801', '051783612345-801'],
  ['0517-8361234-8', '05178361234-8'],
  ['+86-517-83612345-8001', '051783612345-8001'],
  ['13800001001-1234', '13800001001-1234'],
  ['400-800-1234 转 2', '4008001234-2'],
  ['+852 2345 6789 ext 12', '+85223456789-12'],
];

const wrong: [typed: string, problem: PhoneProblem][] = [
  ['', { kind: 'empty' }],
  [' \u3000\u200b', { kind: 'empty' }],
  ['83612345', { kind: 'areaCodeMissing', local: '83612345' }],
  ['8361 234', { kind: 'areaCodeMissing', local: '8361234' }],
  ['1380000100', { kind: 'wrongLength', digits: 10, wanted: 'mobile' }],
  ['138000010011', { kind: 'wrongLength', digits: 12, wanted: 'mobile' }],
  ['01380000100', { kind: 'wrongLength', digits: 10, wanted: 'mobile' }],
  ['+86 138 0000 100', { kind: 'wrongLength', digits: 10, wanted: 'mobile' }],
  ['1380000', { kind: 'wrongLength', digits: 7, wanted: 'mobile' }],
  ['0517-83612', { kind: 'wrongLength', digits: 9, wanted: 'landline' }],
  ['0517-836123456', { kind: 'wrongLength', digits: 13, wanted: 'landline' }],
  ['010-1234567', { kind: 'wrongLength', digits: 10, wanted: 'landline' }],
  ['144001234567', { kind: 'wrongLength', digits: 12, wanted: 'thing' }],
  ['10086', { kind: 'hotline' }],
  ['+86 10010', { kind: 'hotline' }],
  ['110', { kind: 'hotline' }],
  ['12345', { kind: 'hotline' }],
  ['12315', { kind: 'hotline' }],
  ['116114', { kind: 'hotline' }],
  ['13800001001/13900001002', { kind: 'several' }],
  ['13800001001、0517-83612345', { kind: 'several' }],
  ['13800001001 或 13900001002', { kind: 'several' }],
  ['call me', { kind: 'unreadable' }],
  ['1380000l001', { kind: 'unreadable' }],
  ['13800001001（王）', { kind: 'unreadable' }],
  ['138****1001', { kind: 'unreadable' }],
  ['无', { kind: 'unreadable' }],
  ['12800001001', { kind: 'unknown' }],
  ['123', { kind: 'hotline' }],
  ['7', { kind: 'unknown' }],
  ['+1 415 555', { kind: 'unknown' }],
  ['+1 015 555 0123', { kind: 'unknown' }],
  ['+852 1234', { kind: 'unknown' }],
  ['852 2345 6789', { kind: 'unknown' }],
];

describe('REC-2: a number as people type it', () => {
  test.each(numbers.flatMap(([kind, number, typed]) => typed.map((one) => [one, kind, number] as const)))('%j is the %s number %s', (typed, kind, number) => {
    expect(readPhone(typed)).toEqual({ kind, number, extension: null });
    expect(normalisePhone(typed)).toBe(number);
    expect(readPhone(number)).toEqual({ kind, number, extension: null });
    expect(writtenPhone(typed)).toBe(number);
  });

  test.each(withExtension)('%j is written as %s, and its extension is no part of the number', (typed, written) => {
    const [number, extension] = written.split('-');
    expect(readPhone(typed)).toMatchObject({ number, extension });
    expect(writtenPhone(typed)).toBe(written);
    expect(writtenPhone(written)).toBe(written);
    expect(normalisePhone(typed)).toBe(number);
    expect(dialledPhone(written)).toBe(`${number},${extension}`);
  });

  test.each(wrong)('%j is none, and it is told why', (typed, problem) => {
    expect(readPhone(typed)).toEqual(problem);
    expect(isPhone(typed)).toBe(false);
  });

  test('whatever is kept of one fits where it is kept', () => {
    for (const [typed] of withExtension) expect(writtenPhone(typed).length).toBeLessThanOrEqual(20);
    expect(isPhone('+81312345678 ext 123456')).toBe(true);
    expect(readPhone('+442079460958123 ext 123456')).toEqual({ kind: 'unknown' });
  });
});
