import { cityAt, type TestCity } from '../../tests/support/city.ts';
import { writeRefundEntry } from '../../tests/support/money-entries.ts';
import { outletLadder } from '../../tests/support/money-people.ts';
import { causeByBill, writeRefund } from '../../tests/support/money-requests.ts';
import { record, write } from '../../tests/support/recorder.ts';
import { connectAdmin } from '../emulators/admin.ts';
import { choosePorts, shiftedPorts } from '../emulators/ports.ts';
import { startEmulators } from '../emulators.ts';
import { seedCity } from '../seed.ts';
import { pingBare, timed, until, writeFunctionsWithBareTrigger } from './bare-trigger.ts';
import { type Figure, type FigureGroup, percentile, ratioFigure } from './figure.ts';

const projectId = 'demo-shouwen-bench-decision';
const warmUps = 10;
const pairs = 100;
/** Above the clerk's own limit, within the manager's. */
const amountFen = 20_000;

/** An approval, from its entry to its outcome, beside a trigger that only marks its document, in turn, through the real functions emulator. */
export const decision: FigureGroup = {
  names: ['decision_outcome_p50_ratio', 'decision_outcome_p95_ratio'],
  measure: async () => {
    const ports = await choosePorts(shiftedPorts(940));
    const emulators = await startEmulators({
      projectId,
      only: ['auth', 'firestore', 'functions'],
      ports,
      functionsDir: await writeFunctionsWithBareTrigger(),
    });
    try {
      await seedCity({ projectId, ports, withCases: false });
      const admin = connectAdmin(projectId, ports);
      const city = cityAt(`127.0.0.1:${ports.firestore}`, projectId, admin.firestore);
      city.host.clockMs = Date.now();
      try {
        return await measure(city);
      } finally {
        await admin.close();
      }
    } finally {
      await emulators.stop();
    }
  },
};

async function measure(city: TestCity): Promise<Figure[]> {
  const ours: number[] = [];
  const bare: number[] = [];
  for (let round = 0; round < warmUps + pairs; round += 1) {
    const refundId = await refundThatWaits(city);
    const decidedMs = await timed(async () => {
      const entryId = await writeRefundEntry(city, refundId, outletLadder.manager, { type: 'approve', isBatch: false });
      await until(city.firestore, `refunds/${refundId}/journal/${entryId}`, ({ outcome }) => outcome !== 'pending');
    });
    const bareMs = await timed(() => pingBare(city.firestore));
    const state: unknown = (await city.firestore.doc(`refunds/${refundId}`).get()).get('state');
    if (state !== 'approved') throw new Error(`The approved refund is ${String(state)}.`);
    if (round < warmUps) continue;
    ours.push(decidedMs);
    bare.push(bareMs);
  }
  return [
    ratioFigure('decision_outcome_p50_ratio', percentile(ours, 0.5), percentile(bare, 0.5), 'ms'),
    ratioFigure('decision_outcome_p95_ratio', percentile(ours, 0.95), percentile(bare, 0.95), 'ms'),
  ];
}

/** Asked for as a phone asks, taken in by the deployed functions, and now the manager's to decide. */
async function refundThatWaits(city: TestCity): Promise<string> {
  const nowMs = Date.now();
  city.host.clockMs = nowMs;
  const { id: complaintId } = await record(city, {
    recorderUid: outletLadder.clerk,
    receivedAtMs: nowMs,
    capturedAtMs: nowMs,
    occurredAtMs: nowMs - 3_600_000,
  });
  const cause = await write(city, complaintId, outletLadder.clerk, causeByBill);
  await until(city.firestore, `complaints/${complaintId}/journal/${cause}`, ({ outcome }) => outcome === 'applied');
  const refundId = await writeRefund(city, complaintId, { amountFen });
  await until(city.firestore, `refunds/${refundId}`, ({ state }) => state === 'awaitingApproval');
  return refundId;
}
