import { expect, test } from 'vitest';
import { decided, refused } from './decision.ts';

test('a decision is the facts that follow, in their order, or none', () => {
  expect(decided('one', 'other')).toEqual({ ok: true, events: ['one', 'other'] });
  expect(decided()).toEqual({ ok: true, events: [] });
});

test('a refusal is a code, and a detail only where there is one: Firestore stores no undefined', () => {
  expect(refused('notYours')).toStrictEqual({ ok: false, refusal: { code: 'notYours' } });
  expect(refused('notInThisState', 'closed')).toStrictEqual({ ok: false, refusal: { code: 'notInThisState', detail: 'closed' } });
});
