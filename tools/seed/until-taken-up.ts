import { setTimeout as sleep } from 'node:timers/promises';
import type { DocumentSnapshot, Firestore } from 'firebase-admin/firestore';

const patienceMs = 120_000;

/**
 * Waits until the triggers have taken documents up, in their own time; asked every now and then, because a listener on the emulator can fall silent
 * for minutes.
 *
 * @throws Error that says how many still wait, and names one.
 */
export async function untilTakenUp(
  firestore: Firestore,
  paths: readonly string[],
  complaint: string,
  isWaiting: (snapshot: DocumentSnapshot) => boolean,
): Promise<void> {
  const deadlineMs = Date.now() + patienceMs;
  for (;;) {
    const waiting = (await firestore.getAll(...paths.map((path) => firestore.doc(path)))).filter(isWaiting);
    if (waiting.length === 0) return;
    if (Date.now() > deadlineMs)
      throw new Error(`${waiting.length} of ${paths.length} ${complaint}, ${waiting[0]?.ref.path} for one: the functions' log says why.`);
    await sleep(200);
  }
}
