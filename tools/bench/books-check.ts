import { dayMs, startOfDayMs } from '@shouwen/domain/calendar/day';
import { checkBooks } from '../../functions/src/ledger/check-books.ts';
import { nightlyPlan } from '../../functions/src/ledger/look-at-books.ts';
import { openCity, type TestCity } from '../../tests/support/city.ts';
import { meteredStore } from '../../tests/support/metered-store.ts';
import { openAccount } from '../seed/city-accounts.ts';
import { storedBooks } from '../seed/store-city.ts';
import { startFirestoreOnly } from '../emulators.ts';
import { type Figure, type FigureGroup, ratioFigure } from './figure.ts';

/** As many as make the part of a night no smaller than the least that is looked at. */
const accountCount = 1_500;
/** After all that the demonstration city begins with: none of it has moved since. */
const startMs = startOfDayMs('2026-12-06');
const bound = 0.05;

/** What the nightly check of large books reads, over all documents that the books are made of. */
export const booksCheck: FigureGroup = {
  names: ['books_check_reads_share'],
  measure: async () => {
    const emulator = await startFirestoreOnly({ rulesFile: 'firestore.rules' });
    const city = await openCity(emulator.host, 'shouwen-bench-books-check');
    try {
      return [await measureShare(city)];
    } finally {
      await city.close();
      await emulator.stop();
    }
  },
};

/** The first check reads all of it; the share is that of the nights after it, at its most. */
async function measureShare(city: TestCity): Promise<Figure> {
  await fillWithAccounts(city);
  const shares: number[] = [];
  for (let night = 0; night < 4; night += 1) {
    const store = meteredStore(city.host.store);
    const host = city.newHost(store);
    host.clockMs = startMs + (night + 2) * dayMs;
    await checkBooks(host, nightlyPlan);
    const { data } =
      (await city.host.store.query({ collection: 'reconciliations', where: [['pack', '==', 'telecom']], orderBy: ['day', 'desc'], limit: 1 }))[0] ?? {};
    const documents = ['postings', 'accounts', 'refunds', 'closures'].reduce((sum, name) => sum + Number(data?.[name]), 0);
    console.error(JSON.stringify({ night, way: data?.['way'], state: data?.['state'], documents, reads: store.bill.reads }));
    if (night > 1) shares.push(store.bill.reads / documents);
  }
  return ratioFigure('books_check_reads_share', Math.max(...shares), bound, 'share');
}

async function fillWithAccounts(city: TestCity): Promise<void> {
  const pack = city.told.packs.find(({ id }) => id === 'telecom');
  if (!pack) throw new Error('there is no pack');
  const writer = city.firestore.bulkWriter();
  for (let index = 0; index < accountCount; index += 1) {
    const phone = `138${String(index).padStart(8, '0')}`;
    const openingFen = { cash: 1000 + index, rechargeCard: 500, promotional: 300 };
    const record = { accountNo: `B${String(index).padStart(8, '0')}`, customerPhone: phone, kind: 'prepaid' as const, state: 'open' as const, openingFen };
    const { account, postings } = openAccount(record, { phone, name: '王小明', homeRegion: '320812' }, pack, startMs);
    for (const [path, content] of storedBooks({ accounts: [account], postings })) void writer.create(city.firestore.doc(path), content);
  }
  await writer.close();
}
