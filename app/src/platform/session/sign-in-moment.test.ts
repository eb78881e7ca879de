import { expect, test } from 'vitest';
import { signInAtMs } from './sign-in-moment.ts';

const tokenWith = (payload: object): string => `head.${btoa(JSON.stringify(payload)).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '')}.sign`;

test('a token tells when the person last signed in, and one that does not counts as never', () => {
  expect(signInAtMs(tokenWith({ auth_time: 1_790_000_000 }))).toBe(1_790_000_000_000);
  expect(signInAtMs(tokenWith({ iat: 1 }))).toBeNull();
  expect(signInAtMs('not a token')).toBeNull();
});
