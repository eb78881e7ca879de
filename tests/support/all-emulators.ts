import type { TestProject } from 'vitest/node';
import { buildFunctions } from '../../tools/build.ts';
import { choosePorts, type Ports, shiftedPorts } from '../../tools/emulators/ports.ts';
import { startEmulators, startFirestoreOnly } from '../../tools/emulators.ts';
import { seedCity } from '../../tools/seed.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Auth, Firestore and functions of a run with the demonstration city in them, its staff and customers but not its complaints. */
    emulators: { projectId: string; ports: Ports };
    /** A Firestore emulator by itself, with the project's rules: each test file takes a project id of its own, and no trigger interferes. */
    firestore: { host: string; port: number };
  }
}

const projectId = 'demo-shouwen-integration';

/** Starts what is deployed, all of it, and beside it a bare Firestore for tests that call the handlers themselves. */
export default async function startAll(project: TestProject): Promise<() => Promise<void>> {
  await buildFunctions();
  const ports = await choosePorts(shiftedPorts(310));
  const started = await Promise.allSettled([
    startEmulators({ projectId, only: ['auth', 'firestore', 'functions'], ports, inOneProcess: true }),
    startFirestoreOnly({ rulesFile: 'firestore.rules' }),
  ]);
  const stop = async (): Promise<void> => {
    await Promise.all(started.flatMap((one) => (one.status === 'fulfilled' ? [one.value.stop()] : [])));
  };
  try {
    const [, bare] = started;
    for (const one of started) if (one.status === 'rejected') throw one.reason;
    await seedCity({ projectId, ports, withCases: false });
    project.provide('emulators', { projectId, ports });
    if (bare.status === 'fulfilled') project.provide('firestore', { host: bare.value.host, port: bare.value.port });
  } catch (error) {
    await stop();
    throw error;
  }
  return stop;
}
