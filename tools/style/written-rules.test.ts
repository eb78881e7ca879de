import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { fromRoot } from '../project-paths.ts';
import { rulesFile, rulesWith } from '../rules/written-rules.ts';
import { writtenShapes } from '../rules/written-shapes.ts';

test(`${rulesFile} says what the schemas of the domain say`, () => {
  const rulesText = readFileSync(fromRoot(rulesFile), 'utf8');
  expect(rulesWith(writtenShapes, rulesText) === rulesText, `A schema has changed, ${rulesFile} has not: run \`npm run rules\`.`).toBe(true);
});
