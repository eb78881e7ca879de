import { boardSchema } from '@shouwen/domain/board/board';
import { refreshBoard } from '../../functions/src/board/refresh-board.ts';
import type { Query, Store } from '../../functions/src/store.ts';
import { openCity, type TestCity } from '../../tests/support/city.ts';
import { fillWithComplaints } from '../../tests/support/many-complaints.ts';
import { meteredStore } from '../../tests/support/metered-store.ts';
import { seededChance } from '../../tests/support/seeded-chance.ts';
import { startFirestoreOnly } from '../emulators.ts';
import { figure, type Figure, type FigureGroup } from './figure.ts';

const complaintCount = 10_000;
const seed = 1;
const companyId = 't-city';
const entriesPerRead = 1000;
/** Of whoever opens a board: their staff document, by the function and by the rules, and the board itself. */
const phoneReads = 3;

/** What opening the company's board costs where ten thousand complaints lie, when it has to be counted and when somebody else has just had it counted. */
export const board: FigureGroup = {
  names: ['board_reads_per_opening', 'board_reads_per_fresh_opening'],
  measure: async () => {
    const emulator = await startFirestoreOnly({ rulesFile: 'firestore.rules' });
    const city = await openCity(emulator.host, 'shouwen-bench-board');
    try {
      await fillWithComplaints(city, complaintCount, city.host.nowMs(), seededChance(seed));
      return await measureOpenings(city);
    } finally {
      await city.close();
      await emulator.stop();
    }
  },
};

/** Beside each stands what could not be less: one read for each number shown that is not nought, and the phone's own. */
async function measureOpenings(city: TestCity): Promise<Figure[]> {
  const units = await city.host.reference.units();
  const unit = units.get(companyId);
  if (!unit) throw new Error(`There is no unit ${companyId}.`);
  const { store, reads } = billed(city.host.store);
  const host = city.newHost(store);
  await Promise.all([host.reference.units(), host.reference.packInForce(unit.pack, store)]);
  const warm = reads();
  await refreshBoard(host, unit);
  const counting = reads() - warm;
  const { units: lines } = boardSchema.parse((await city.firestore.doc(`boards/${companyId}`).get()).data());
  const numbers = lines.flatMap(({ unitId: _unitId, ...counts }) => Object.values(counts)).filter((count) => count > 0).length;
  await refreshBoard(host, unit);
  const fresh = reads() - warm - counting;
  console.error(JSON.stringify({ complaints: complaintCount, lines: lines.length, numbers, counting, fresh }));
  return [
    figure('board_reads_per_opening', counting + phoneReads, 'documents', numbers + phoneReads),
    figure('board_reads_per_fresh_opening', fresh + phoneReads, 'documents', phoneReads),
  ];
}

/** Firestore bills a count by the entries of the index that it goes through, one read for a thousand and at least one. */
function billed(inner: Store): { store: Store; reads(): number } {
  const metered = meteredStore(inner);
  let beyondFirst = 0;
  const count = async (query: Omit<Query, 'limit'>): Promise<number> => {
    const found = await metered.count(query);
    beyondFirst += Math.max(0, Math.ceil(found / entriesPerRead) - 1);
    return found;
  };
  return { store: { ...metered, count }, reads: () => metered.bill.reads + beyondFirst };
}
