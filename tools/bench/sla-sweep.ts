import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { dayMs } from '@shouwen/domain/calendar/day';
import { openCity, type TestCity } from '../../tests/support/city.ts';
import { meteredStore } from '../../tests/support/metered-store.ts';
import { takeIn } from '../../tests/support/recorder.ts';
import { copyComplaint, digestsIn, shanghai } from '../../tests/support/steps.ts';
import { startFirestoreOnly } from '../emulators.ts';
import { timed } from './bare-trigger.ts';
import { figure, type Figure, type FigureGroup, percentile, ratioFigure } from './figure.ts';
import { takeDueSteps } from '../../tests/support/delivering.ts';

const openCounts = [1000, 100_000];
const due = 200;
const rounds = 12;
const perRound = 100;
const atOnce = 8;
/** The first reminder of complaints recorded on the city's first morning. */
const firstDueMs = shanghai('2026-11-20T11:00:00');
const settleMs = 500;

/** What the schedule reads and writes to take the steps that are due among many open complaints, and how long it takes beside commits of the same writes alone. */
export const slaSweep: FigureGroup = {
  names: ['sla_sweep_reads_over_due', 'sla_sweep_writes_over_due', 'sweep_ratio_to_bare'],
  measure: async () => {
    const emulator = await startFirestoreOnly({ rulesFile: 'firestore.rules' });
    const city = await openCity(emulator.host, 'shouwen-bench-sla-sweep');
    try {
      return [await measureRatio(city), ...(await measureDocuments(city))];
    } finally {
      await city.close();
      await emulator.stop();
    }
  },
};

interface Documents {
  complaintReads: number;
  directoryReads: number;
  stepWrites: number;
  digestWrites: number;
}

/** Documents read to find and do what is due, and written for it, over as many as are due; the same whatever waits. */
async function measureDocuments(city: TestCity): Promise<Figure[]> {
  let waiting = 0;
  let last: Documents = { complaintReads: Number.NaN, directoryReads: 0, stepWrites: Number.NaN, digestWrites: 0 };
  for (const open of openCounts) {
    await fillWithOpen(city, open - waiting);
    waiting = open;
    await complaintsDue(city, due);
    last = await meter(city);
    const none = await meter(city);
    console.error(JSON.stringify({ open, due, ...last, readsWithNoneDue: none.complaintReads + none.directoryReads }));
  }
  return [
    ratioFigure('sla_sweep_reads_over_due', last.complaintReads, due, 'documents'),
    ratioFigure('sla_sweep_writes_over_due', last.stepWrites, due, 'documents'),
  ];
}

/** Runs the schedule once in an instance that has run before. Who is above is read once in a run, however much is due, and a notice written per person told. */
async function meter(city: TestCity): Promise<Documents> {
  const metered = meteredStore(city.host.store);
  let directoryReads = 0;
  const host = city.newHost({
    ...metered,
    query: async (query) => {
      const found = await metered.query(query);
      if (query.collection === 'staff') directoryReads += Math.max(1, found.length);
      return found;
    },
  });
  host.clockMs = firstDueMs;
  await Promise.all([host.reference.units(), host.reference.calendar(), host.reference.pack('telecom', 'telecom-2026.1')]);
  const warmReads = metered.bill.reads;
  const before = (await digestsIn(city.firestore)).length;
  await takeDueSteps(host);
  const digestWrites = (await digestsIn(city.firestore)).length - before;
  return { complaintReads: metered.bill.reads - warmReads - directoryReads, directoryReads, stepWrites: metered.bill.writes - digestWrites, digestWrites };
}

/** Open complaints of which nothing is due for a day; nothing but that is looked at. */
async function fillWithOpen({ firestore, host }: TestCity, count: number): Promise<void> {
  const writer = firestore.bulkWriter();
  const nextDueAt = host.timestamp(firstDueMs + dayMs);
  for (let index = 0; index < count; index += 1)
    void writer.create(firestore.doc(`complaints/${randomUUID()}`), { state: 'inProgress', open: true, nextDueAt });
  await writer.close();
}

async function complaintsDue(city: TestCity, count: number): Promise<string[]> {
  const { id } = await takeIn(city);
  const ids = await copyComplaint(city.firestore, id, count);
  await city.firestore.doc(`complaints/${id}`).delete();
  return ids;
}

/** Rounds that take turns, after a first one that counts for nothing: the same documents found, changed under the same precondition, and given an entry as long. */
async function measureRatio(city: TestCity): Promise<Figure> {
  const oursMs: number[] = [];
  const bareMs: number[] = [];
  const entry = await modelEntry(city);
  for (let round = 0; round <= rounds; round += 1) {
    const turns = round % 2 === 0 ? (['ours', 'bare'] as const) : (['bare', 'ours'] as const);
    for (const turn of turns) {
      await complaintsDue(city, perRound);
      await sleep(settleMs);
      const host = city.newHost();
      host.clockMs = firstDueMs;
      const tookMs = await timed(async () => (turn === 'ours' ? void (await takeDueSteps(host)) : await bareSteps(city, entry)));
      if (round > 0) (turn === 'ours' ? oursMs : bareMs).push(tookMs);
    }
  }
  console.error(JSON.stringify({ perRound, oursMs: percentile(oursMs, 0.5), bareMs: percentile(bareMs, 0.5) }));
  return figure('sweep_ratio_to_bare', percentile(oursMs, 0.5) / percentile(bareMs, 0.5), 'ratio', 1);
}

interface Model {
  changes: Record<string, unknown>;
  entry: Record<string, unknown>;
}

/** What a step leaves, as one was taken for real. */
async function modelEntry(city: TestCity): Promise<Model> {
  const [id = ''] = await complaintsDue(city, 1);
  const host = city.newHost();
  host.clockMs = firstDueMs;
  await takeDueSteps(host);
  const [complaint, entry] = await Promise.all([
    city.firestore.doc(`complaints/${id}`).get(),
    city.firestore.doc(`complaints/${id}/journal/sla-accept-1`).get(),
  ]);
  const changed = ['seq', 'updatedAt', 'nextDueAt', 'clocks', 'stepsTaken', 'overdues'];
  return { changes: Object.fromEntries(changed.map((name) => [name, complaint.get(name) as unknown])), entry: entry.data() ?? {} };
}

async function bareSteps({ firestore, host }: TestCity, { changes, entry }: Model): Promise<void> {
  const due = await firestore.collection('complaints').where('nextDueAt', '<=', host.timestamp(firstDueMs)).orderBy('nextDueAt').limit(300).get();
  const waiting = [...due.docs];
  const worker = async (): Promise<void> => {
    for (let found = waiting.shift(); found; found = waiting.shift()) {
      const { ref, updateTime: lastUpdateTime } = found;
      await firestore.runTransaction(async (transaction) => {
        transaction.update(ref, changes, { lastUpdateTime });
        transaction.create(ref.collection('journal').doc('sla-accept-1'), entry);
      });
    }
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
}
