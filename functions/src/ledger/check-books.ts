import { type Day, dayOf } from '@shouwen/domain/calendar/day';
import { closureFromStored } from '@shouwen/domain/closure/closure';
import { accountFromStored } from '@shouwen/domain/ledger/account';
import { postingFromStored } from '@shouwen/domain/ledger/posting';
import { addAccount, addClosure, addPosting, addRefund, type Books, type Difference, startBooks } from '@shouwen/domain/books/books';
import { differencesOf } from '@shouwen/domain/books/reconcile';
import { seenIn } from '@shouwen/domain/books/reconcile-record';
import type { PackId } from '@shouwen/domain/kernel/brand';
import type { Pack } from '@shouwen/domain/policy/pack';
import { registeredPacks } from '@shouwen/domain/policy/pack-register';
import { refundFromStored } from '@shouwen/domain/refund/refund';
import type { Host } from '../host.ts';
import { inboxItem } from '../inbox-item.ts';
import type { Reader, Transaction } from '../store.ts';
import { readPages } from './read-pages.ts';
import { readRecord } from './read-record.ts';

/** More than this tell nobody anything new; the count says how many there are. */
const mostDifferences = 100;
const notifiedRoles = ['auditor', 'centreDirector', 'companyLeader'] as const;

/**
 * Adds all books of each operator up as they are at one moment (REF-8), keeps what was found, and tells auditors, the centre's director and the
 * leadership of any difference. Nothing corrects itself.
 */
export async function checkBooks(host: Host): Promise<void> {
  for (const pack of registeredPacks) {
    const { books, record } = await host.store.snapshot(async (reader) => {
      const books = await readBooks(reader, pack);
      return { books, record: await readRecord(reader, pack, books) };
    });
    const packOf = await readPacks(host, pack, books);
    await saveResult(host, pack, books, differencesOf(books, { ...record, packOf }));
  }
}

async function readBooks(reader: Reader, pack: PackId): Promise<Books> {
  const books = startBooks();
  const all = (collection: string) => ({ collection, where: [['pack', '==', pack]] }) as const;
  await readPages(reader, all('ledger'), ({ id, data }) => addPosting(books, postingFromStored(id, data)));
  await readPages(reader, all('accounts'), ({ id, data }) => addAccount(books, accountFromStored(id, data)));
  await readPages(reader, all('refunds'), ({ id, data }) => addRefund(books, refundFromStored(id, data)));
  await readPages(reader, all('closures'), ({ id, data }) => addClosure(books, closureFromStored(id, data)));
  return books;
}

/** The rules that refunds were decided by, version by version. */
async function readPacks(host: Host, packId: PackId, { refunds }: Books): Promise<(version: string) => Pack | undefined> {
  const versions = [...new Set([...refunds.values()].map(({ packVersion }) => packVersion))];
  const packs = new Map(await Promise.all(versions.map(async (version) => [version, await host.reference.pack(packId, version)] as const)));
  return (version) => packs.get(version);
}

async function saveResult(host: Host, pack: PackId, books: Books, differences: readonly Difference[]): Promise<void> {
  const nowMs = host.nowMs();
  const day = dayOf(nowMs);
  if (differences.length > 0) host.log({ severity: 'ERROR', message: 'books differ', code: pack, count: differences.length });
  await host.store.transaction(async (transaction) => {
    const untold = differences.length === 0 ? [] : await readUnnotified(transaction, pack, day);
    transaction.set(`reconciliations/${pack}-${day}`, {
      pack,
      day,
      atMs: nowMs,
      postings: books.postings.size,
      accounts: books.accounts.size,
      refunds: books.refunds.size,
      closures: books.closures.size,
      seen: seenIn(books, nowMs),
      differences: differences.slice(0, mostDifferences),
      differenceCount: differences.length,
      state: differences.length === 0 ? 'balanced' : 'differs',
    });
    for (const path of untold) {
      transaction.create(path, inboxItem(host, { kind: 'booksDiffer', number: day }));
    }
  });
}

/** The notices that have yet to be given: each of them hears of a day's books once, however often they are added up. */
async function readUnnotified(transaction: Transaction, pack: PackId, day: Day): Promise<string[]> {
  const staff = (await Promise.all(notifiedRoles.map((role) => transaction.query(staffWith(pack, role))))).flat();
  const paths = staff.filter(({ data }) => data['active'] === true).map(({ id: uid }) => `inbox/${uid}/items/books-${pack}-${day}`);
  const told = await Promise.all(paths.map((path) => transaction.get(path)));
  return paths.filter((_path, index) => told[index] === null);
}

function staffWith(pack: PackId, role: string) {
  return {
    collection: 'staff',
    where: [
      ['pack', '==', pack],
      ['role', '==', role],
    ],
    limit: 100,
  } as const;
}
