import { chromium } from '@playwright/test';
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fromRoot, runDir } from './project-paths.ts';

export interface Browser {
  path: string;
  /** Where it comes from, to be told to whoever runs the tests. */
  origin: string;
  flags: string[];
}

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
const macPath = '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome';
const flags = ['--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'];
const packagedBrowser = '@sparticuz/chromium@153.0.0';
const packagedDir = join(runDir, 'browser');
const packagedPathFile = join(packagedDir, 'path.txt');

/** A Chromium that is already here: on the PATH, Playwright's own, or the packaged one that an earlier run unpacked. */
export function findBrowser(): Browser | null {
  const ownFlags = flagsHere();
  const installed = findOnPath(names) ?? (existsSync(macPath) ? macPath : null);
  if (installed !== null) return { path: installed, origin: 'installed on this machine', flags: ownFlags };
  if (existsSync(chromium.executablePath())) return { path: chromium.executablePath(), origin: "Playwright's own", flags: ownFlags };
  const packaged = existsSync(packagedPathFile) ? readFileSync(packagedPathFile, 'utf8') : null;
  return packaged !== null && existsSync(packaged) ? { path: packaged, origin: packagedBrowser, flags: [...ownFlags, '--no-zygote'] } : null;
}

/** Chromium without a window and what belongs to one, where the system has it: it shows no notifications and has less to do for the same pages. */
export function findHeadlessShell(): Browser | null {
  const path = findOnPath(['chromium-headless-shell']);
  return path === null ? null : { path, origin: 'installed on this machine', flags: flagsHere() };
}

/** Chromium refuses to run as root with its sandbox. */
function flagsHere(): string[] {
  return process.getuid?.() === 0 ? ['--no-sandbox', ...flags] : flags;
}

function findOnPath(programs: readonly string[]): string | null {
  const paths = (process.env['PATH'] ?? '').split(delimiter).flatMap((folder) => programs.map((name) => join(folder, name)));
  return paths.find((path) => existsSync(path)) ?? null;
}

/**
 * Finds a Chromium or gets one, the gentlest way first.
 *
 * @throws Error that says how to get one.
 */
export function ensureBrowser(): Browser {
  const ways = [() => null, installPlaywrightBrowser, installDebianBrowser, installPackagedBrowser];
  for (const tryWay of ways) {
    tryWay();
    const browser = findBrowser();
    if (browser !== null) return browser;
  }
  throw new Error('No browser for the browser tests: install Chromium or Chrome so that it is on the PATH, or run "npx playwright install chromium".');
}

function installPlaywrightBrowser(): void {
  console.log('No Chromium on this machine: trying "playwright install chromium".');
  spawnSync(process.execPath, [fromRoot('node_modules', '@playwright', 'test', 'cli.js'), 'install', 'chromium'], { stdio: ['ignore', 'ignore', 'inherit'] });
}

function installDebianBrowser(): void {
  if (canInstallDebianPackages()) installDebianPackages('chromium');
}

/** A Chromium inside an npm package, for machines that reach nothing but a package registry. It unpacks itself into the temporary folder. */
function installPackagedBrowser(): void {
  console.log(`Trying the npm package ${packagedBrowser}.`);
  mkdirSync(packagedDir, { recursive: true });
  writeFileSync(join(packagedDir, 'package.json'), '{ "private": true, "type": "module" }\n');
  if (spawnSync('npm', ['install', '--no-audit', '--no-fund', packagedBrowser], { cwd: packagedDir, stdio: 'inherit' }).status !== 0) return;
  const program = "import chromium from '@sparticuz/chromium'; process.stdout.write(await chromium.executablePath());";
  const path = execFileSync(process.execPath, ['--input-type=module', '--eval', program], { cwd: packagedDir, encoding: 'utf8' });
  writeFileSync(packagedPathFile, path);
}

/** Tests need it to be quicker only, so not getting it is no failure. */
export function ensureHeadlessShell(): void {
  if (findHeadlessShell() === null && canInstallDebianPackages()) installDebianPackages('chromium-headless-shell');
}

/** Screenshots need a font with Chinese characters; tests do not, so not getting one is no failure. */
export function ensureChineseFont(): void {
  const fonts = spawnSync('fc-list', [':lang=zh'], { encoding: 'utf8' });
  const isMissing = fonts.status !== 0 || fonts.stdout.trim() === '';
  if (isMissing && canInstallDebianPackages()) installDebianPackages('fonts-noto-cjk');
}

export function canInstallDebianPackages(): boolean {
  return process.getuid?.() === 0 && existsSync('/etc/debian_version');
}

export function installDebianPackages(...packages: string[]): void {
  console.log(`Installing ${packages.join(', ')} from Debian.`);
  spawnSync('apt-get', ['update'], { stdio: ['ignore', 'ignore', 'inherit'] });
  spawnSync('apt-get', ['install', '-y', '--no-install-recommends', ...packages], { stdio: ['ignore', 'ignore', 'inherit'] });
}
