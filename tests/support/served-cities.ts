import { rmSync } from 'node:fs';
import { buildApp, buildFunctions, emulatorWebConfig } from '../../tools/build.ts';
import { choosePorts, shiftedPorts } from '../../tools/emulators/ports.ts';
import { type Emulators, startEmulators } from '../../tools/emulators.ts';
import { fromRoot } from '../../tools/project-paths.ts';
import { seedCity } from '../../tools/seed.ts';
import type { CityAddress } from './city-of-worker.ts';

const projectId = 'demo-shouwen-e2e';
const seedDir = fromRoot('.run', 'e2e-seed');

interface ServedCity {
  address: CityAddress;
  emulators: Emulators;
}

/**
 * Builds what would be deployed and serves it from emulators of its own for each browser that runs, since tests move clocks and close books: one
 * city is filled in for real, the others begin with a copy of it. Their addresses are left in the environment variable SHOUWEN_CITIES.
 */
export async function serveCities(count: number): Promise<() => Promise<void>> {
  const cities: ServedCity[] = [];
  const stop = async (): Promise<void> => {
    delete process.env['SHOUWEN_CITIES'];
    await Promise.all(cities.map(({ emulators }) => emulators.stop()));
  };
  try {
    await buildFunctions();
    const first = await serveCity(0);
    cities.push(first);
    if (count > 1) await first.emulators.exportTo(seedDir);
    for (let index = 1; index < count; index += 1) cities.push(await serveCity(index, seedDir));
  } catch (error) {
    await stop();
    throw error;
  }
  process.env['SHOUWEN_CITIES'] = JSON.stringify(cities.map(({ address }) => address));
  return stop;
}

async function serveCity(index: number, importDir?: string): Promise<ServedCity> {
  const ports = await choosePorts(shiftedPorts(620 + index * 1000));
  const hostingDir = `.run/e2e-dist-${index}`;
  const clockFile = fromRoot('.run', `e2e-clock-${index}`);
  rmSync(clockFile, { force: true });
  const only = ['auth', 'firestore', 'functions', 'hosting'] as const;
  const emulators = await startEmulators({
    projectId,
    only: [...only],
    ports,
    hostingDir,
    clockFile,
    inOneProcess: true,
    ...(importDir === undefined ? {} : { importDir }),
  });
  const address: CityAddress = {
    SHOUWEN_ORIGIN: `http://127.0.0.1:${ports.hosting}`,
    SHOUWEN_PROJECT: projectId,
    SHOUWEN_PORTS: JSON.stringify(ports),
    SHOUWEN_PAGES: fromRoot(hostingDir),
    SHOUWEN_CLOCK_FILE: clockFile,
  };
  try {
    await Promise.all([buildApp(emulatorWebConfig(projectId, ports), hostingDir), ...(importDir === undefined ? [seedCity({ projectId, ports })] : [])]);
    return { address, emulators };
  } catch (error) {
    await emulators.stop();
    throw error;
  }
}
