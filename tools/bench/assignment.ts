import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Firestore } from 'firebase-admin/firestore';
import { record } from '../../tests/support/recorder.ts';
import { bundleFunctions } from '../build.ts';
import { type Admin, connectAdmin } from '../emulators/admin.ts';
import { choosePorts, shiftedPorts } from '../emulators/ports.ts';
import { startEmulators } from '../emulators.ts';
import { fromRoot, runDir } from '../project-paths.ts';
import { staffOf } from '../seed/store-city.ts';
import { readCheckedCity, seedCity } from '../seed.ts';
import { figure, type Figure, type FigureGroup, percentile, ratioFigure } from './figure.ts';

const projectId = 'demo-shouwen-bench-assignment';
const warmUps = 10;
const pairs = 100;
const burst = 200;
const pollEveryMs = 2;

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

/** The product's functions and one more that does the least a trigger can do and still be seen to have run. */
async function writeFunctionsWithBareTrigger(): Promise<string> {
  const folder = '.run/bench-functions';
  mkdirSync(fromRoot(folder, 'lib'), { recursive: true });
  const entry = join(runDir, 'bench-functions', 'entry.ts');
  writeFileSync(
    entry,
    `export * from '../../functions/src/index.ts';
import { onDocumentCreated } from 'firebase-functions/firestore';
export const onBarePing = onDocumentCreated({ region: 'asia-east2', document: 'barePings/{id}' }, async ({ data }) => { await data?.ref.update({ done: true }); });
`,
  );
  await bundleFunctions(entry, fromRoot(folder, 'lib', 'index.js'));
  writeFileSync(fromRoot(folder, 'package.json'), JSON.stringify({ name: 'bench-functions', type: 'module', main: 'lib/index.js', engines: { node: '24' } }));
  return folder;
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
    const bareMs = await timed(async () => {
      const ping = firestore.collection('barePings').doc();
      await ping.create({ done: false });
      await until(firestore, ping.path, (data) => data['done'] === true);
    });
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

async function until(firestore: Firestore, path: string, isDone: (data: Record<string, unknown>) => boolean, everyMs = pollEveryMs): Promise<void> {
  const deadlineMs = performance.now() + 60_000;
  while (!isDone((await firestore.doc(path).get()).data() ?? {})) {
    if (performance.now() > deadlineMs) throw new Error(`${path} was not done within a minute.`);
    await sleep(everyMs);
  }
}

async function timed(work: () => Promise<void>): Promise<number> {
  const startedAtMs = performance.now();
  await work();
  return performance.now() - startedAtMs;
}
