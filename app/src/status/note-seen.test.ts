import { expect, test } from 'vitest';
import { isNews } from './note-seen.ts';

const answer = { text: '已核实', checklist: [], atMs: 7 };
const view = { complaintId: 'complaint', state: 'answered', isTold: false, answer } as const;

test.each([
  ['an answer that nobody has told of', view, null, true],
  ['the same after it was closed', { ...view, state: 'closed' }, null, true],
  ['an answer after another that was seen', { ...view, answer: { ...answer, atMs: 8 } }, 'complaint 7', true],
  ['one that was seen in this tab', view, 'complaint 7', false],
  ['one that the customer was told of by phone', { ...view, isTold: true }, null, false],
  ['none', { ...view, state: 'accepted', answer: null }, null, false],
  ['one that no longer stands', { ...view, state: 'reopened' }, null, false],
] as const)('TEL-1: opening the page tells the operator of %s: %s', (_told, shown, noted, isNewsThere) => {
  expect(isNews(shown, noted)).toBe(isNewsThere);
});
