import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { fromRoot, runDir } from '../project-paths.ts';
import { writeWrapperJar } from './wrapper-jar.ts';

export interface FirestoreJar {
  path: string;
  /** Where it comes from, to be told to whoever starts it. */
  origin: string;
}

/** The official Firestore emulator: named by hand, else the Firebase CLI's own, else Google Cloud CLI's, else downloaded. */
export function firestoreJar(): FirestoreJar {
  const found = findFirestoreJar();
  if (found !== null) return found;
  const download = spawnSync(process.execPath, [firebaseCli, 'setup:emulators:firestore'], {
    stdio: 'inherit',
    env: { ...process.env, NO_UPDATE_NOTIFIER: '1' },
  });
  const downloaded = download.status === 0 ? fromFirebaseCache() : null;
  if (downloaded !== null) return downloaded;
  throw new Error(
    'The Firestore emulator is missing and could not be downloaded. Run "npx firebase setup:emulators:firestore" where there is a network, ' +
      'or install Google Cloud CLI with its component cloud-firestore-emulator, or name a jar in FIRESTORE_EMULATOR_BINARY_PATH.',
  );
}

export function findFirestoreJar(): FirestoreJar | null {
  return fromEnvironment() ?? fromFirebaseCache() ?? fromGoogleCloudCli();
}

export const firebaseCli = fromRoot('node_modules', 'firebase-tools', 'lib', 'bin', 'firebase.js');

function fromEnvironment(): FirestoreJar | null {
  const path = process.env['FIRESTORE_EMULATOR_BINARY_PATH'];
  return path ? { path, origin: 'the environment variable FIRESTORE_EMULATOR_BINARY_PATH' } : null;
}

function fromFirebaseCache(): FirestoreJar | null {
  const cacheDir = process.env['FIREBASE_EMULATORS_PATH'] ?? join(homedir(), '.cache', 'firebase', 'emulators');
  const names = existsSync(cacheDir) ? readdirSync(cacheDir).filter((name) => /^cloud-firestore-emulator-v[\d.]+\.jar$/.test(name)) : [];
  const newest = names.sort((a, b) => a.localeCompare(b, 'en', { numeric: true })).at(-1);
  return newest === undefined ? null : { path: join(cacheDir, newest), origin: "the Firebase CLI's cache" };
}

function fromGoogleCloudCli(): FirestoreJar | null {
  const jarPath = googleCloudJarPath();
  if (jarPath === null) return null;
  const path = join(runDir, 'firestore-emulator.jar');
  writeWrapperJar(path, jarPath);
  return { path, origin: 'Google Cloud CLI' };
}

function googleCloudJarPath(): string | null {
  const usualRoots = ['/usr/lib/google-cloud-sdk', join(homedir(), 'google-cloud-sdk'), '/opt/google-cloud-sdk', '/usr/share/google-cloud-sdk'];
  const usual = usualRoots.map(jarUnder).find((path) => existsSync(path));
  if (usual !== undefined) return usual;
  try {
    const sdkRoot = execFileSync('gcloud', ['info', '--format=value(installation.sdk_root)'], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim();
    return existsSync(jarUnder(sdkRoot)) ? jarUnder(sdkRoot) : null;
  } catch {
    return null;
  }
}

function jarUnder(sdkRoot: string): string {
  return join(sdkRoot, 'platform', 'cloud-firestore-emulator', 'cloud-firestore-emulator.jar');
}
