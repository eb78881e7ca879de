import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { randomRun } from '../../testing/random-run.ts';
import { checkMailItem, normaliseMailItem, s10CheckDigit } from './mail-item.ts';

describe('PST-1: the number of a mail item is checked against UPU S10', () => {
  test.each([
    ['47312482', 9],
    ['28704377', 5],
    ['00071759', 5],
    ['00071758', 1],
    ['96633102', 0],
    ['76129403', 8],
  ])('%s has the check digit %i', (serial, digit) => {
    expect(s10CheckDigit(serial)).toBe(digit);
    expect(checkMailItem(`RR${serial}${digit}CN`)).toBe('valid');
    expect(checkMailItem(`RR${serial}${(digit + 1) % 10}CN`)).toBe('wrongCheckDigit');
  });

  test('a domestic express number with the suffix CS is one', () => {
    expect(checkMailItem('EG206474866CS')).toBe('valid');
    expect(checkMailItem('EG206474867CS')).toBe('wrongCheckDigit');
  });

  test.each(['eg206474866cs', 'EG 206 474 866 CS', 'EG-206474866-CS'])('typed as %s it is the same', (typed) => {
    expect(normaliseMailItem(typed)).toBe('EG206474866CS');
    expect(checkMailItem(typed)).toBe('valid');
  });

  test.each(['', 'SF1234567890', '1234567890123', 'EG20647486CS', 'EG2064748660CS', 'E1206474866CS', 'EG206474866C5'])(
    '%s is warned of as not S10, never refused',
    (typed) => {
      expect(checkMailItem(typed)).toBe('notS10');
    },
  );

  test('one wrong digit is always noticed, but where two remainders share a check digit', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 99_999_999 }), fc.nat(7), fc.nat(9), (number, position, digit) => {
        const serial = String(number).padStart(8, '0');
        const wrong = [...serial].with(position, String(digit)).join('');
        if (wrong === serial) return;
        const isAmbiguous = [s10CheckDigit(serial), s10CheckDigit(wrong)].every((check) => check === 5);
        expect(s10CheckDigit(wrong) === s10CheckDigit(serial)).toBe(isAmbiguous);
      }),
      randomRun(300),
    );
  });
});
