import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { styleText } from 'node:util';
import { findBrowser } from '../browser.ts';
import { webConfigFile } from '../deploy/web-config.ts';
import { findFirestoreJar } from '../emulators/firestore-jar.ts';
import { choosePorts, describeMovedPorts } from '../emulators/ports.ts';
import { findEngines } from '../engines.ts';
import { fromRoot } from '../project-paths.ts';

interface Need {
  what: string;
  /** What was found, or null. */
  found: string | null;
  /** How to get it when it is missing. */
  remedy: string;
  /** What does not work without it. */
  neededFor: string;
}

const needs: Need[] = [
  { what: 'Node', found: process.version, remedy: '', neededFor: 'everything' },
  {
    what: 'packages',
    found: existsSync(fromRoot('node_modules', '.installed-lock')) ? 'as in package-lock.json' : null,
    remedy: 'npm ci',
    neededFor: 'everything',
  },
  { what: 'Java', found: javaVersion(), remedy: 'Debian: apt-get install default-jre-headless; macOS: brew install openjdk', neededFor: 'start, test' },
  {
    what: 'Firestore emulator',
    found: firestoreOrigin(),
    remedy: 'comes by itself with a network, else see "npx firebase setup:emulators:firestore"',
    neededFor: 'start, test',
  },
  { what: 'browser', found: browserOrigin(), remedy: 'npx playwright install chromium, or install Chromium; npm test tries both', neededFor: 'test' },
  { what: 'other engines', found: enginesHere(), remedy: 'Debian: npm test gets them; elsewhere they are not tested', neededFor: 'test' },
  { what: 'Chinese font', found: chineseFont(), remedy: 'Debian: apt-get install fonts-noto-cjk', neededFor: 'readable screenshots' },
  {
    what: 'functions’ lock',
    found: existsSync(fromRoot('functions', 'package-lock.json')) ? 'there' : null,
    remedy: 'npm run lock:functions',
    neededFor: 'test, deploy',
  },
  {
    what: 'web configuration',
    found: existsSync(fromRoot(webConfigFile)) ? webConfigFile : null,
    remedy: `write ${webConfigFile}; npm run deploy says what goes in`,
    neededFor: 'deploy',
  },
];

/** Says what is on this machine and what is missing. @returns whether the product can be started. */
export async function examineMachine(): Promise<boolean> {
  for (const { what, found, remedy, neededFor } of needs) {
    const mark = found === null ? styleText('yellow', 'missing') : styleText('green', 'found  ');
    console.log(`${mark}  ${what.padEnd(19)} ${found ?? `needed for ${neededFor}. ${remedy}`}`);
  }
  const moved = describeMovedPorts(await choosePorts());
  console.log(moved.length === 0 ? `${styleText('green', 'free   ')}  ports of the emulators` : moved.join('\n'));
  return !needs.some(({ found, neededFor }) => found === null && /everything|start/.test(neededFor));
}

/** Java tells its version on its error output, in the first line. */
function javaVersion(): string | null {
  const java = spawnSync('java', ['-version'], { encoding: 'utf8' });
  return java.status === 0 ? (java.stderr.split('\n')[0] ?? '') : null;
}

function firestoreOrigin(): string | null {
  const jar = findFirestoreJar();
  return jar === null ? null : `from ${jar.origin}`;
}

function browserOrigin(): string | null {
  const browser = findBrowser();
  return browser === null ? null : `${browser.path}, ${browser.origin}`;
}

function enginesHere(): string | null {
  const { here, missing } = findEngines();
  return missing.length > 0 ? null : here.map(({ name }) => name).join(', ');
}

function chineseFont(): string | null {
  const fonts = spawnSync('fc-list', [':lang=zh', 'family'], { encoding: 'utf8' });
  const first = fonts.status === 0 ? fonts.stdout.trim().split('\n')[0] : '';
  return first === undefined || first === '' ? null : first;
}
