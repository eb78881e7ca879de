import type { TestProject } from 'vitest/node';
import { startFirestoreOnly } from '../../tools/emulators.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Where the Firestore emulator with the project's rules listens. Each test file takes a project id of its own, so that files do not meet. */
    firestore: { host: string; port: number };
  }
}

/** Starts the Firestore emulator alone, with the real rules, for all files of a run. */
export default async function startFirestore(project: TestProject): Promise<() => Promise<void>> {
  const { host, port, stop } = await startFirestoreOnly({ rulesFile: 'firestore.rules' });
  project.provide('firestore', { host, port });
  return stop;
}
