import type { Firestore } from 'firebase-admin/firestore';
import { record } from '../../tests/support/recorder.ts';
import { type Admin, connectAdmin } from '../emulators/admin.ts';
import { choosePorts, shiftedPorts } from '../emulators/ports.ts';
import { startEmulators } from '../emulators.ts';
import { staffOf } from '../seed/store-city.ts';
import { readCheckedCity, seedCity } from '../seed.ts';
import { pingBare, timed, until, writeFunctionsWithBareTrigger } from './bare-trigger.ts';
import { figure, type Figure, type FigureGroup, percentile, ratioFigure } from './figure.ts';

const projectId = 'demo-shouwen-bench-assignment';
const warmUps = 10;
const pairs = 100;
const burst = 200;

/** Create → assigned beside a trigger that only marks its document, one after the other in turn, through the real functions emulator. */
export const assignment: FigureGroup = {
  names: ['create_assigned_p50_ratio', 'create_assigned_p95_ratio', 'creates_per_second'],
  measure: async () => {
    const ports = await choosePorts(shiftedPorts(930));
    const functionsDir = await writeFunctionsWithBareTrigger();
    const emulators = await startEmulators({ projectId, only: ['auth', 'firestore', 'functions'], ports, functionsDir });
    try {
      await seedCity({ projectId, ports, withCases: false });
      return await measureWith(connectAdmin(projectId, ports));
    } finally {
      await emulators.stop();
    }
  },
};

async function measureWith(admin: Admin): Promise<Figure[]> {
  try {
    return await measure(admin.firestore, recorderOn(admin.firestore));
  } finally {
    await admin.close();
  }
}

/** Creates a complaint and its contact the way a phone's batch leaves them, and gives the complaint's id. */
type Recorder = () => Promise<string>;

function recorderOn(firestore: Firestore): Recorder {
  const told = readCheckedCity();
  const staff = new Map(staffOf(told).map((person) => [person.uid, person]));
  const staffMember = (uid: string) => {
    const person = staff.get(uid);
    if (!person) throw new Error(`There is no ${uid} in the city.`);
    return person;
  };
  return async () => (await record({ firestore, told, staff: staffMember }, { receivedAtMs: Date.now(), capturedAtMs: Date.now() })).id;
}

async function measure(firestore: Firestore, recorder: Recorder): Promise<Figure[]> {
  const ours: number[] = [];
  const bare: number[] = [];
  for (let round = 0; round < warmUps + pairs; round += 1) {
    const assignedMs = await timed(async () => {
      const id = await recorder();
      await until(firestore, `complaints/${id}`, (data) => data['state'] === 'assigned');
    });
    const bareMs = await timed(() => pingBare(firestore));
    if (round < warmUps) continue;
    ours.push(assignedMs);
    bare.push(bareMs);
  }
  return [
    ratioFigure('create_assigned_p50_ratio', percentile(ours, 0.5), percentile(bare, 0.5), 'ms'),
    ratioFigure('create_assigned_p95_ratio', percentile(ours, 0.95), percentile(bare, 0.95), 'ms'),
    figure('creates_per_second', await createsPerSecond(firestore, recorder), '1/s'),
  ];
}

async function createsPerSecond(firestore: Firestore, recorder: Recorder): Promise<number> {
  const tookMs = await timed(async () => {
    const ids = await Promise.all(Array.from({ length: burst }, recorder));
    await Promise.all(ids.map((id) => until(firestore, `complaints/${id}`, (data) => data['state'] === 'assigned', 50)));
  });
  return burst / (tookMs / 1000);
}
