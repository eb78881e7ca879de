import { expect, test } from 'vitest';
import { closureDeedOf } from './closure-deed.ts';

test('a step that ordered and moved says that the balances were moved (CLO-4)', () => {
  expect(closureDeedOf({ outcome: 'applied', type: 'settle', payload: { did: ['transferOrdered', 'moved'], said: null, reason: null } })).toEqual({
    title: 'moved',
    target: '',
    said: null,
    reason: null,
  });
  expect(closureDeedOf({ outcome: 'applied', type: 'settle', payload: { did: ['transferOrdered'], said: null, reason: null } })).toMatchObject({
    title: 'ordered',
  });
});

test('a step that was held back or turned away says why, others do not repeat an old reason (CLO-3)', () => {
  expect(closureDeedOf({ outcome: 'applied', type: 'settle', payload: { did: ['heldBack'], said: null, reason: 'targetClosed' } })).toMatchObject({
    title: 'held',
    said: null,
    reason: 'targetClosed',
  });
  expect(closureDeedOf({ outcome: 'applied', type: 'receive', payload: { did: ['turnedAway'], said: null, reason: 'accountClosed' } })).toMatchObject({
    title: 'turnedAway',
    said: null,
    reason: 'accountClosed',
  });
  expect(closureDeedOf({ outcome: 'applied', type: 'cashPaid', payload: { did: ['cashPaid'], said: null, reason: 'targetClosed' } })).toMatchObject({
    title: 'cashPaid',
    said: null,
    reason: null,
  });
});

test('a change of the target names it', () => {
  const payload = { targetAccountNo: 'A2005-2291', identityChecked: true };
  expect(closureDeedOf({ outcome: 'applied', type: 'changeTarget', payload })).toEqual({
    title: 'changeTarget',
    target: 'A2005-2291',
    said: null,
    reason: null,
  });
});

test('an entry of a newer server is told somehow', () => {
  expect(closureDeedOf({ outcome: 'applied', type: 'somethingNew', payload: {} })).toMatchObject({ title: 'other' });
  expect(closureDeedOf({ outcome: 'applied', type: 'settle', payload: { did: ['somethingNew'] } })).toMatchObject({ title: 'other' });
});

test('of an entry that was refused nothing is told that it says, beside the same that was applied', () => {
  const entry = { type: 'changeTarget', payload: { targetAccountNo: 'A2005-2291', identityChecked: true } };
  expect(closureDeedOf({ ...entry, outcome: 'refused' })).toEqual({ title: 'refusedEntry', target: '', said: null, reason: null });
  expect(closureDeedOf({ ...entry, outcome: 'applied' })).toMatchObject({ title: 'changeTarget', target: 'A2005-2291' });
});
