import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { randomRun } from '../testing/random-run.ts';
import { contactKeys, formerContactKey, isFormerKey, packPepper, pepperCheck, sha256Hex, statusIdOf } from './contact-key.ts';
import { normalisePhone } from './phone-number.ts';

const secret = 'a-secret-of-a-deployment';
const mobile = fc
  .tuple(fc.integer({ min: 3, max: 9 }), fc.integer({ min: 0, max: 999_999_999 }))
  .map(([second, rest]) => `1${second}${String(rest).padStart(9, '0')}`);

const keys = contactKeys(packPepper(secret, 'telecom'), null);
/** As it was made before any number was read as one from abroad. */
const formerKeyOfDigits = (digits: string): string => sha256Hex(`|${digits}`).slice(0, 40);

describe('RET-2: the key that stands for a customer', () => {
  test('has a mark of its own, and says neither the number nor what the first version kept', () => {
    expect(sha256Hex('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
    expect(keys.ofPhone('13800001001')).toMatch(/^k1_[0-9a-f]{40}$/);
    expect(isFormerKey(formerContactKey('known-to-every-phone', '13800001001'))).toBe(true);
    expect(isFormerKey(keys.ofPhone('13800001001'))).toBe(false);
  });

  test.each([
    '13800001001',
    '138-0000-1001',
    ' 138 0000 1001 ',
    '+86 138-0000-1001',
    '8613800001001',
    '0086 138 0000 1001',
    '013800001001',
    '＋８６　１３８００００１００１',
    '1\u200b3800001001',
  ])('is the same for %s', (typed) => {
    expect(normalisePhone(typed)).toBe('13800001001');
    expect(keys.ofPhone(typed)).toBe(keys.ofPhone('13800001001'));
  });

  test.each(['0517-83612345', '+86 517 83612345', '+86 (0)517 83612345', '0086-0517-83612345', '０５１７８３６１２３４５'])('is the same for %s', (typed) => {
    expect(normalisePhone(typed)).toBe('051783612345');
  });

  test('differs with the number, with the operator and with the secret', () => {
    fc.assert(
      fc.property(mobile, mobile, (one, other) => {
        expect(keys.ofPhone(one) === keys.ofPhone(other)).toBe(one === other);
        for (const pepper of [packPepper(secret, 'post'), packPepper('another-secret-here', 'telecom')])
          expect(contactKeys(pepper, null).ofPhone(one)).not.toBe(keys.ofPhone(one));
        expect(keys.ofPhone(one)).not.toContain(one);
      }),
      randomRun(100),
    );
  });

  test('is worked out from what was stored before without any number, and comes to the same', () => {
    const moved = contactKeys(packPepper(secret, 'telecom'), 'known-to-every-phone');
    expect(moved.ofFormer(formerContactKey('known-to-every-phone', '138 0000 1001'))).toBe(moved.ofPhone('13800001001'));
    expect(moved.ofPhone('13800001001')).not.toBe(keys.ofPhone('13800001001'));
  });

  test('no collection’s key says anything about another’s', () => {
    const key = keys.ofPhone('13800001001');
    const all = [key, keys.within('accounts', key), keys.within('refunds', key), keys.within('lookups', key)];
    expect(new Set(all).size).toBe(4);
  });

  test('what is written down of a pepper tells two apart and is far too short to try numbers with', () => {
    expect(pepperCheck(packPepper(secret, 'telecom'))).toMatch(/^[0-9a-f]{8}$/);
    expect(pepperCheck(packPepper(secret, 'telecom'))).not.toBe(pepperCheck(packPepper('another-secret-here', 'telecom')));
  });
});

describe('a number that was kept when numbers were read otherwise is still found', () => {
  const formerKeyOf = (digits: string): string => keys.ofFormer(formerKeyOfDigits(digits));

  test.each([
    ['+1 415 555 0123', '14155550123'],
    ['+65 6123 4567', '006561234567'],
    ['0065 6123 4567', '006561234567'],
    ['0517-8361234-8', '051783612348'],
  ])('%s, by the digits that stood for it', (typed, digits) => {
    expect(keys.ofPhone(typed)).not.toBe(formerKeyOf(digits));
    expect(keys.formerlyOfPhone(typed)).toContain(formerKeyOf(digits));
  });

  test.each(['13800001001', '+86 138-0000-1001', '013800001001', '0517-83612345', '+86 517 83612345', '13800001001 转 5', '95188', '+44 20 7946 0958'])(
    '%s is read as before, or was not taken',
    (typed) => {
      expect(keys.formerlyOfPhone(typed)).toEqual([]);
    },
  );

  test.each([
    ['13800001001', '13800001001'],
    ['0517-83612345', '051783612345'],
    ['+86 10 62345678', '01062345678'],
  ])('%s has the key that it has had', (typed, digits) => {
    expect(keys.ofPhone(typed)).toBe(formerKeyOf(digits));
  });
});

test('the id of a status page is the hash of the secret in the link, from which the secret cannot be read', () => {
  expect(statusIdOf('abc')).toBe(sha256Hex('abc'));
  expect(statusIdOf('AbCdEfGhIjKlMnOpQrStUv')).not.toContain('AbCd');
});
