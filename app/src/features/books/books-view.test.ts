import type { StatementLine } from '@shouwen/domain/books/statement';
import { at } from '@shouwen/domain/testing/organisation';
import { numberOf } from '@shouwen/domain/kernel/number';
import { describe, expect, test } from 'vitest';
import type { Check } from './read-books.ts';
import { alarmOf, postingGroupsOf, lookUpOf, sumsOf, viewInAddress } from './books-view.ts';

const nowMs = at('2026-11-22 12:00');

function checkOf(day: string, state: Check['state'] = 'balanced'): Check {
  const reach = { way: 'whole', movedAccounts: 0, turnedAccounts: 1, circleEndsOn: null } as const;
  return { ...reach, day, atMs: 0, postings: 1, accounts: 1, refunds: 1, closures: 1, differences: [], differenceCount: state === 'differs' ? 1 : 0, state };
}

describe('what a reader of the books is told first (REF-8)', () => {
  test('books that differ are an alarm; books that balance are none', () => {
    expect(alarmOf([checkOf('2026-11-22', 'differs'), checkOf('2026-11-21')], nowMs)).toMatchObject({ kind: 'differs', check: { day: '2026-11-22' } });
    expect(alarmOf([checkOf('2026-11-22'), checkOf('2026-11-21')], nowMs)).toBeNull();
  });

  test('a difference that has gone again is still told of', () => {
    expect(alarmOf([checkOf('2026-11-22'), checkOf('2026-11-21', 'differs')], nowMs)).toMatchObject({ kind: 'earlier', check: { day: '2026-11-21' } });
  });

  test('books that nobody has checked for more than two days are an alarm too; new ones are none', () => {
    expect(alarmOf([checkOf('2026-11-19')], nowMs)).toEqual({ kind: 'stale', day: '2026-11-19' });
    expect(alarmOf([checkOf('2026-11-20')], nowMs)).toBeNull();
    expect(alarmOf([], nowMs)).toBeNull();
  });
});

describe('a statement', () => {
  const line = (postingId: string, debitFen: number, creditFen: number): StatementLine => ({
    postingId,
    atMs: 0,
    account: 'company:refunds',
    otherAccount: null,
    debitFen,
    creditFen,
    balanceFen: null,
    causeKind: 'refund',
    causeId: 'r',
    reversesId: null,
    cardSerial: null,
    complaintId: null,
    byUid: null,
  });

  test('keeps the lines of a posting together, the newest posting first', () => {
    const groups = postingGroupsOf([line('one', 5, 0), line('one', 0, 5), line('two', 7, 0)]);
    expect(groups.map(({ postingId, lines }) => [postingId, lines.length])).toEqual([
      ['two', 1],
      ['one', 2],
    ]);
  });

  test('adds up either side', () => {
    expect(sumsOf([line('one', 5, 0), line('one', 0, 5), line('two', 7, 0)])).toEqual({ debitFen: 12, creditFen: 5 });
  });
});

describe('what is looked up', () => {
  const complaintId = '4d8f6a52-0000-4000-8000-000000000001';

  test('an address names ids only; anything else in it names nothing', () => {
    expect(viewInAddress(`?complaint=${complaintId}`)).toEqual({ complaintId });
    expect(viewInAddress('?account=A2003-0417')).toEqual({ accountNo: 'A2003-0417' });
    expect(viewInAddress('?complaint=1')).toBeNull();
    expect(viewInAddress('?account=a/b')).toBeNull();
    expect(viewInAddress('')).toBeNull();
  });

  test('a complaint’s number is checked before anybody is asked, leniently as people type it', () => {
    const number = numberOf(complaintId);
    expect(lookUpOf('complaint', number.toLowerCase().replaceAll('-', ' '))).toEqual({ kind: 'complaint', number });
    expect(lookUpOf('complaint', 'ABC')).toEqual({ kind: 'wrongComplaint' });
  });

  test('an account’s number is taken in capitals, as accounts have it', () => {
    expect(lookUpOf('account', ' a2003-0417 ')).toEqual({ kind: 'account', accountNo: 'A2003-0417' });
    expect(lookUpOf('account', 'a 1')).toEqual({ kind: 'wrongAccount' });
    expect(lookUpOf('account', ' ')).toEqual({ kind: 'missing' });
  });
});
