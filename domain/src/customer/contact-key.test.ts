import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { randomRun } from '../testing/random-run.ts';
import { contactKey, isPhone, normalisePhone, sha256Hex, statusIdOf } from './contact-key.ts';

const pepper = 'a-pepper-of-sixteen';
const mobile = fc
  .tuple(fc.integer({ min: 3, max: 9 }), fc.integer({ min: 0, max: 999_999_999 }))
  .map(([second, rest]) => `1${second}${String(rest).padStart(9, '0')}`);

describe('the key that stands for a customer', () => {
  test('is the first 40 hex digits of SHA-256 of pepper and number', () => {
    expect(sha256Hex('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
    expect(contactKey(pepper, '13800001001')).toBe(sha256Hex(`${pepper}|13800001001`).slice(0, 40));
    expect(contactKey(pepper, '13800001001')).toMatch(/^[0-9a-f]{40}$/);
  });

  test.each(['13800001001', '138-0000-1001', ' 138 0000 1001 ', '+86 138-0000-1001', '8613800001001'])('is the same for %s', (typed) => {
    expect(normalisePhone(typed)).toBe('13800001001');
    expect(contactKey(pepper, typed)).toBe(contactKey(pepper, '13800001001'));
  });

  test('differs with the number and with the operator’s pepper, and never shows the number', () => {
    fc.assert(
      fc.property(mobile, mobile, (one, other) => {
        expect(contactKey(pepper, one) === contactKey(pepper, other)).toBe(one === other);
        expect(contactKey('another-pepper-here', one)).not.toBe(contactKey(pepper, one));
        expect(contactKey(pepper, one)).not.toContain(one);
      }),
      randomRun(100),
    );
  });
});

describe('REC-2: a contact number', () => {
  test.each(['13800001001', '+86 19912345678', '0517-88888888', '010 12345678', '05178888888'])('%s is one', (typed) => {
    expect(isPhone(typed)).toBe(true);
  });

  test.each(['', '10086', '12800001001', '1380000100', '138000010011', '88888888', 'call me'])('%s is none', (typed) => {
    expect(isPhone(typed)).toBe(false);
  });
});

test('the id of a status page is the hash of the secret in the link, from which the secret cannot be read', () => {
  expect(statusIdOf('abc')).toBe(sha256Hex('abc'));
  expect(statusIdOf('AbCdEfGhIjKlMnOpQrStUv')).not.toContain('AbCd');
});
