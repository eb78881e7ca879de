import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { firebaseCli, firestoreJar } from './emulators/firestore-jar.ts';
import { localPepper } from './emulators/local-pepper.ts';
import { writeLocalConfig } from './emulators/local-config.ts';
import { choosePorts, firstFreePort, type Ports } from './emulators/ports.ts';
import { startTethered, type TetheredProcess } from './emulators/tethered-process.ts';
import { fromRoot, runDir } from './project-paths.ts';

export interface EmulatorOptions {
  /** Starts with `demo-`, so that no cloud is ever contacted. */
  projectId: `demo-${string}`;
  only: ('auth' | 'firestore' | 'functions' | 'hosting')[];
  /** Read at the start and written at the end; without it a run begins and ends empty. */
  dataDir?: string;
  /** Read at the start only, as `exportTo` wrote it. */
  importDir?: string;
  /** Taken by `choosePorts` when the caller has to know them before the start. */
  ports?: Ports;
  /** Built pages to serve, relative to the project's root. */
  hostingDir?: string;
  /** A folder with other functions than the product's, relative to the project's root. */
  functionsDir?: string;
  /** The name of the generated configuration; one that belongs to a run is removed with it. */
  configName?: string;
  /**
   * All functions in one process, one call after the other, instead of a process for each: for those to whom it makes no difference. Functions are then called at
   * once that would otherwise take a second to begin.
   */
  inOneProcess?: boolean;
  /** A file with the milliseconds by which the functions' clock runs ahead; tests write it. */
  clockFile?: string;
}

export interface Emulators {
  ports: Ports;
  projectId: string;
  logPath: string;
  /** Called when the emulators end without having been told to. */
  onUnexpectedEnd(listener: () => void): void;
  /** Writes all data down as they are, for other emulators to begin with. */
  exportTo(path: string): Promise<void>;
  stop(): Promise<void>;
}

/** The quick compiler and the plain collector alone: a run of a few minutes never earns back what the thorough ones cost. */
const quickJava = ['-XX:TieredStopAtLevel=1', '-XX:+UseSerialGC'];

/** The emulators call themselves ready without any functions when these could not be loaded; whoever waits for a function would wait in vain. */
const functionsFailed = /Failed to (?:load function definition|start functions).*(?:\n[^┌\n]*){0,3}/u;

/** Starts the official emulators and waits until they serve. They end with `stop`, and also when this process ends in any other way. */
export async function startEmulators(options: EmulatorOptions): Promise<Emulators> {
  requireOwnNode();
  const ports = options.ports ?? (await choosePorts());
  const folder = join(runDir, `emulators-${ports.hub}`);
  const temporaryDir = temporaryFolder();
  mkdirSync(folder, { recursive: true });
  const configPath = writeLocalConfig(options.configName ?? `firebase.local.${ports.hub}.json`, ports, {
    hosting: options.hostingDir ?? 'app/dist',
    functions: options.functionsDir ?? 'functions',
  });
  if (options.only.includes('functions')) localPepper();
  const logPath = join(folder, 'emulators.log');
  const together = options.inOneProcess === true ? ['--inspect-functions', String(await firstFreePort(ports.functions + 4000))] : [];
  const cli = startTethered(process.execPath, [...cliArguments(options, configPath), ...together], {
    logPath,
    cwd: folder,
    env: { ...cliEnvironment(temporaryDir), ...(options.clockFile === undefined ? {} : { SHOUWEN_CLOCK_FILE: options.clockFile }) },
  });
  let stopping = false;
  const stop = async (): Promise<void> => {
    stopping = true;
    await cli.stop();
    rmSync(temporaryDir, { recursive: true, force: true });
    if (options.configName === undefined) rmSync(configPath, { force: true });
  };
  await readyOrStopped(cli, 'The emulators did not start.', { ready: 'All emulators ready', failed: functionsFailed }, stop);
  return {
    ports,
    projectId: options.projectId,
    logPath,
    stop,
    onUnexpectedEnd: (listener) => cli.onEnd(() => void (stopping || listener())),
    exportTo: (path) => exportTo(ports, path),
  };
}

/** Functions run under the Node that starts the emulators; under an older one than theirs they would fail somewhere deep inside. */
function requireOwnNode(): void {
  const { engines } = JSON.parse(readFileSync(fromRoot('functions', 'package.json'), 'utf8')) as { engines: { node: string } };
  const [major] = process.versions.node.split('.');
  if (major === engines.node) return;
  throw new Error(
    `This is Node ${process.versions.node}, functions need ${engines.node}. npm's scripts have it; by hand, put it on the PATH: export PATH="$PWD/node_modules/.bin:$PATH"`,
  );
}

/** Removed when this process ends, if `stop` could not do it before. */
function temporaryFolder(): string {
  const path = mkdtempSync(join(tmpdir(), 'shouwen-'));
  process.once('exit', () => rmSync(path, { recursive: true, force: true }));
  return path;
}

function cliArguments(options: EmulatorOptions, configPath: string): string[] {
  const scripts = ['lazy-auth-validators.cjs', ...(options.inOneProcess === true ? ['told-before-called.cjs'] : [])];
  const preload = scripts.flatMap((script) => ['--require', fromRoot('tools', 'emulators', script)]);
  const run = ['emulators:start', '--project', options.projectId, '--config', configPath, '--only', options.only.join(','), '--log-verbosity', 'INFO'];
  if (options.importDir !== undefined) return [...preload, firebaseCli, ...run, '--import', options.importDir];
  const data = options.dataDir;
  if (data === undefined) return [...preload, firebaseCli, ...run];
  const importing = existsSync(join(data, 'firebase-export-metadata.json')) ? ['--import', data] : [];
  return [...preload, firebaseCli, ...run, ...importing, '--export-on-exit', data];
}

async function exportTo({ hub }: Ports, path: string): Promise<void> {
  rmSync(path, { recursive: true, force: true });
  const body = JSON.stringify({ path, initiatedBy: 'shouwen' });
  const response = await fetch(`http://127.0.0.1:${hub}/_admin/export`, { method: 'POST', headers: { 'content-type': 'application/json' }, body });
  if (!response.ok) throw new Error(`The emulators' data could not be written to ${path}: ${await response.text()}`);
}

/**
 * A temporary folder of its own keeps several runs of one project id from finding each other's hub. The other settings save start-up time:
 * functions describe themselves to a file instead of a server that is waited for, nobody looks for a cloud machine's metadata server, Java has its
 * quick compiler alone, and what Node has compiled once it finds again: each function is a process of its own that loads the same code.
 */
function cliEnvironment(temporaryDir: string): NodeJS.ProcessEnv {
  return {
    ...process.env,
    TMPDIR: temporaryDir,
    FIRESTORE_EMULATOR_BINARY_PATH: firestoreJar().path,
    FIREBASE_FUNCTIONS_DISCOVERY_OUTPUT_PATH: 'true',
    METADATA_SERVER_DETECTION: 'none',
    NO_UPDATE_NOTIFIER: '1',
    JAVA_TOOL_OPTIONS: quickJava.join(' '),
    NODE_COMPILE_CACHE: join(runDir, 'compile-cache'),
  };
}

export interface FirestoreOnlyOptions {
  /** Without rules everything is allowed; relative to the project's root. */
  rulesFile?: string;
  /** Where created and changed documents are reported, for tests that deliver events themselves. */
  functionsEmulatorPort?: number;
  preferredPort?: number;
}

/** Starts the Firestore emulator by itself: up in two seconds, enough for rules and for events that a test delivers. */
export async function startFirestoreOnly(options: FirestoreOnlyOptions = {}): Promise<{ port: number; host: string; stop(): Promise<void> }> {
  const port = await firstFreePort(options.preferredPort ?? 8180 + Math.floor(Math.random() * 800));
  const folder = join(runDir, 'firestore-only');
  mkdirSync(folder, { recursive: true });
  const rules = options.rulesFile === undefined ? [] : ['--rules', fromRoot(options.rulesFile)];
  const functions = options.functionsEmulatorPort === undefined ? [] : ['--functions_emulator', `127.0.0.1:${options.functionsEmulatorPort}`];
  const args = [...quickJava, '-Duser.language=en', '-jar', firestoreJar().path, '--host', '127.0.0.1', '--port', String(port), ...rules, ...functions];
  const firestore = startTethered('java', args, { logPath: join(folder, `${port}.log`), cwd: folder, env: process.env });
  await readyOrStopped(firestore, 'The Firestore emulator did not start.', { ready: 'Dev App Server is now running' }, () => firestore.stop());
  return { port, host: `127.0.0.1:${port}`, stop: () => firestore.stop() };
}

async function readyOrStopped(
  started: TetheredProcess,
  complaint: string,
  signs: { ready: string; failed?: RegExp },
  stop: () => Promise<void>,
): Promise<void> {
  try {
    await started.untilReady({ ...signs, timeoutMs: 90_000 });
  } catch (cause) {
    await stop();
    throw new Error(`${complaint} ${cause instanceof Error ? cause.message : String(cause)}`, { cause });
  }
}
