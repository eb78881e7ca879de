import { existsSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { styleText } from 'node:util';
import { buildApp, buildFunctions, emulatorWebConfig } from './build.ts';
import { firestoreJar } from './emulators/firestore-jar.ts';
import { choosePorts, describeMovedPorts, type Ports } from './emulators/ports.ts';
import { type Emulators, startEmulators } from './emulators.ts';
import { runDir } from './project-paths.ts';
import { caseStatusToken } from './seed/record-cases.ts';
import { demoPassword, onePersonPerJob } from './seed/create-logins.ts';
import { readCheckedCity, seedCity } from './seed.ts';
import { startSchedule } from './start/schedule.ts';
import { onStopRequest } from './stop-requests.ts';
import { forgetRunning, rememberRunning, runningAddress } from './start/running.ts';

const projectId = 'demo-shouwen';
const dataDir = join(runDir, 'data');
const startedAtMs = Date.now();

let emulators: Emulators | undefined;
let stopping: Promise<void> | undefined;
let isHalfSeeded = false;

onStopRequest(() => void stop(0));

try {
  await start();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  await stop(1);
}

async function start(): Promise<void> {
  const city = readCheckedCity();
  const address = await runningAddress();
  if (address !== null) throw new Error(`It runs already: ${address}`);
  const ports = await choosePorts();
  describeMovedPorts(ports).forEach((line) => console.log(line));
  console.log(`Firestore emulator: from ${firestoreJar().origin}.`);
  mkdirSync(runDir, { recursive: true });
  say(`functions ${await buildFunctions()}`);
  const [, pages] = await Promise.all([startAll(ports), buildApp(emulatorWebConfig(projectId, ports))]);
  say(`pages ${pages}, emulators ready`);
  isHalfSeeded = !existsSync(dataDir);
  say((await seedCity({ projectId, ports })) === 'seeded' ? 'city seeded' : 'data of the last run');
  isHalfSeeded = false;
  startSchedule(projectId, ports.functions);
  printWhereToGo(ports, city);
}

async function startAll(ports: Ports): Promise<void> {
  const only = ['auth', 'firestore', 'functions', 'hosting'] as const;
  emulators = await startEmulators({ projectId, only: [...only], ports, dataDir, configName: 'firebase.local.json' });
  emulators.onUnexpectedEnd(() => {
    console.error(`The emulators have ended by themselves; ${emulators?.logPath ?? 'their log'} says why.`);
    void stop(1);
  });
  rememberRunning(ports);
}

function printWhereToGo(ports: Ports, city: ReturnType<typeof readCheckedCity>): void {
  const origin = `http://127.0.0.1:${ports.hosting}`;
  console.log(`\n${styleText('bold', 'Shouwen')}  ${styleText('cyan', origin)}   password of everybody: ${styleText('bold', demoPassword)}\n`);
  for (const { role, email, name, nameEn, pack } of onePersonPerJob(city.staff))
    console.log(`  ${role.padEnd(19)} ${email.padEnd(46)} ${name} ${nameEn} (${pack})`);
  const [told] = city.cases;
  if (told) console.log(`\n  A customer's status page: ${styleText('cyan', `${origin}/s#${caseStatusToken(told.id)}`)}`);
  console.log(`\nLog of the emulators: ${emulators?.logPath}\nCtrl-C ends everything and keeps the data in .run/data; delete that folder for a fresh city.`);
}

/** A second Ctrl-C while the data are being written changes nothing: the first one is being obeyed. */
function stop(exitCode: number): Promise<void> {
  stopping ??= (async () => {
    if (emulators) {
      console.log(isHalfSeeded ? '\nStopping.' : '\nStopping; the data are being kept in .run/data.');
      await emulators.stop();
      if (isHalfSeeded) rmSync(dataDir, { recursive: true, force: true });
      forgetRunning();
    }
    process.exit(exitCode);
  })();
  return stopping;
}

function say(what: string): void {
  console.log(`${((Date.now() - startedAtMs) / 1000).toFixed(1).padStart(6)} s  ${what}`);
}
