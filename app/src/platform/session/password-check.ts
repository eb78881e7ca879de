import { seal, unseal } from '../storage/encryption.ts';

/** So much work that a password cannot be tried by the thousand, and that a phone does it while one looks (ASVS 5: V11.4.2 wants as much). */
const iterationsNow = 600_000;
/** What was kept before it said how much work it took. */
const iterationsFormerly = 310_000;
const mostTries = 5;
const checkKey = 'shouwen.passwordCheck';
const triesKey = 'shouwen.passwordTries';

interface Check {
  salt: number[];
  hash: number[];
  iterations?: number;
}

/**
 * Keeps what a password can be checked by without a network, so that whoever records on a locked phone in a dead spot gets on (REC-4). Sealed with this device's key
 * and gone with the sign-out; the password itself is kept nowhere.
 */
export async function keepPasswordCheck(uid: string, password: string): Promise<void> {
  const salt = crypto.getRandomValues(new Uint8Array(16));
  const check: Check = { salt: [...salt], hash: await hashOf(password, salt, iterationsNow), iterations: iterationsNow };
  const { iv, data } = await seal(check, { ownerUid: uid, id: checkKey });
  localStorage.setItem(checkKey, JSON.stringify([[...iv], [...new Uint8Array(data)]]));
  localStorage.removeItem(triesKey);
}

/** `unknown` where this device cannot tell: nothing was kept, or it has been tried too often; then it takes a network. */
export async function checkPassword(uid: string, password: string): Promise<'right' | 'wrong' | 'unknown'> {
  const kept = localStorage.getItem(checkKey);
  const tries = Number(localStorage.getItem(triesKey));
  if (kept === null || tries >= mostTries) return 'unknown';
  localStorage.setItem(triesKey, String(tries + 1));
  try {
    const [iv, data] = JSON.parse(kept) as [number[], number[]];
    const { content } = await unseal<Check>({ iv: new Uint8Array(iv), data: new Uint8Array(data).buffer }, { ownerUid: uid, id: checkKey });
    const { salt, hash: known, iterations = iterationsFormerly } = content;
    const hash = await hashOf(password, new Uint8Array(salt), iterations);
    if (hash.some((byte, index) => byte !== known[index])) return 'wrong';
  } catch {
    return 'unknown';
  }
  localStorage.removeItem(triesKey);
  return 'right';
}

async function hashOf(password: string, salt: Uint8Array<ArrayBuffer>, iterations: number): Promise<number[]> {
  const key = await crypto.subtle.importKey('raw', new TextEncoder().encode(password.normalize('NFKC')), 'PBKDF2', false, ['deriveBits']);
  return [...new Uint8Array(await crypto.subtle.deriveBits({ name: 'PBKDF2', hash: 'SHA-256', salt, iterations }, key, 256))];
}
