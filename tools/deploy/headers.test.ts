import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { fromRoot } from '../project-paths.ts';

interface Hosting {
  hosting: { headers: { source: string; headers: { key: string; value: string }[] }[] };
}

const { hosting } = JSON.parse(readFileSync(fromRoot('firebase.json'), 'utf8')) as Hosting;
const ofEverything = Object.fromEntries(
  hosting.headers.filter(({ source }) => source === '**').flatMap(({ headers }) => headers.map(({ key, value }) => [key, value])),
);

test('pages may talk to the hosts that the app uses, each by its name, and to no others (ASVS 5: V3.4)', () => {
  const policy = Object.fromEntries(
    String(ofEverything['Content-Security-Policy'])
      .split(';')
      .map((part) => part.trim().split(/\s+/))
      .map(([name = '', ...sources]) => [name, sources]),
  );
  expect(policy['default-src']).toEqual(["'none'"]);
  expect(policy['connect-src']).toEqual([
    "'self'",
    ...['firestore', 'identitytoolkit', 'securetoken', 'firebaseinstallations', 'fcmregistrations'].map((name) => `https://${name}.googleapis.com`),
  ]);
  expect(
    Object.values(policy)
      .flat()
      .filter((source) => source.includes('*')),
  ).toEqual([]);
  expect(policy['script-src']).toEqual(["'self'"]);
  for (const nothing of ['frame-ancestors', 'base-uri', 'object-src']) expect(policy[nothing]).toEqual(["'none'"]);
});

test('no other page can hold a window of the app or embed what it serves', () => {
  expect(ofEverything).toMatchObject({
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Cross-Origin-Resource-Policy': 'same-origin',
    'X-Content-Type-Options': 'nosniff',
  });
});

test('a browser that has been here once comes by TLS alone, for two years and below this name too, and tells nobody where it comes from (ASVS 5: V3.4)', () => {
  const [, seconds] = /^max-age=(\d+); includeSubDomains$/.exec(ofEverything['Strict-Transport-Security'] ?? '') ?? [];
  expect(Number(seconds)).toBeGreaterThanOrEqual(2 * 365 * 86_400);
  expect(ofEverything['Referrer-Policy']).toBe('no-referrer');
});
