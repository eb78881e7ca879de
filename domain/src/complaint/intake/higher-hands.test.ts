import { describe, expect, test } from 'vitest';
import { telecom } from '../../testing/organisation.ts';
import { reasonsForHigherHands } from './higher-hands.ts';

describe('ATT-4: why a complaint belongs in higher hands', () => {
  test.each([
    ['an ordinary one', [], 0, []],
    ['one that was reopened once', [], 1, []],
    ['one that was reopened twice', [], 2, ['reopened']],
    ['a repeat', ['repeat'], 0, ['repeat']],
    ['what came from above', ['important', 'escalated'], 0, ['escalated']],
    ['what was passed around, and comes again', ['repeat', 'passed-around'], 3, ['repeat', 'passedAround', 'reopened']],
  ])('%s', (_what, flags, reopenCount, reasons) => {
    expect(reasonsForHigherHands({ flags, reopenCount }, telecom)).toEqual(reasons);
  });
});
