import { sha256 } from '@noble/hashes/sha2.js';
import { utf8ToBytes } from '@noble/hashes/utils.js';

/** Whether a nonce was found by work: its hash with the challenge begins with so many zero bits, for which one tries 2^bits of them on average (RET-2). */
export function isProof(challenge: string, nonce: number, bits: number): boolean {
  const hash = sha256(utf8ToBytes(`${challenge}.${nonce}`));
  const zeros = hash.findIndex((byte) => byte !== 0);
  return zeros < 0 || zeros * 8 + Math.clz32(hash[zeros] ?? 0) - 24 >= bits;
}

/** The first nonce of a stretch that is a proof; null if it has none. Callers do other things between two stretches. */
export function findProof(challenge: string, bits: number, fromNonce: number, count: number): number | null {
  for (let nonce = fromNonce; nonce < fromNonce + count; nonce += 1) if (isProof(challenge, nonce, bits)) return nonce;
  return null;
}
