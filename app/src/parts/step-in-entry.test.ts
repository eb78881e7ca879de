import { expect, test } from 'vitest';
import { stepInEntry } from './step-in-entry.ts';

const payload = {
  clock: 'reply',
  level: 3,
  telling: 'raised',
  toldUid: 'service-head',
  toldPost: 'serviceHead',
  passedOver: [{ post: 'unitHead', reason: 'onLeave' }],
};

test('a step of the schedule is read from its journal entry: whom it told and whom it passed over (SLA-6)', () => {
  expect(stepInEntry(payload)).toEqual({
    telling: 'raised',
    toldUid: 'service-head',
    toldPost: 'serviceHead',
    passedOver: [{ post: 'unitHead', reason: 'onLeave' }],
  });
  expect(stepInEntry({ ...payload, skippedIds: ['sla-reply-2'] }), 'from before each step was told by itself').toMatchObject({ skippedIds: ['sla-reply-2'] });
  expect(stepInEntry({ ...payload, toldUid: null, toldPost: null }), 'nobody on the whole line').toMatchObject({ toldUid: null });
});

test('what a newer server writes, and there are no words for here, is left to the plain sentence', () => {
  expect(stepInEntry({ ...payload, telling: 'broadcast' })).toBeNull();
  expect(stepInEntry({ ...payload, passedOver: [{ post: 'unitHead', reason: 'asleep' }] })).toBeNull();
});
