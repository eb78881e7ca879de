/**
 * Runs before every npm script, under whatever Node the machine has and with nothing installed: it looks for Java where that is needed and
 * installs the packages when the lock has changed. Everything after it runs under the project's own Node in node_modules/.bin.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const rootDir = dirname(dirname(fileURLToPath(import.meta.url)));
const lockPath = join(rootDir, 'package-lock.json');
const stampPath = join(rootDir, 'node_modules', '.installed-lock');
const nodePackage = 'node@24.21.0';

if (process.argv.includes('--java')) ensureJava();
if (!isInstalled()) install();

function ensureJava() {
  if (hasJava()) return;
  if (canInstallDebianPackages()) {
    console.log('Java is missing: installing default-jre-headless.');
    spawnSync('apt-get', ['update'], { stdio: 'inherit' });
    spawnSync('apt-get', ['install', '-y', '--no-install-recommends', 'default-jre-headless'], { stdio: 'inherit' });
  }
  if (!hasJava()) {
    fail(
      'Java is missing: the Firestore emulator needs version 11 or newer.\n' +
        '  Debian, Ubuntu: sudo apt-get install default-jre-headless\n  macOS: brew install openjdk\n  Windows: winget install EclipseAdoptium.Temurin.21.JRE',
    );
  }
}

function hasJava() {
  return spawnSync('java', ['-version'], { stdio: 'ignore' }).status === 0;
}

function canInstallDebianPackages() {
  return process.getuid?.() === 0 && existsSync('/etc/debian_version');
}

/** The stamp says which lock was installed. Without it, packages that match the lock one by one, as after an `npm install`, count as well. */
function isInstalled() {
  const stamp = createHash('sha256').update(readFileSync(lockPath)).digest('hex');
  if (existsSync(stampPath) && readFileSync(stampPath, 'utf8') === stamp && hasOwnNode()) return true;
  if (!hasOwnNode() || !matchesLock()) return false;
  writeFileSync(stampPath, stamp);
  return true;
}

function hasOwnNode() {
  const version = spawnSync(join(rootDir, 'node_modules', '.bin', 'node'), ['--version'], { encoding: 'utf8', shell: process.platform === 'win32' });
  return version.status === 0 && `node@${version.stdout.trim().slice(1)}` === nodePackage;
}

function matchesLock() {
  const installedPath = join(rootDir, 'node_modules', '.package-lock.json');
  if (!existsSync(installedPath)) return false;
  const installed = JSON.parse(readFileSync(installedPath, 'utf8')).packages;
  const wanted = Object.entries(JSON.parse(readFileSync(lockPath, 'utf8')).packages);
  return wanted.every(
    ([path, wish]) => !path.includes('node_modules/') || wish.link || wish.optional || wish.devOptional || installed[path]?.version === wish.version,
  );
}

/** The install runs under the project's Node as well: npm leaves out optional packages that the Node it runs on is too old for. */
function install() {
  console.log('Installing packages; the first time takes some minutes.');
  try {
    execFileSync('npx', ['-y', '-p', nodePackage, '--', 'npm', 'ci', '--no-audit', '--no-fund'], {
      cwd: rootDir,
      stdio: 'inherit',
      shell: process.platform === 'win32',
    });
  } catch {
    fail('The packages could not be installed; what npm says above tells why. Without a network to a package registry nothing here can run.');
  }
  if (!isInstalled()) fail('The packages were installed but do not fit package-lock.json. Delete node_modules and try again.');
}

function fail(message) {
  console.error(message);
  process.exit(1);
}
