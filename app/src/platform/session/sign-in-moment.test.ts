import { expect, test } from 'vitest';
import { claimsIn, isSignInOver } from './sign-in-moment.ts';

const tokenWith = (payload: object): string => `head.${btoa(JSON.stringify(payload)).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '')}.sign`;

test('a token tells when the person last signed in and for whom they work; one that does not counts as never', () => {
  expect(claimsIn(tokenWith({ auth_time: 1_790_000_000, pack: 'telecom' }))).toEqual({ signedInAtMs: 1_790_000_000_000, pack: 'telecom' });
  expect(claimsIn(tokenWith({ iat: 1 }))).toEqual({ signedInAtMs: null, pack: '' });
  expect(claimsIn('not a token')).toEqual({ signedInAtMs: null, pack: '' });
});

test('RET-2: a sign-in is over once it is as old as the operator lets one be; where that cannot be said, it is not', () => {
  const signedInAgo = (seconds: number): string => tokenWith({ auth_time: Math.floor(Date.now() / 1000) - seconds });
  expect(isSignInOver(signedInAgo(3_600), 3_600_000)).toBe(true);
  expect(isSignInOver(signedInAgo(3_500), 3_600_000)).toBe(false);
  expect(isSignInOver('not a token', 0)).toBe(false);
});
