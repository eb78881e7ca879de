import { describe, expect, test } from 'vitest';
import { dayMs } from '../../calendar/day.ts';
import { telecom } from '../../testing/organisation.ts';
import { askedAtMs, basis, received, requestWith } from '../../testing/refunds.ts';
import type { Refund } from '../refund.ts';
import { relatedRefunds } from './related.ts';

const own = requestWith({ id: 'own', basis });
const nothing = { complaintId: 'another', accountNo: null, basis: { ...basis, customerKey: 'another' }, requesterUid: 'agent' };
const other = (changes: Partial<Refund>) => requestWith({ id: 'other', amountFen: 100, state: 'approved', ...nothing, ...changes });

describe('REF-4: whoever approves or pays sees what else there is', () => {
  test.each([
    ['complaint', { complaintId: own.complaintId }],
    ['customer', { basis: { ...basis, category: 'T04-01' } }],
    ['account', { accountNo: own.accountNo }],
    ['requester', { requesterUid: own.requesterUid }],
  ] as const)('of the same %s', (tie, changes) => {
    const within = { ...telecom, refunds: { ...telecom.refunds, cumulateAcross: 'complaint' as const } };
    expect(relatedRefunds(own, [other(changes)], telecom)).toMatchObject([{ id: 'other', ties: [tie] }]);
    expect(relatedRefunds(own, [other(changes)], within)).toMatchObject([{ ties: [tie] }]);
  });

  test('with nothing in common, itself, out of the window, or not under way, it is not among them', () => {
    const sameComplaint = { complaintId: own.complaintId };
    const left: Partial<Refund>[] = [
      {},
      { ...sameComplaint, id: 'own' },
      { ...sameComplaint, receivedAtMs: askedAtMs - 30 * dayMs - 1 },
      { ...sameComplaint, state: 'withdrawn' },
      { ...sameComplaint, closureId: 'closure' },
    ];
    for (const changes of left) expect(relatedRefunds(own, [other(changes)], telecom)).toEqual([]);
    expect(relatedRefunds(own, [other(sameComplaint)], telecom)).toHaveLength(1);
  });

  test('each once, newest first, and whether anybody else has said yes', () => {
    const tie = { complaintId: own.complaintId };
    const others = [other({ ...tie, id: 'old', receivedAtMs: askedAtMs - 1 }), other({ ...tie, id: 'new' }), other({ ...tie, id: 'new' })];
    expect(relatedRefunds(own, others, telecom).map(({ id }) => id)).toEqual(['new', 'old']);
    const isAlone = (changes: Partial<Refund>) => relatedRefunds(own, [other({ ...tie, ...changes })], telecom)[0]?.isSelfApproved;
    expect([isAlone({}), isAlone({ steps: received().steps })]).toEqual([true, false]);
  });
});
