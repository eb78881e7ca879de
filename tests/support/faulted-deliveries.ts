import { setTimeout as sleep } from 'node:timers/promises';
import { deleteApp, getApp } from 'firebase-admin/app';
import { getFirestore } from 'firebase-admin/firestore';
import * as functions from '../../functions/src/index.ts';
import { localPepper } from '../../tools/emulators/local-pepper.ts';
import { productionHost } from '../../functions/src/production-host.ts';
import { sweepOnce } from '../../functions/src/schedules/sweep.ts';
import { startFirestoreOnly } from '../../tools/emulators.ts';
import { openCity, type TestCity } from './city.ts';
import { findFaults, type Faults } from './faults-in-books.ts';
import { makeMortal, runWithFate } from './faulted-store.ts';
import { callFunction, type Delivery, openRelay, type Relay } from './relay.ts';
import { seededChance } from './seeded-chance.ts';
import { liveThroughABusyHour } from './busy-hour.ts';

const projectId = 'demo-faulted-deliveries';
const dropShare = 0.05;
const deathShare = 0.1;
const mostCopies = 5;
const workers = 2;

export interface FaultedResult extends Faults {
  /** Calls of deployed functions, copies and repetitions included. */
  delivered: number;
  /** Events that the emulator reported. */
  events: number;
  dropped: number;
  died: number;
}

/**
 * Lets a city live while its events are delivered up to five times, in any order, to functions that die before or after committing, and one in
 * twenty never; then the sweep runs, and the books are compared with what people did. Runs the deployed functions themselves, in this process,
 * on an emulator of its own; once per process, because they keep their connection.
 */
export async function runFaultedDeliveries({ deliveries, seed }: { deliveries: number; seed: number }): Promise<FaultedResult> {
  const relay = await openRelay();
  const emulator = await startFirestoreOnly({ functionsEmulatorPort: relay.port });
  Object.assign(process.env, { GCLOUD_PROJECT: projectId, FIRESTORE_EMULATOR_HOST: emulator.host, CONTACT_PEPPER: localPepper() });
  const city = await openCity(emulator.host, projectId.slice('demo-'.length));
  const { log: _logged, ...host } = productionHost();
  try {
    makeMortal(getFirestore(getApp()));
    await relay.register(emulator.host, projectId, functions);
    const run = new FaultedRun(relay, seededChance(seed));
    while (run.delivered < deliveries) await run.drain(await liveThroughABusyHour(city, run.chance));
    for (let times = 0; times < 3; times += 1) {
      await sweepOnce({ ...host, log: () => undefined });
      await run.drain(0);
    }
    const { delivered, dropped, died } = run;
    return { ...(await findFaults(city)), delivered, dropped, died, events: relay.receivedCount() };
  } finally {
    await closeAll(city, relay, emulator);
  }
}

async function closeAll(city: TestCity, relay: Relay, emulator: { stop(): Promise<void> }): Promise<void> {
  await city.close();
  await deleteApp(getApp());
  await emulator.stop();
  await relay.close();
}

class FaultedRun {
  delivered = 0;
  dropped = 0;
  died = 0;
  private expected = 0;
  private readonly relay: Relay;
  readonly chance: () => number;

  constructor(relay: Relay, chance: () => number) {
    this.relay = relay;
    this.chance = chance;
  }

  /** Delivers until nothing waits and everything that was announced has come. */
  async drain(announced: number): Promise<void> {
    this.expected += announced;
    for (let quietRounds = 0; quietRounds < 3;) {
      await Promise.all(Array.from({ length: workers }, () => this.work()));
      const isQuiet = this.relay.waiting.length === 0 && this.relay.receivedCount() >= this.expected;
      quietRounds = isQuiet ? quietRounds + 1 : 0;
      await sleep(30);
    }
    this.expected = this.relay.receivedCount();
  }

  /** Takes events from anywhere in the queue until none is left. */
  private async work(): Promise<void> {
    const { waiting } = this.relay;
    while (waiting.length > 0) {
      const [delivery] = waiting.splice(Math.floor(this.chance() * waiting.length), 1);
      if (!delivery) return;
      if (this.chance() < dropShare) this.dropped += 1;
      else await this.deliverCopies(delivery, 1 + Math.floor(this.chance() * mostCopies));
    }
  }

  private async deliverCopies(delivery: Delivery, copies: number): Promise<void> {
    for (let copy = 0; copy < copies; copy += 1) {
      this.delivered += 1;
      const diesAt = this.chance() >= deathShare ? 'never' : this.chance() < 0.5 ? 'beforeCommit' : 'afterCommit';
      const end = await runWithFate(diesAt, () => callFunction(functions, delivery));
      if (end === 'done') continue;
      if (end === 'died') this.died += 1;
      this.relay.waiting.push(delivery);
      return;
    }
  }
}
