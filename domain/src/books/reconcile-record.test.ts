import { describe, expect, test } from 'vitest';
import { dayMs, hourMs } from '../calendar/day.ts';
import { emptyBalances } from '../ledger/account.ts';
import { customerAccount, legsOf, type Posting, postingOf } from '../ledger/posting.ts';
import { refundPosting } from '../refund/destination.ts';
import type { Refund } from '../refund/refund.ts';
import { accountWith, askedAtMs, basis, people, refundIn, requestWith } from '../testing/refunds.ts';
import { telecom } from '../testing/organisation.ts';
import { addAccount, addPosting, addRefund, type Books, startBooks } from './books.ts';
import { differencesOf } from './reconcile.ts';
import { type BooksRecord, type PaymentOrder, seenIn } from './reconcile-record.ts';

const paidAtMs = askedAtMs + hourMs;
const [step] = refundIn('posted').steps;
if (!step) throw new Error('a refund of 500 yuan has steps');
const byManager = { steps: [{ ...step, limitFen: 30_000 }] };

/** A refund in cash that was paid, in the order of the ids: 60 yuan on the requester's own word, an hour after it was asked for. */
function paid(id: string, changes: Partial<Refund> = {}): Refund {
  const cash = { form: 'cash' as const, accountNo: null, amountFen: 6000, complaintId: `complaint-${id}`, basis: { ...basis, customerKey: id } };
  const { execution } = refundIn('posted');
  const atMs = paidAtMs + id.charCodeAt(0);
  const done = { state: 'posted' as const, steps: [], ownLimitFen: 10_000, postedAtMs: paidAtMs, execution: execution && { ...execution, atMs } };
  return requestWith({ ...cash, ...done, id, ...changes });
}

interface Sheet {
  refunds: Refund[];
  /** Beside the refunds' own. */
  openings?: Posting[];
}

function booksOf({ refunds, openings = [] }: Sheet): Books {
  const books = startBooks();
  for (const refund of refunds) {
    addRefund(books, refund);
    addPosting(books, refundPosting(refund, null, 'payer', refund.postedAtMs ?? 0));
  }
  const cash = openings.reduce((sum, { legs: [, credit] }) => sum + (credit?.amountFen ?? 0), 0);
  if (openings.length > 0) addAccount(books, accountWith({ balancesFen: { ...emptyBalances, cash } }));
  for (const posting of openings) addPosting(books, posting);
  return books;
}

function codesOf(sheet: Sheet, record: Partial<BooksRecord> = {}): string[] {
  return differencesOf(booksOf(sheet), { packOf: () => telecom, seen: null, orders: null, ...record }).map(({ code, subject }) => `${code} ${subject}`);
}

function opening(amountFen: number, postedAtMs: number): Posting {
  const cause = { kind: 'opening' as const, id: 'A-1001', bucket: 'cash' as const };
  const legs = legsOf('company:opening', customerAccount('A-1001', 'cash'), amountFen);
  return postingOf({ cause, pack: 'telecom', complaintId: null, legs, cardSerial: null, byUid: null, postedAtMs });
}

describe('REF-4: what was paid is added up again, whatever a refund says of its sum', () => {
  const alike: [told: string, changes: Partial<Refund>][] = [
    ['complaint', { complaintId: 'complaint-a' }],
    ['customer in another category', { basis: { ...basis, customerKey: 'a', category: 'T04-01' } }],
    ['account', { accountNo: 'A-1001' }],
  ];

  test.each(alike)('two of 60 yuan of one %s on the clerk’s own word are found at the second', (_told, changes) => {
    const first = paid('a', { accountNo: 'A-1001' });
    expect(codesOf({ refunds: [first, paid('b', { ...changes, earlierFen: 0 })] })).toEqual(['sumNotApproved b']);
    expect(codesOf({ refunds: [first, paid('b', { ...changes, amountFen: 4000 })] })).toEqual([]);
    expect(codesOf({ refunds: [first, paid('b', { ...changes, ...byManager })] })).toEqual([]);
    expect(codesOf({ refunds: [first, paid('b', { ...changes, ...byManager, amountFen: 24_001 })] })).toEqual(['sumNotApproved b']);
  });

  test('whoever was paid first needs nobody for the second, and what was taken back counts no more', () => {
    const second = paid('c', { complaintId: 'complaint-b', ...byManager });
    expect(codesOf({ refunds: [second, paid('b')] })).toEqual([]);
    expect(codesOf({ refunds: [paid('a', { state: 'executing', postedAtMs: null }), paid('b', { complaintId: 'complaint-a' })] })).toContain(
      'sumNotApproved b',
    );
    const outOfWindow = { complaintId: 'complaint-a', receivedAtMs: askedAtMs + 30 * dayMs + 1 };
    expect(codesOf({ refunds: [paid('a'), paid('b', outOfWindow)] })).toEqual([]);
  });

  test('a step that nobody approved holds no sum', () => {
    expect(codesOf({ refunds: [paid('a', { steps: [{ ...step, state: 'movedUp' }] })] })).toContain('sumNotApproved a');
  });

  test('three times the own limit in a day to anybody, and not a fen more', () => {
    const five = ['a', 'b', 'c', 'd', 'e'].map((id) => paid(id));
    expect(codesOf({ refunds: five })).toEqual([]);
    expect(codesOf({ refunds: [...five, paid('f', { amountFen: 1 })] })).toEqual(['dayNotApproved f']);
    expect(codesOf({ refunds: [...five, paid('f', { amountFen: 1, receivedAtMs: askedAtMs + dayMs })] })).toEqual([]);
    expect(codesOf({ refunds: [...five, paid('f', { amountFen: 1, requesterUid: people.agent.uid })] })).toEqual([]);
    expect(codesOf({ refunds: [...five, paid('f', { amountFen: 1, ...byManager })] })).toEqual([]);
  });

  test('REF-1: half the own limit in a day where the requester has confirmed the cause too, and not a fen more', () => {
    const ownCause = { ...basis, customerKey: 'a', causeBy: { uid: people.clerk.uid, name: people.clerk.name, atMs: askedAtMs } };
    expect(codesOf({ refunds: [paid('a', { amountFen: 5000, basis: ownCause })] })).toEqual([]);
    expect(codesOf({ refunds: [paid('a', { amountFen: 5001, basis: ownCause })] })).toEqual(['dayNotApproved a']);
    expect(codesOf({ refunds: [paid('a', { amountFen: 5001, basis: ownCause, ...byManager })] })).toEqual([]);
    expect(codesOf({ refunds: [paid('a', { amountFen: 1 }), paid('b', { amountFen: 5000, basis: { ...ownCause, customerKey: 'b' } })] })).toEqual([
      'dayNotApproved b',
    ]);
  });

  test('REF-1: more than 50 yuan on words alone, and not where nobody kept on what', () => {
    const proved = (causeProof: (typeof basis)['causeProof']) => ({ basis: { ...basis, customerKey: 'a', causeProof } });
    const words = { photoId: null, bill: null };
    expect(codesOf({ refunds: [paid('a', { amountFen: 5001, ...proved(words) })] })).toEqual(['causeUnproved a']);
    expect(codesOf({ refunds: [paid('a', { amountFen: 5000, ...proved(words) })] })).toEqual([]);
    expect(codesOf({ refunds: [paid('a', { amountFen: 5001, ...proved({ ...words, photoId: 'photo' }) })] })).toEqual([]);
    expect(codesOf({ refunds: [paid('a', { amountFen: 5001, ...proved(null) })] })).toEqual([]);
  });
});

describe('REF-8: what was raised in all books together is found beside them', () => {
  const order: PaymentOrder = { amountFen: 6000, byUid: 'payer' };
  const ordered = (...orders: PaymentOrder[]) => ({ orders: new Map([['a', orders]]) });

  test('an amount other than the clerk ordered, by the entry in the journal', () => {
    expect(codesOf({ refunds: [paid('a')] }, ordered(order))).toEqual([]);
    expect(codesOf({ refunds: [paid('a')] }, ordered({ ...order, amountFen: 1 }, order))).toEqual([]);
    expect(codesOf({ refunds: [paid('a', { amountFen: 7000 })] }, ordered(order))).toEqual(['orderDiffers a']);
    expect(codesOf({ refunds: [paid('a')] }, ordered({ ...order, byUid: 'somebody-else' }))).toEqual(['orderDiffers a']);
    expect(codesOf({ refunds: [paid('a')] }, ordered())).toEqual(['orderDiffers a']);
  });

  test('refunds that an earlier check saw: raised, left out, or put in before it', () => {
    const seen = seenIn(booksOf({ refunds: [paid('a'), paid('b')] }), paidAtMs + hourMs);
    expect(codesOf({ refunds: [paid('a'), paid('b')] }, { seen })).toEqual([]);
    expect(codesOf({ refunds: [paid('a'), paid('b'), paid('later', { postedAtMs: paidAtMs + 1 })] }, { seen })).toEqual([]);
    const raised = paid('b', { amountFen: 7000 });
    const changed = [[paid('a'), raised], [paid('a')], [paid('a'), paid('b'), paid('c')]];
    for (const refunds of changed) expect(codesOf({ refunds }, { seen })).toEqual(['paidDiffers company:refunds']);
  });

  test('what was written in the hour before a check is left to the next one', () => {
    expect(seenIn(booksOf({ refunds: [paid('a')] }), paidAtMs + hourMs)).toMatchObject({ refunds: { count: 1, fen: 6000 } });
    expect(seenIn(booksOf({ refunds: [paid('a')] }), paidAtMs + hourMs - 1)).toMatchObject({ refunds: { count: 0, fen: 0 } });
  });

  test('an opening that was made up: after an account had moved, or in what an earlier check saw', () => {
    const credited = paid('a', { form: 'balanceCredit', accountNo: 'A-1001' });
    const books = (openedAtMs: number) => {
      const all = booksOf({ refunds: [] });
      addRefund(all, credited);
      addPosting(all, refundPosting(credited, 'A-1001', 'payer', paidAtMs));
      addPosting(all, opening(500, openedAtMs));
      addAccount(all, accountWith({ balancesFen: { ...emptyBalances, cash: 6500 } }));
      return differencesOf(all, { packOf: () => telecom, seen: null, orders: null }).map(({ code, subject }) => `${code} ${subject}`);
    };
    expect(books(paidAtMs)).toEqual([]);
    expect(books(paidAtMs + 1)).toEqual(['openingLate opening-A-1001-cash']);
    const sheet = { refunds: [], openings: [opening(500, askedAtMs)] };
    const seen = seenIn(booksOf(sheet), askedAtMs + hourMs);
    expect(codesOf(sheet, { seen })).toEqual([]);
    expect(codesOf({ ...sheet, openings: [opening(600, askedAtMs)] }, { seen })).toEqual(['openingsDiffer company:opening']);
    expect(codesOf({ ...sheet, openings: [opening(500, askedAtMs + 1)] }, { seen })).toEqual(['openingsDiffer company:opening']);
  });
});
