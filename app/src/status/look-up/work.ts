import { findProof } from '@shouwen/domain/customer/proof-of-work';

/** So many tries in one go that the page still answers to a finger. */
const stretch = 500;

/** Works until a proof is found: moments, or some ten seconds where there was an attack. The page can be used meanwhile. */
export async function workFor(challenge: string, bits: number): Promise<number> {
  for (let from = 0; ; from += stretch) {
    const nonce = findProof(challenge, bits, from, stretch);
    if (nonce !== null) return nonce;
    await new Promise((resolve) => setTimeout(resolve));
  }
}
