import { describe, expect, test } from 'vitest';
import { sha256Hex } from './contact-key.ts';
import { findProof, isProof } from './proof-of-work.ts';

/** Counted on the hash written as binary digits. */
function zeroBits(text: string): number {
  const digits = [...sha256Hex(text)].map((digit) => Number.parseInt(digit, 16).toString(2).padStart(4, '0')).join('');
  return digits.indexOf('1');
}

describe('RET-2: whoever asks too often shows that it cost them something', () => {
  test('a nonce is a proof of as many bits as its hash begins with zeros, and of no more', () => {
    for (let nonce = 0; nonce < 2000; nonce += 1) {
      const bits = zeroBits(`challenge.${nonce}`);
      expect([isProof('challenge', nonce, bits), isProof('challenge', nonce, bits + 1)]).toEqual([true, false]);
    }
  });

  test('one is found where there is one, and is none for another challenge', () => {
    const found = findProof('challenge', 12, 0, 1_000_000);
    expect(zeroBits(`challenge.${found}`)).toBeGreaterThanOrEqual(12);
    expect(isProof('another challenge', Number(found), 12)).toBe(false);
    expect(findProof('challenge', 12, 0, Number(found))).toBeNull();
  });
});
