import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { runDir } from '../project-paths.ts';
import { hasPassedAlready, rememberPassed } from './passed-inputs.ts';

const suite = { name: 'sample', inputs: ['.run/sample-input'] };
const change = (text: string): void => writeFileSync(join(runDir, 'sample-input'), text);

beforeEach(() => void mkdirSync(runDir, { recursive: true }));
afterEach(() => ['sample-input', 'passed-sample'].forEach((name) => rmSync(join(runDir, name), { force: true })));

test('given a suite that has passed, then it need not run until something that goes into it has changed', () => {
  change('one');
  expect(hasPassedAlready(suite)).toBe(false);
  rememberPassed(suite);
  expect(hasPassedAlready(suite)).toBe(true);
  change('two');
  expect(hasPassedAlready(suite)).toBe(false);
});

test('given a suite that does not name its inputs, then it always runs', () => {
  rememberPassed({ name: 'sample' });
  expect(hasPassedAlready({ name: 'sample' })).toBe(false);
});
