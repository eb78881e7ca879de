import { readFileSync, writeFileSync } from 'node:fs';
import { fromRoot } from './project-paths.ts';
import { rulesFile, rulesWith } from './rules/written-rules.ts';
import { writtenShapes } from './rules/written-shapes.ts';

/** Writes into the rules what mirrors the schemas of the domain. */
const path = fromRoot(rulesFile);
writeFileSync(path, rulesWith(writtenShapes, readFileSync(path, 'utf8')));
