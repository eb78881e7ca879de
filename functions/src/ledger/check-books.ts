import { type Day, dayOf } from '@shouwen/domain/calendar/day';
import type { Books, Difference } from '@shouwen/domain/books/books';
import { differencesOf } from '@shouwen/domain/books/reconcile';
import type { PackId } from '@shouwen/domain/kernel/brand';
import type { Pack } from '@shouwen/domain/policy/pack';
import { registeredPacks } from '@shouwen/domain/policy/pack-register';
import type { Host } from '../host.ts';
import { inboxItem } from '../inbox-item.ts';
import type { Transaction } from '../store.ts';
import { keepMovements } from './keep-movements.ts';
import { type Looked, lookAtBooks, type NightlyPlan, nightlyPlan } from './look-at-books.ts';
import { rotationPath } from './rotation.ts';

/** Postings of the first version are seen to for so long, and the next night again. */
const mostForMovementsMs = 180_000;
/** More than this tell nobody anything new; the count says how many there are. */
const mostDifferences = 100;
const notifiedRoles = ['auditor', 'centreDirector', 'companyLeader'] as const;

/**
 * Compares the books of each operator as they are at one moment (REF-8), keeps what was found, and tells auditors, the centre's director and the leadership of any
 * difference. Nothing corrects itself.
 */
export async function checkBooks(host: Host, plan: NightlyPlan = nightlyPlan): Promise<void> {
  for (const pack of registeredPacks) {
    await keepMovements(host, pack, host.nowMs() + mostForMovementsMs);
    const looked = await host.store.snapshot((reader) => lookAtBooks(host, reader, pack, dayOf(host.nowMs()), plan));
    const packOf = await readPacks(host, pack, looked.books);
    await saveResult(host, pack, looked, differencesIn(looked, packOf));
  }
}

/** A total that differs is told by itself where nothing that was looked at is why. */
function differencesIn({ books, scope, record, totals }: Looked, packOf: (version: string) => Pack | undefined): Difference[] {
  const found = differencesOf(books, { ...record, packOf, scope });
  const isExplained = found.some(({ code }) => ['balanceDiffers', 'accountMissing', 'movementDiffers'].includes(code));
  return isExplained ? found : [...found, ...totals];
}

/** The rules that refunds were decided by, version by version. */
async function readPacks(host: Host, packId: PackId, { refunds }: Books): Promise<(version: string) => Pack | undefined> {
  const versions = [...new Set([...refunds.values()].map(({ packVersion }) => packVersion))];
  const packs = new Map(await Promise.all(versions.map(async (version) => [version, await host.reference.pack(packId, version)] as const)));
  return (version) => packs.get(version);
}

async function saveResult(host: Host, pack: PackId, { counts, seen, reach, rotation }: Looked, differences: readonly Difference[]): Promise<void> {
  const nowMs = host.nowMs();
  const day = dayOf(nowMs);
  if (differences.length > 0) host.log({ severity: 'ERROR', message: 'books differ', code: pack, count: differences.length });
  await host.store.transaction(async (transaction) => {
    const untold = differences.length === 0 ? [] : await readUnnotified(transaction, pack, day);
    // What was found may have been found by turns: that part is looked at again until it is put right. A total alone does not stop the turns, which may find why.
    if (differences.every(({ code }) => code === 'totalDiffers')) transaction.set(rotationPath(pack), { ...rotation });
    transaction.set(`reconciliations/${pack}-${day}`, {
      pack,
      day,
      atMs: nowMs,
      ...counts,
      ...reach,
      seen,
      areDebtsTakenOff: true,
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
