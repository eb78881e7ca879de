import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { randomRun } from '../../testing/random-run.ts';
import { checkMailItem, type MailItemCheck, normaliseMailItem, s10CheckDigit } from './mail-item.ts';

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
    expect(checkMailItem(`RR${serial}${digit}CN`)).toEqual({ kind: 'valid' });
    expect(checkMailItem(`RR${serial}${(digit + 1) % 10}CN`)).toEqual({ kind: 'wrongCheckDigit' });
  });

  const rows: [typed: string, check: MailItemCheck][] = [
    ['EG206474866CS', { kind: 'valid' }],
    ['eg206474866cs', { kind: 'valid' }],
    ['EG 206 474 866 CS', { kind: 'valid' }],
    ['EG-206474866-CS', { kind: 'valid' }],
    ['ＥＧ２０６４７４８６６ＣＳ', { kind: 'valid' }],
    ['EG206474866CS\u200b', { kind: 'valid' }],
    ['RR473124829CN', { kind: 'valid' }],
    ['RR473124829US', { kind: 'valid' }],
    ['CP287043775JP', { kind: 'valid' }],
    ['LX000717595HK', { kind: 'valid' }],
    ['EG206474867CS', { kind: 'wrongCheckDigit' }],
    ['EG206474686CS', { kind: 'wrongCheckDigit' }],
    ['RR473124828CN', { kind: 'wrongCheckDigit' }],
    ['RR473124829XX', { kind: 'unknownCountry' }],
    ['RR473124829CM', { kind: 'valid' }],
    ['RR473124829UK', { kind: 'unknownCountry' }],
    ['RR473124829ZZ', { kind: 'unknownCountry' }],
    ['EG20647486CS', { kind: 'missingDigits', count: 1 }],
    ['EG 2064 7486 CS', { kind: 'missingDigits', count: 1 }],
    ['EG2064748CS', { kind: 'missingDigits', count: 2 }],
    ['RR4731248CN', { kind: 'missingDigits', count: 2 }],
    ['EG2064748660CS', { kind: 'extraDigits', count: 1 }],
    ['EG20647486666CS', { kind: 'extraDigits', count: 2 }],
    ['G206474866CS', { kind: 'missingLetter' }],
    ['206474866CS', { kind: 'missingLetter' }],
    ['EG2O6474866CS', { kind: 'mistyped', meant: 'EG206474866CS' }],
    ['eg2o6474866cs', { kind: 'mistyped', meant: 'EG206474866CS' }],
    ['EG20647486GCS', { kind: 'mistyped', meant: 'EG206474866CS' }],
    ['EGZ06474866CS', { kind: 'mistyped', meant: 'EG206474866CS' }],
    ['EG206474B66CS', { kind: 'mistyped', meant: 'EG206474866CS' }],
    ['EG206474866C5', { kind: 'mistyped', meant: 'EG206474866CS' }],
    ['E6206474866CS', { kind: 'mistyped', meant: 'EG206474866CS' }],
    ['RR4731Z4829CN', { kind: 'mistyped', meant: 'RR473124829CN' }],
    ['RR47312482OCN', { kind: 'mistyped', meant: null }],
    ['EG2O6474867CS', { kind: 'mistyped', meant: null }],
    ['EI1234567890', { kind: 'notS10' }],
    ['1234567890123', { kind: 'domestic' }],
    ['9 8765 4321 0123', { kind: 'domestic' }],
    ['１２３４５６７８９０１２３', { kind: 'domestic' }],
    ['123456789012', { kind: 'domesticLength', digits: 12 }],
    ['12345678901234', { kind: 'domesticLength', digits: 14 }],
    ['1234567890', { kind: 'domesticLength', digits: 10 }],
    ['', { kind: 'unfinished' }],
    ['E', { kind: 'unfinished' }],
    ['EG2064', { kind: 'unfinished' }],
    ['EG206474866', { kind: 'unfinished' }],
    ['EG206474866C', { kind: 'unfinished' }],
    ['12345', { kind: 'unfinished' }],
    ['SF1234567890', { kind: 'notS10' }],
    ['YT2034567890123', { kind: 'notS10' }],
    ['JD0012345678901', { kind: 'notS10' }],
    ['没有号码', { kind: 'notS10' }],
    ['EH206474866', { kind: 'unfinished' }],
    ['KA12345678900KA', { kind: 'extraDigits', count: 2 }],
  ];

  test.each(rows)('%j is told as what it is', (typed, check) => {
    expect(checkMailItem(typed)).toEqual(check);
  });

  test.each(['eg206474866cs', 'EG 206 474 866 CS', 'EG-206474866-CS', 'ＥＧ２０６４７４８６６ＣＳ'])(
    'however it was typed, %s is kept in one spelling',
    (typed) => {
      expect(normaliseMailItem(typed)).toBe('EG206474866CS');
    },
  );

  test('what it was meant to be is right in itself', () => {
    const meant = rows.flatMap(([, check]) => (check.kind === 'mistyped' && check.meant !== null ? [check.meant] : []));
    expect(meant.length).toBeGreaterThan(5);
    expect(meant.map((number) => checkMailItem(number).kind)).toEqual(meant.map(() => 'valid'));
  });

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
