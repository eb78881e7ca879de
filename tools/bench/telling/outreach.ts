import { hourMs, minuteMs } from '@shouwen/domain/calendar/day';
import type { StaffCommand } from '@shouwen/domain/complaint/command';
import { openCity, type TestCity, type TestHost } from '../../../tests/support/city.ts';
import { meteredStore } from '../../../tests/support/metered-store.ts';
import { openOutreachFarSide, type OutreachFarSide } from '../../../tests/support/outreach-far-side.ts';
import { act, takeIn } from '../../../tests/support/recorder.ts';
import { deliverMessages, sweepMessages, telling } from '../../../tests/support/telling.ts';
import { startFirestoreOnly } from '../../emulators.ts';
import { type Figure, type FigureGroup, figure, percentile } from '../figure.ts';

const complaintCount = 40;
const eveningMs = Date.parse('2026-11-20T20:00:00+08:00');
const mostReads = 6;
const mostDelayS = 5;

const answer: StaffCommand = {
  type: 'answer',
  text: '已核实。',
  howGiven: '次月账单减免',
  checklist: [
    { ask: 'explanation', result: 'met' },
    { ask: 'refund', result: 'met' },
  ],
};

/**
 * Messages to customers against a far side that loses answers, is away for six hours of an evening and is told everything twice: what reached a customer twice, in quiet hours, or
 * after its reason had gone; what a message reads; and how long one takes that is due now.
 */
export const outreach: FigureGroup = {
  names: ['outreach_duplicate_sends', 'outreach_quiet_sends', 'outreach_after_end', 'outreach_reads_per_message', 'outreach_delay_p95_s'],
  measure: async () => {
    const emulator = await startFirestoreOnly({ rulesFile: 'firestore.rules' });
    const [city, farSide] = [await openCity(emulator.host, 'shouwen-bench-outreach'), await openOutreachFarSide()];
    try {
      return await measureMessages(city, farSide);
    } finally {
      await farSide.close();
      await city.close();
      await emulator.stop();
    }
  },
};

async function measureMessages(city: TestCity, farSide: OutreachFarSide): Promise<Figure[]> {
  const store = meteredStore(city.host.store);
  const host = telling(city.newHost(store), farSide);
  telling(city.host, farSide);
  const counts = await playEvening(city, host, farSide);
  const costs = await tellOneByOne(city, host, () => store.bill.reads);
  return [
    figure('outreach_duplicate_sends', counts.duplicates, 'messages', 0),
    figure('outreach_quiet_sends', counts.quiet, 'messages', 0),
    figure('outreach_after_end', counts.afterEnd, 'messages', 0),
    figure('outreach_reads_per_message', costs.readsPerMessage, 'documents', mostReads),
    figure('outreach_delay_p95_s', percentile(costs.delaysS, 0.95), 's', mostDelayS),
  ];
}

/** The centre is away from 20:00 to 02:00, each fourth answer after that is lost, a fifth of the customers withdraw meanwhile, and every event comes twice. */
async function playEvening(city: TestCity, host: TestHost, farSide: OutreachFarSide): Promise<{ duplicates: number; quiet: number; afterEnd: number }> {
  const setTime = (atMs: number): void => void (host.clockMs = city.host.clockMs = atMs);
  setTime(eveningMs);
  farSide.isAway = true;
  const ids: string[] = [];
  for (let index = 0; index < complaintCount; index += 1) ids.push((await takeIn(city)).id);
  const withdrawn = ids.filter((_id, index) => index % 5 === 0);
  for (const id of [...ids, ...ids]) await deliverMessages(city, host, id);
  for (const id of withdrawn) await act(city, id, 't-qjp-huaihai-clerk-1', { type: 'withdraw', reason: '客户撤诉' });
  let quiet = 0;
  for (let atMs = eveningMs + 5 * minuteMs; atMs < eveningMs + 14 * hourMs; atMs += 5 * minuteMs) {
    setTime(atMs);
    farSide.isAway = atMs < eveningMs + 6 * hourMs;
    if (!farSide.isAway) farSide.faults = Array.from({ length: 4 }, (_, index) => (index === 0 ? 'cutAfter' : 'duplicate'));
    const before = farSide.sent.length;
    await Promise.all([sweepMessages(host), sweepMessages(city.host)]);
    if (atMs < eveningMs + 12 * hourMs && atMs >= eveningMs + 2 * hourMs) quiet += farSide.sent.length - before;
  }
  farSide.faults = [];
  const keys = farSide.sent.map(({ key }) => key);
  if (new Set(keys).size < ids.length - withdrawn.length) throw new Error('not everybody was told');
  // The centre knows a key again by itself: the same cause under two keys would ring twice on the same phone.
  const rings = farSide.sent.map(({ body }) => `${String(body['to'])} ${String(body['template'])}`);
  return { duplicates: rings.length - new Set(rings).size, quiet, afterEnd: withdrawn.filter((id) => keys.some((key) => key.includes(id))).length };
}

/** Answers by day, each sent by its event, in an instance that has served before. */
async function tellOneByOne(city: TestCity, host: TestHost, reads: () => number): Promise<{ readsPerMessage: number; delaysS: number[] }> {
  const delaysS: number[] = [];
  let [total, count] = [0, 0];
  host.clockMs = city.host.clockMs = eveningMs + 16 * hourMs;
  for (let index = 0; index < complaintCount; index += 1) {
    const { id } = await takeIn(city);
    const handlerUid = String((await city.firestore.doc(`complaints/${id}`).get()).get('handlerUid'));
    await deliverMessages(city, host, id);
    await act(city, id, handlerUid, { type: 'accept' });
    await act(city, id, handlerUid, answer);
    const [before, beganMs] = [reads(), performance.now()];
    await deliverMessages(city, host, id);
    if (index === 0) continue;
    delaysS.push((performance.now() - beganMs) / 1000);
    total += reads() - before;
    count += 1;
  }
  return { readsPerMessage: total / count, delaysS };
}
