import { rmSync } from 'node:fs';
import { buildApp, buildFunctions, emulatorWebConfig } from '../../tools/build.ts';
import { choosePorts, shiftedPorts } from '../../tools/emulators/ports.ts';
import { startEmulators } from '../../tools/emulators.ts';
import { fromRoot } from '../../tools/project-paths.ts';
import { seedCity } from '../../tools/seed.ts';

const projectId = 'demo-shouwen-e2e';
const hostingDir = '.run/e2e-dist';
const clockFile = fromRoot('.run', 'e2e-clock');

/**
 * Before all browser tests: builds what would be deployed, serves it from the hosting emulator beside all others, and fills in the demonstration
 * city. The tests find it by the environment variables SHOUWEN_ORIGIN, SHOUWEN_PROJECT, SHOUWEN_PORTS (JSON) and
 * SHOUWEN_PAGES, the folder of the built pages,
 * and SHOUWEN_CLOCK_FILE, by which they move the functions' clock.
 */
export default async function serveApp(): Promise<() => Promise<void>> {
  const ports = await choosePorts(shiftedPorts(620));
  await buildFunctions();
  rmSync(clockFile, { force: true });
  const emulators = await startEmulators({ projectId, only: ['auth', 'firestore', 'functions', 'hosting'], ports, hostingDir, clockFile });
  try {
    await Promise.all([buildApp(emulatorWebConfig(projectId, ports), hostingDir), seedCity({ projectId, ports })]);
  } catch (error) {
    await emulators.stop();
    throw error;
  }
  process.env['SHOUWEN_ORIGIN'] = `http://127.0.0.1:${ports.hosting}`;
  process.env['SHOUWEN_PROJECT'] = projectId;
  process.env['SHOUWEN_PAGES'] = fromRoot(hostingDir);
  process.env['SHOUWEN_CLOCK_FILE'] = clockFile;
  process.env['SHOUWEN_PORTS'] = JSON.stringify(ports);
  return emulators.stop;
}
