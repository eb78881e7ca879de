import type { StaffCommand } from '@shouwen/domain/complaint/command';
import { documentOf } from '../../functions/src/adapters/firestore-store.ts';
import type { StoredDocument } from '../../functions/src/store.ts';
import type { TestCity, TestHost } from './city.ts';
import { meteredStore } from './metered-store.ts';
import { openStatus, recordAsClient, writeAsClient } from './recorder.ts';
import { applyEntry, receiveComplaint } from './delivering.ts';

/** What one step of a complaint's life costs by Firestore's and Functions' price lists. */
export interface LifecycleStep {
  step: string;
  reads: number;
  writes: number;
  deletes: number;
  invocations: number;
}

export type LifecycleCost = Omit<LifecycleStep, 'step'>;

/**
 * Documents that the rules fetch for a request. A new complaint: the sender's staff document, and the complaint, which must not be there yet; the
 * other half of the batch is not fetched. A journal entry: staff document and complaint. A customer's page: none.
 */
const ruleReads = { complaint: 2, entry: 2, status: 0 };

const answer: StaffCommand = {
  type: 'answer',
  text: '费用已核实,多收部分退还。',
  howGiven: '次月账单减免',
  // Told while the customer is on the line, so that their page has nothing to say by being opened.
  toldBy: 'phone',
  checklist: [
    { ask: 'explanation', result: 'met' },
    { ask: 'refund', result: 'met' },
  ],
};

/**
 * Lives one complaint's life in the database, from recording to the customer's second look, and counts every document that phones, rules and
 * functions read and write. Reference data is warm, as it is in an instance that has served before; steps lie hours apart, so entries name no
 * predecessor. Nothing here is an estimate but `ruleReads`, which the emulator does not tell.
 */
export async function runLifecycle(city: TestCity): Promise<LifecycleStep[]> {
  const store = meteredStore(city.host.store);
  const host = city.newHost(store);
  await receiveComplaint(host, (await recordAsClient(city)).id);
  const steps: LifecycleStep[] = [];
  const charge = async (step: string, client: Partial<LifecycleCost>, work: () => Promise<void>): Promise<void> => {
    const before = { ...store.bill };
    await work();
    const { reads = 0, writes = 0, deletes = 0, invocations = 0 } = client;
    const { bill } = store;
    steps.push({
      step,
      reads: reads + bill.reads - before.reads,
      writes: writes + bill.writes - before.writes,
      deletes: deletes + bill.deletes - before.deletes,
      invocations,
    });
  };
  await liveThrough(city, host, charge);
  return steps;
}

type Charge = (step: string, client: Partial<LifecycleCost>, work: () => Promise<void>) => Promise<void>;

async function liveThrough(city: TestCity, host: TestHost, charge: Charge): Promise<void> {
  const { id, recording } = await recordAsClient(city);
  await charge('create', { reads: ruleReads.complaint, writes: 2, invocations: 1 }, async () =>
    receiveComplaint(host, id, await event(city, `complaints/${id}`)),
  );
  await charge('the entry of the assignment, which needs nothing', { invocations: 1 }, async () => undefined);
  const { handlerUid } = (await city.firestore.doc(`complaints/${id}`).get()).data() as { handlerUid: string };
  const commands: StaffCommand[] = [
    { type: 'accept' },
    { type: 'contactAttempt', result: 'reached', text: '已向客户说明。', nextSlotAtMs: null },
    { type: 'awaitOther', whom: '账务中心', reason: '核对账单', untilAtMs: null },
    answer,
    { type: 'close' },
  ];
  for (const command of commands) {
    const entryId = await writeAsClient(city, id, handlerUid, command);
    const path = `complaints/${id}/journal/${entryId}`;
    await charge(command.type, { reads: ruleReads.entry, writes: 1, invocations: 1 }, async () => applyEntry(host, id, entryId, await event(city, path)));
    const outcome: unknown = (await city.firestore.doc(path).get()).get('outcome');
    if (outcome !== 'applied') throw new Error(`${command.type} was ${String(outcome)}.`);
  }
  for (const look of ['first', 'second']) {
    await charge(`the customer’s ${look} look`, { reads: 1 + ruleReads.status }, async () => {
      const { status } = await openStatus(city, recording.statusId);
      if (status !== 200) throw new Error(`The customer’s page answered ${status}.`);
    });
  }
}

/** What a creation event brings along; it costs nobody a read. */
async function event(city: TestCity, path: string): Promise<StoredDocument | undefined> {
  return documentOf(await city.firestore.doc(path).get()) ?? undefined;
}

export function totalOf(steps: readonly LifecycleStep[]): LifecycleCost {
  const sum = (name: keyof LifecycleCost): number => steps.reduce((total, step) => total + step[name], 0);
  return { reads: sum('reads'), writes: sum('writes'), deletes: sum('deletes'), invocations: sum('invocations') };
}
