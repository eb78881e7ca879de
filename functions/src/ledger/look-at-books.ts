import { addDays, type Day } from '@shouwen/domain/calendar/day';
import { closureFromStored } from '@shouwen/domain/closure/closure';
import { accountFromStored } from '@shouwen/domain/ledger/account';
import { postingFromStored } from '@shouwen/domain/ledger/posting';
import { addAccount, addClosure, addPosting, addRefund, type Books, type Difference, type Scope, startBooks } from '@shouwen/domain/books/books';
import { type BooksRecord, seenIn, type SeenBooks, settlingMs } from '@shouwen/domain/books/reconcile-record';
import type { PackId } from '@shouwen/domain/kernel/brand';
import { refundFromStored } from '@shouwen/domain/refund/refund';
import type { Host } from '../host.ts';
import type { Reader, StoredDocument } from '../store.ts';
import { gatherScope } from './gather-scope.ts';
import { differencesOfTotals, everything, totalsOf } from './ledger-totals.ts';
import { narrowDifference } from './narrow-difference.ts';
import { readPages } from './read-pages.ts';
import { readOrdersOf, readSeen, readTotalsUntil } from './read-record.ts';
import { nextPart, readRotation, type Rotation, type Share } from './rotation.ts';

/** What of the books is read in one night. */
export interface NightlyPlan extends Share {
  /** Books of so many documents are read whole every night. */
  wholeUpTo: number;
}

export const nightlyPlan: NightlyPlan = { wholeUpTo: 3_000, nights: 30, least: 50 };

/** How the books were looked at, for people to read. */
export interface Reach {
  way: 'whole' | 'bySum';
  movedAccounts: number;
  /** Accounts looked at by turns, beside those that moved. */
  turnedAccounts: number;
  /** When every account will have been looked at by turns; null where all were. */
  circleEndsOn: Day | null;
}

/** What one look found, all of one moment. */
export interface Looked {
  books: Books;
  scope: Scope | null;
  record: BooksRecord;
  /** Totals that do not agree: told where no account is found to be why. */
  totals: Difference[];
  counts: { postings: number; accounts: number; refunds: number; closures: number };
  seen: SeenBooks;
  reach: Reach;
  /** Where the next night goes on, if this one balances. */
  rotation: Rotation;
}

/** Reads small books whole; of large ones it adds all up without reading them, and looks at what has moved, at the next part in turn, and at whatever makes a total differ. */
export async function lookAtBooks(host: Host, reader: Reader, pack: PackId, day: Day, plan: NightlyPlan): Promise<Looked> {
  const [rotation, seen, counts] = await Promise.all([readRotation(reader, pack), readSeen(reader, pack), countAll(reader, pack)]);
  const size = counts.postings + counts.accounts + counts.refunds + counts.closures;
  if (size <= plan.wholeUpTo || !rotation.areMovementsKept || seen === null) return lookWhole(reader, pack, host.nowMs(), { rotation, seen, counts });
  const totals = await totalsOf(reader, pack, everything);
  // Postings that came in from elsewhere without what they move are in no total: they are seen to before the next night.
  const areKept = totals.postings === counts.postings;
  if (!areKept) return lookWhole(reader, pack, host.nowMs(), { rotation: { ...rotation, areMovementsKept: false, movementsAfter: '' }, seen, counts });
  return lookBySum(host, reader, pack, day, plan, { rotation, seen, counts, totals: differencesOfTotals(totals) });
}

interface Known {
  rotation: Rotation;
  seen: SeenBooks | null;
  counts: Looked['counts'];
}

async function countAll(reader: Reader, pack: PackId): Promise<Looked['counts']> {
  const countOf = async (collection: string) => (await reader.totals({ collection, where: [['pack', '==', pack]] }, [])).count;
  const [postings, accounts, refunds, closures] = await Promise.all([countOf('ledger'), countOf('accounts'), countOf('refunds'), countOf('closures')]);
  return { postings, accounts, refunds, closures };
}

async function lookWhole(reader: Reader, pack: PackId, nowMs: number, { rotation, seen, counts }: Known): Promise<Looked> {
  const books = startBooks();
  const all = (collection: string) => ({ collection, where: [['pack', '==', pack]] }) as const;
  await readPages(reader, all('ledger'), ({ id, data }) => addPosting(books, postingFromStored(id, data)));
  await readPages(reader, all('accounts'), ({ id, data }) => addAccount(books, accountFromStored(id, data)));
  await readPages(reader, all('refunds'), ({ id, data }) => addRefund(books, refundFromStored(id, data)));
  await readPages(reader, all('closures'), ({ id, data }) => addClosure(books, closureFromStored(id, data)));
  const record = { seen, orders: await readOrdersOf(reader, books, seen, null) };
  const reach = { way: 'whole', movedAccounts: 0, turnedAccounts: counts.accounts, circleEndsOn: null } as const;
  return { books, scope: null, record, totals: [], counts, seen: seenIn(books, nowMs), reach, rotation };
}

async function lookBySum(
  host: Host,
  reader: Reader,
  pack: PackId,
  day: Day,
  plan: NightlyPlan,
  { rotation, seen, counts, totals }: Known & Pick<Looked, 'totals'>,
): Promise<Looked> {
  const sinceMs = seen?.untilMs ?? 0;
  const since = host.timestamp(sinceMs);
  const moved = await readSince(reader, pack, 'accounts', 'updatedAt', since);
  const turn = await nextPart(reader, pack, 'accountsAfter', rotation, plan);
  const suspected = totals.length > 0 ? await narrowDifference(reader, pack) : { accounts: [], postings: [] };
  const [refunds, closures, postings] = [
    await nextPart(reader, pack, 'refundsAfter', rotation, plan),
    await nextPart(reader, pack, 'closuresAfter', rotation, plan),
    await nextPart(reader, pack, 'postingsAfter', rotation, plan),
  ];
  const { books, scope } = await gatherScope(reader, {
    accounts: unique([...moved, ...turn.part, ...suspected.accounts]),
    refunds: unique([...(await readSince(reader, pack, 'refunds', 'updatedAt', since)), ...refunds.part]),
    closures: unique([...(await readSince(reader, pack, 'closures', 'updatedAt', since)), ...closures.part]),
    postings: unique([...(await readSince(reader, pack, 'ledger', 'postedAt', since)), ...postings.part, ...suspected.postings]),
  });
  const [now, seenNow] = [await readTotalsUntil(host, reader, pack, sinceMs), await readTotalsUntil(host, reader, pack, host.nowMs() - settlingMs)];
  const record = { seen, now, orders: await readOrdersOf(reader, books, seen, scope.refunds) };
  const after = { accountsAfter: turn.after, refundsAfter: refunds.after, closuresAfter: closures.after, postingsAfter: postings.after };
  const left = turn.after === '' ? 0 : (await reader.totals({ collection: 'accounts', where: [['pack', '==', pack]], afterId: turn.after }, [])).count;
  const nightsLeft = Math.ceil(left / Math.max(1, turn.part.length));
  const reach: Reach = { way: 'bySum', movedAccounts: moved.length, turnedAccounts: turn.part.length, circleEndsOn: addDays(day, nightsLeft) };
  return { books, scope, record, totals, counts, seen: { untilMs: host.nowMs() - settlingMs, ...seenNow }, reach, rotation: { ...rotation, ...after } };
}

const pageSize = 500;

/** What has changed since a moment, in the order of changing. */
async function readSince(reader: Reader, pack: PackId, collection: string, field: string, since: unknown): Promise<StoredDocument[]> {
  const found = new Map<string, StoredDocument>();
  for (let from = since, isOver = false; !isOver;) {
    const where = [
      ['pack', '==', pack],
      [field, '>=', from],
    ] as const;
    const page = await reader.query({ collection, where, orderBy: [field, 'asc'], limit: pageSize });
    const known = found.size;
    for (const document of page) found.set(document.id, document);
    from = page.at(-1)?.data[field];
    // As many as a page with one moment cannot be told apart by it: the turn comes to them.
    isOver = page.length < pageSize || found.size === known;
  }
  return [...found.values()];
}

function unique(documents: readonly StoredDocument[]): StoredDocument[] {
  return [...new Map(documents.map((document) => [document.id, document])).values()];
}
