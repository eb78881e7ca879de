import { expect, test } from 'vitest';
import { closureNoticeKinds } from '../closure/notices.ts';
import { noticeKinds } from '../complaint/notices.ts';
import { tellings } from '../complaint/time/taken-step.ts';
import { refundNoticeKinds } from '../refund/notices.ts';
import { noticePath } from './notice-path.ts';

const about = { complaintId: 'c1', refundId: 'r1', closureId: 'l1' };
const unrelated = { complaintId: null, refundId: null, closureId: null };

test('a notice leads to exactly the refund, the closure or the complaint that it is about (REF-6, CLO-3, SLA-6)', () => {
  for (const kind of refundNoticeKinds) expect(noticePath({ kind, ...about })).toBe('/refund/r1');
  for (const kind of closureNoticeKinds) expect(noticePath({ kind, ...about })).toBe('/closure/l1');
  for (const kind of [...noticeKinds, ...tellings]) expect(noticePath({ kind, ...about })).toBe('/complaint/c1');
});

test('what is about no single matter leads to where it can be seen to, and what is about nothing to the inbox (REF-6, REF-8, SLA-3, SLA-6)', () => {
  expect(noticePath({ kind: 'namedDeputy', ...unrelated })).toBe('/approvals');
  expect(noticePath({ kind: 'booksDiffer', ...unrelated })).toBe('/books');
  expect(noticePath({ kind: 'digest', ...unrelated }), 'sorted by what is due first (SLA-6)').toBe('/worklist');
  expect(noticePath({ kind: 'calendarMissing', ...unrelated })).toBe('/policy');
  expect(noticePath({ kind: 'chased', ...unrelated })).toBe('/inbox');
});
