import { dayOf, hourMs } from '@shouwen/domain/calendar/day';
import { maskName } from '@shouwen/domain/customer/mask';
import type { PackId } from '@shouwen/domain/kernel/brand';
import { toStored } from '@shouwen/domain/kernel/stored';
import { type CompiledDirectory, compileDirectory, directoryDocuments } from '@shouwen/domain/organisation/compile-directory';
import type { Staff } from '@shouwen/domain/organisation/staff';
import { buildUnits } from '@shouwen/domain/organisation/units';
import { type Firestore, Timestamp } from 'firebase-admin/firestore';
import { openBooks, type OpenedBooks } from './city-accounts.ts';
import { installationOf, keysOf } from './city-keys.ts';
import type { City } from './city-files.ts';

/** Writes what the product needs before its first complaint: packs, calendar, regions, organisation, known customers, and the books with their accounts. */
export async function storeCity(firestore: Firestore, city: City, nowMs: number): Promise<void> {
  const writer = firestore.bulkWriter();
  const documents = [...documentsOf(city, nowMs), ...booksOf(city, nowMs)];
  const written = documents.map(([path, content]) => writer.set(firestore.doc(path), content));
  await writer.close();
  await Promise.all(written);
}

/** Older years of the calendar are not stored: no complaint that is still open began in them, and every phone reads all there are. */
const yearsBefore = 2;

function documentsOf(city: City, nowMs: number): [string, object][] {
  const units = buildUnits(city.units);
  const firstYear = Number(dayOf(nowMs).slice(0, 4)) - yearsBefore;
  return [
    ...city.packs.map((pack): [string, object] => [`policies/${pack.version}`, pack]),
    [
      'policies/current',
      {
        ...Object.fromEntries(city.packs.map((pack) => [pack.id, pack.version])),
        sessionMs: Object.fromEntries(city.packs.map((pack) => [pack.id, pack.limits.sessionHours * hourMs])),
      },
    ],
    ...city.packs.map(({ id }): [string, object] => [`installations/${id}`, installationOf(id)]),
    ...city.calendar.filter(({ year }) => year >= firstYear).map((year): [string, object] => [`calendar/${year.year}`, year]),
    ...city.regions.map((region): [string, object] => [`regions/${region.code}`, region]),
    ...[...units.values()].map((unit): [string, object] => [`units/${unit.id}`, unit]),
    ...staffOf(city).map((person): [string, object] => [`staff/${person.uid}`, person]),
    ...city.packs.flatMap(({ id }) => directoryDocuments(id, directoryOf(city, id), 1, nowMs)),
    ...city.customers.map((customer): [string, object] => [`customers/${keysOf(customer.pack).ofPhone(customer.phone)}`, customerDocument(customer)]),
  ];
}

function directoryOf(city: City, pack: PackId): CompiledDirectory {
  const units = [...buildUnits(city.units).values()].filter((unit) => unit.pack === pack);
  return compileDirectory(
    units,
    city.staff.filter((person) => person.pack === pack),
  );
}

/** Balances and the postings that they came out of, as functions store both. */
function booksOf(city: City, openedAtMs: number): [string, object][] {
  return storedBooks(openBooks(city, openedAtMs));
}

/** The documents of accounts and postings, each with its path. */
export function storedBooks({ accounts, postings }: OpenedBooks): [string, object][] {
  const timestamp = (atMs: number): Timestamp => Timestamp.fromMillis(atMs);
  return [
    ...accounts.map((account): [string, object] => [`accounts/${account.accountNo}`, toStored(account, timestamp)]),
    ...postings.map(({ id, ...content }): [string, object] => [`ledger/${id}`, toStored(content, timestamp)]),
  ];
}

/** Staff as stored: each with the audience of their unit. */
export function staffOf(city: City): Staff[] {
  const units = buildUnits(city.units);
  return city.staff.map((person) => ({ ...person, audience: units.get(person.unitId)?.audience ?? [] }));
}

function customerDocument({ pack, tier, homeRegion, name }: City['customers'][number]): object {
  return { pack, tier, homeRegion, nameMasked: maskName(name) };
}
