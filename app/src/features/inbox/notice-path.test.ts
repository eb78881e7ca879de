import { expect, test } from 'vitest';
import { closureNoticeKinds } from '@shouwen/domain/closure/notices';
import { noticeKinds } from '@shouwen/domain/complaint/notices';
import { tellings } from '@shouwen/domain/complaint/time/taken-step';
import { refundNoticeKinds } from '@shouwen/domain/refund/notices';
import { pathOf } from './notice-path.ts';

const about = { complaintId: 'c1', refundId: 'r1', closureId: 'l1' };
const unrelated = { complaintId: null, refundId: null, closureId: null };

test('a notice about a refund opens that refund, although it also names the complaint and the closure (REF-6)', () => {
  for (const kind of refundNoticeKinds) expect(pathOf({ kind, ...about })).toBe('/refund/r1');
});

test('a notice about a closure opens that closure (CLO-3)', () => {
  for (const kind of closureNoticeKinds) expect(pathOf({ kind, ...about })).toBe('/closure/l1');
});

test('a notice about a complaint opens that complaint', () => {
  for (const kind of noticeKinds) expect(pathOf({ kind, ...about })).toBe('/complaint/c1');
});

test('whoever was named as deputy is led to what they may have to decide (REF-6)', () => {
  expect(pathOf({ kind: 'namedDeputy', ...unrelated })).toBe('/approvals');
});

test('a digest of several complaints opens the worklist, which is sorted by what is due first (SLA-6)', () => {
  expect(pathOf({ kind: 'digest', ...unrelated })).toBe('/worklist');
});

test('steps of one complaint open that complaint (SLA-6)', () => {
  for (const kind of tellings) expect(pathOf({ kind, ...about, refundId: null, closureId: null })).toBe('/complaint/c1');
});

test('a calendar that is missing opens the policy (SLA-3)', () => {
  expect(pathOf({ kind: 'calendarMissing', ...unrelated })).toBe('/policy');
});

test('books that do not balance open the books, and a notice about nothing leads nowhere else', () => {
  expect(pathOf({ kind: 'booksDiffer', ...unrelated })).toBe('/books');
  expect(pathOf({ kind: 'chased', ...unrelated })).toBe('/inbox');
});
