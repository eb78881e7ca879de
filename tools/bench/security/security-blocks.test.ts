import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { fromRoot } from '../../project-paths.ts';
import { triedBlocks } from './security-blocks.ts';
import { securityMutants } from './security-mutations.ts';

const rulesText = readFileSync(fromRoot('firestore.rules'), 'utf8');

/** Written from the schemas, whose every field the matrix of fields tries. */
const isWrittenOfComplaint = (name: string): boolean => /^(?:isNewComplaint|isNewContact|(?:is|are)Complaint\w*)$/.test(name);

test('faults are tried in every block of the rules, and in none that is gone', () => {
  expect(() => securityMutants(rulesText, Object.keys(triedBlocks(rulesText)))).not.toThrow();
  expect(() => securityMutants(rulesText, ['match /gone/'])).toThrow('There is no “match /gone/” in the rules.');
});

test('no block of the rules is left out', () => {
  const functions = [...rulesText.matchAll(/^ {4}function (\w+)\(/gm)].map(([, name = '']) => name).filter((name) => !isWrittenOfComplaint(name));
  const collections = [...rulesText.matchAll(/^ {4}match \/(\w+|\{path=\*\*\}\/\w+)\//gm)].map(([, name]) => `match /${name}/`);
  const named = [...functions.map((name) => `function ${name}(`), ...collections];
  expect(Object.keys(triedBlocks(rulesText)).sort()).toEqual(named.sort());
});
