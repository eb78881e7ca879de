// @vitest-environment node
import 'fake-indexeddb/auto';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { seal } from '../storage/encryption.ts';
import { checkPassword, keepPasswordCheck } from './password-check.ts';

const checkKey = 'shouwen.passwordCheck';
const password = '一句只有我知道的话-1';
let kept: Map<string, string>;

beforeEach(() => {
  kept = new Map();
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
    removeItem: (key: string) => void kept.delete(key),
  });
});
afterEach(() => vi.unstubAllGlobals());

test('RET-2: without a network the right password opens and a wrong one does not; after five wrong ones it takes a network', async () => {
  await keepPasswordCheck('clerk', password);
  expect(await checkPassword('clerk', password)).toBe('right');
  for (let tries = 0; tries < 5; tries += 1) expect(await checkPassword('clerk', `${password}!`)).toBe('wrong');
  expect(await checkPassword('clerk', password)).toBe('unknown');
});

test('RET-2: what is kept is sealed for the person, each time with a salt of its own', async () => {
  await keepPasswordCheck('clerk', password);
  const first = kept.get(checkKey);
  await keepPasswordCheck('clerk', password);
  expect(kept.get(checkKey)).not.toBe(first);
  expect([...kept.values()].join()).not.toContain(password);
  expect(await checkPassword('colleague', password)).toBe('unknown');
});

test('what a phone kept that was not updated still opens it', async () => {
  const salt = new Uint8Array(16).fill(7);
  const key = await crypto.subtle.importKey('raw', new TextEncoder().encode(password), 'PBKDF2', false, ['deriveBits']);
  const hash = await crypto.subtle.deriveBits({ name: 'PBKDF2', hash: 'SHA-256', salt, iterations: 310_000 }, key, 256);
  const { iv, data } = await seal({ salt: [...salt], hash: [...new Uint8Array(hash)] }, { ownerUid: 'clerk', id: checkKey });
  kept.set(checkKey, JSON.stringify([[...iv], [...new Uint8Array(data)]]));
  expect(await checkPassword('clerk', password)).toBe('right');
  expect(await checkPassword('clerk', `${password}!`)).toBe('wrong');
});
