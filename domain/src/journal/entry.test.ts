import { describe, expect, test } from 'vitest';
import { entrySchema } from './entry.ts';

const entry = {
  type: 'accept',
  payload: {},
  actor: { kind: 'staff', uid: 'handler', name: null, unitId: null },
  after: null,
  capturedAtMs: 1,
  clockOffsetMs: -1,
  receivedAtMs: 2,
  outcome: 'pending',
};

describe('a journal entry', () => {
  test.each([
    ['as a phone writes it', {}],
    ['with its predecessor', { after: 'the-one-before' }],
    ['applied', { outcome: 'applied', seq: 3 }],
    ['refused, with the reason', { outcome: 'refused', reason: { code: 'notInThisState', detail: 'closed' } }],
  ])('%s is one', (_told, changes) => {
    expect(entrySchema.safeParse({ ...entry, ...changes }).success).toBe(true);
  });

  test.each([
    ['with an outcome that there is not', { outcome: 'ignored' }],
    ['refused for a reason that there is not', { outcome: 'refused', reason: { code: 'becauseISaySo' } }],
    ['by nobody', { actor: undefined }],
    ['with more about the actor than is asked', { actor: { ...entry.actor, role: 'companyLeader' } }],
    ['at no moment', { capturedAtMs: null }],
  ])('%s is none', (_told, changes) => {
    expect(entrySchema.safeParse({ ...entry, ...changes }).success).toBe(false);
  });
});
