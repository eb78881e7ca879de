import { setTimeout as sleep } from 'node:timers/promises';

/** What a transaction that waited too long for a lock, or was closed while it waited, ends with. */
const contention = /^(10 ABORTED|3 INVALID_ARGUMENT: Transaction is invalid or closed)/;
const mostDeliveries = 20;

/**
 * Does a piece of work the way the platform does: what fails because others held the same documents for too long is delivered again a little
 * later. The emulator gives up on locks much earlier than the database itself. Whatever else fails is the test's to see.
 */
export async function redelivered<Result>(work: () => Promise<Result>): Promise<Result> {
  for (let delivery = 1; ; delivery += 1) {
    try {
      return await work();
    } catch (error) {
      const isContention = error instanceof Error && contention.test(error.message);
      if (!isContention || delivery === mostDeliveries) throw error;
      await sleep(20 * delivery);
    }
  }
}

/** Does all of it, so many pieces at a time, and gives back the results in the order of the pieces. */
export async function severalAtOnce<Piece, Result>(atOnce: number, pieces: readonly Piece[], work: (piece: Piece) => Promise<Result>): Promise<Result[]> {
  const results: Result[] = [];
  const left = [...pieces.entries()];
  const worker = async () => {
    for (let next = left.shift(); next; next = left.shift()) results[next[0]] = await work(next[1]);
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
  return results;
}
