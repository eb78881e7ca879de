import { expect, test } from 'vitest';
import { searchTermOf } from './search-term.ts';

test('a phone number is looked up by its key, however it is typed (RET-2)', () => {
  expect(searchTermOf('138 0000 1001')).toEqual({ by: 'phone', phone: '138 0000 1001' });
  expect(searchTermOf('+86 13800001001')).toMatchObject({ by: 'phone' });
});

test('a phone number with a digit too few or too many is never asked for as an account, because that stands in an address (RET-2)', () => {
  expect(searchTermOf('1380000100')).toEqual({ by: 'none' });
  expect(searchTermOf('138000010011')).toEqual({ by: 'none' });
  expect(searchTermOf('0517-8390')).toEqual({ by: 'none' });
});

test('an account’s own number is looked up as one, in capitals', () => {
  expect(searchTermOf(' a2003-0417 ')).toEqual({ by: 'accountNo', accountNo: 'A2003-0417' });
  expect(searchTermOf('2003041')).toEqual({ by: 'accountNo', accountNo: '2003041' });
  expect(searchTermOf('A13800001001')).toMatchObject({ by: 'accountNo' });
});

test('nothing typed is told', () => {
  expect(searchTermOf('  ')).toEqual({ by: 'missing' });
});
