import { startOfDayMs } from '@shouwen/domain/calendar/day';
import { openCity, type TestCity } from '../../tests/support/city.ts';
import { closeAccount, newAccount } from '../../tests/support/money-requests.ts';
import { fillWithWaiting, meterSweep } from '../../tests/support/money-sweep.ts';
import { startFirestoreOnly } from '../emulators.ts';
import { timed } from './bare-trigger.ts';
import { figure, type Figure, type FigureGroup, ratioFigure } from './figure.ts';
import { settleClosure } from '../../tests/support/delivering.ts';

const sixthMs = startOfDayMs('2026-12-06');
const waitingCounts = [100, 20_000];
const due = 50;
const rounds = 10;
const perRound = 40;
const atOnce = 8;

/** What the schedule reads to find what is due among many that wait, and how fast it moves money, beside transactions that do nothing but write as much. */
export const moneySweep: FigureGroup = {
  names: ['closure_sweep_reads_over_due', 'transfers_per_second'],
  measure: async () => {
    const emulator = await startFirestoreOnly({ rulesFile: 'firestore.rules' });
    const city = await openCity(emulator.host, 'shouwen-bench-money-sweep');
    try {
      return [await measureTransfers(city), await measureReads(city)];
    } finally {
      await city.close();
      await emulator.stop();
    }
  },
};

/** Reads billed for finding what is due, over as many documents as are due: the least that a query can cost. */
async function measureReads(city: TestCity): Promise<Figure> {
  const model = await closeAccount(city, { accountNo: await newAccount(city) });
  let waiting = 0;
  let found = Number.NaN;
  for (const count of waitingCounts) {
    await fillWithWaiting(city.firestore, model, count - waiting);
    waiting = count;
    const dueAtMs = await closuresDue(city, due);
    const reads = await meterSweep(city, dueAtMs);
    const none = await meterSweep(city, dueAtMs);
    console.error(JSON.stringify({ waiting, ...reads, findingNone: none.finding, processingReadsPerItem: (reads.processing - none.processing) / reads.due }));
    found = reads.finding;
  }
  return ratioFigure('closure_sweep_reads_over_due', found, due, 'documents');
}

/** Closures whose day has come while all others still wait. @returns the moment at which they are due. */
async function closuresDue(city: TestCity, count: number): Promise<number> {
  const dueAtMs = city.host.nowMs() + 1;
  for (const id of await waitingClosures(city, count)) {
    await city.firestore.doc(`closures/${id}`).update({ transferAtMs: dueAtMs, nextDueAt: city.host.timestamp(dueAtMs) });
  }
  return dueAtMs;
}

async function waitingClosures(city: TestCity, count: number): Promise<string[]> {
  const ids: string[] = [];
  for (let index = 0; index < count; index += 1)
    ids.push(await closeAccount(city, { accountNo: await newAccount(city), targetAccountNo: await newAccount(city) }));
  return ids;
}

/** Transfers on the 6th in rounds that take turns with bare transactions of the same size: as many documents read and written, nothing decided. */
async function measureTransfers(city: TestCity): Promise<Figure> {
  const oursMs: number[] = [];
  const bareMs: number[] = [];
  for (let round = 0; round <= rounds; round += 1) {
    const ids = await waitingClosures(city, perRound);
    const host = city.newHost();
    host.clockMs = sixthMs;
    const bareNos = await Promise.all(ids.map(() => newAccount(city)));
    const tookMs = await timed(() => eachOf(ids, async (id) => void (await settleClosure(host, id))));
    const bareTookMs = await timed(() => eachOf(bareNos, (accountNo) => bareTransfer(city, accountNo)));
    if (round === 0) continue;
    oursMs.push(tookMs);
    bareMs.push(bareTookMs);
  }
  return figure('transfers_per_second', perSecond(oursMs), '1/s', perSecond(bareMs));
}

/** What a transfer cannot do without: closure, both accounts and the pack in force read; posting, both accounts, closure, its entry and a notice written. */
async function bareTransfer({ firestore }: TestCity, accountNo: string): Promise<void> {
  const account = firestore.doc(`accounts/${accountNo}`);
  const places = ['posting', 'target', 'closure', 'entry', 'notice'].map((name) => firestore.doc(`bareTransfers/${accountNo}-${name}`));
  await firestore.runTransaction(async (transaction) => {
    await Promise.all([transaction.get(account), ...places.slice(0, 3).map((place) => transaction.get(place))]);
    transaction.update(account, { seq: 2 });
    for (const place of places) transaction.create(place, { atMs: sixthMs });
  });
}

async function eachOf(ids: readonly string[], work: (id: string) => Promise<void>): Promise<void> {
  for (let index = 0; index < ids.length; index += atOnce) await Promise.all(ids.slice(index, index + atOnce).map(work));
}

function perSecond(tookMs: readonly number[]): number {
  return (perRound * tookMs.length) / (tookMs.reduce((sum, ms) => sum + ms, 0) / 1000);
}
