import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Firestore } from 'firebase-admin/firestore';
import { bundleFunctions } from '../build.ts';
import { fromRoot, runDir } from '../project-paths.ts';

const pollEveryMs = 2;

/** The product's functions and one more that does the least a trigger can do and still be seen to have run. */
export async function writeFunctionsWithBareTrigger(): Promise<string> {
  const folder = '.run/bench-functions';
  mkdirSync(fromRoot(folder, 'lib'), { recursive: true });
  const entry = join(runDir, 'bench-functions', 'entry.ts');
  writeFileSync(
    entry,
    `export * from '../../functions/src/index.ts';
import { onDocumentCreated } from 'firebase-functions/firestore';
export const onBarePing = onDocumentCreated({ region: 'asia-east2', document: 'barePings/{id}' }, async ({ data }) => { await data?.ref.update({ done: true }); });
`,
  );
  await bundleFunctions(entry, fromRoot(folder, 'lib', 'index.js'));
  writeFileSync(fromRoot(folder, 'package.json'), JSON.stringify({ name: 'bench-functions', type: 'module', main: 'lib/index.js', engines: { node: '24' } }));
  return folder;
}

/** Has the least that a trigger can do done once. */
export async function pingBare(firestore: Firestore): Promise<void> {
  const ping = firestore.collection('barePings').doc();
  await ping.create({ done: false });
  await until(firestore, ping.path, (data) => data['done'] === true);
}

/** Asks again and again whether a document has become what is wanted. */
export async function until(firestore: Firestore, path: string, isDone: (data: Record<string, unknown>) => boolean, everyMs = pollEveryMs): Promise<void> {
  const deadlineMs = performance.now() + 60_000;
  while (!isDone((await firestore.doc(path).get()).data() ?? {})) {
    if (performance.now() > deadlineMs) throw new Error(`${path} was not done within a minute.`);
    await sleep(everyMs);
  }
}

export async function timed(work: () => Promise<void>): Promise<number> {
  const startedAtMs = performance.now();
  await work();
  return performance.now() - startedAtMs;
}
