import { expect, test } from 'vitest';
import { closureNoticeKinds } from '../closure/notices.ts';
import { noticeKinds } from '../complaint/notices.ts';
import { stepNotices } from '../complaint/time/taken-step.ts';
import { refundNoticeKinds } from '../refund/notices.ts';
import { formerIdsOf, noticePath, subjectOfFormer } from './subject.ts';

const about = { complaintId: 'c1', refundId: 'r1', closureId: 'l1' };
const unrelated = { complaintId: null, refundId: null, closureId: null };

test('a notice leads to exactly the refund, the closure or the complaint that it is about (REF-6, CLO-3, SLA-6)', () => {
  expect(noticePath({ kind: 'refundNeedsYou', subject: { collection: 'refunds', id: 'r1' } })).toBe('/refund/r1');
  expect(noticePath({ kind: 'closureHeld', subject: { collection: 'closures', id: 'l1' } })).toBe('/closure/l1');
  expect(noticePath({ kind: 'chased', subject: { collection: 'complaints', id: 'c1' } })).toBe('/complaint/c1');
});

test('an item from before there were subjects leads to what its kind is about, although it also names others (REF-6, CLO-3, SLA-6)', () => {
  const pathOf = (kind: Parameters<typeof subjectOfFormer>[0]) => noticePath({ kind, subject: subjectOfFormer(kind, about) });
  for (const kind of refundNoticeKinds) expect(pathOf(kind)).toBe('/refund/r1');
  for (const kind of closureNoticeKinds) expect(pathOf(kind)).toBe('/closure/l1');
  for (const kind of [...noticeKinds, ...stepNotices]) expect(pathOf(kind)).toBe('/complaint/c1');
  expect(noticePath({ kind: 'chased', subject: subjectOfFormer('chased', unrelated) })).toBe('/inbox');
});

test('a phone that has not been updated finds in a new item what it reads there', () => {
  expect(formerIdsOf({ collection: 'refunds', id: 'r1' })).toEqual({ complaintId: null, refundId: 'r1', closureId: null });
  expect(formerIdsOf({ collection: 'complaints', id: 'c1' })).toEqual({ complaintId: 'c1', refundId: null, closureId: null });
  expect(formerIdsOf(null)).toEqual(unrelated);
});

test('what is about no single matter leads to where it can be seen to, and what is about nothing to the inbox (REF-6, REF-8, SLA-3, SLA-6)', () => {
  expect(noticePath({ kind: 'namedDeputy', subject: null })).toBe('/approvals');
  expect(noticePath({ kind: 'booksDiffer', subject: null })).toBe('/books');
  expect(noticePath({ kind: 'digest', subject: null }), 'sorted by what is due first (SLA-6)').toBe('/worklist');
  expect(noticePath({ kind: 'calendarMissing', subject: null })).toBe('/policy');
  expect(noticePath({ kind: 'chased', subject: null })).toBe('/inbox');
  expect(noticePath({ kind: 'chased', subject: { collection: 'nothing-known', id: 'x' } })).toBe('/inbox');
});
