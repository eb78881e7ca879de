import { createHash } from 'node:crypto';
import { refused } from '@shouwen/domain/kernel/decision';
import type { Host } from '../host.ts';

const mostTries = 5;

/** What a document that waited for an outcome says once it has failed five times, so that nobody waits any longer and no query finds it again. */
export interface GivenUp {
  waits: readonly [field: string, value: unknown];
  becomes: Record<string, unknown>;
}

/** Of what somebody asked for in a document of its own. */
export const entryGivenUp: GivenUp = { waits: ['outcome', 'pending'], becomes: { outcome: 'refused', reason: refused('cannotBeDone').refusal } };

/**
 * Runs a handler's work for one document. A failure is counted and thrown on, so that the platform tries again; after five, the document is left
 * in `deadLetters` for a person to look at, gets the outcome that it waited for, if it did, and neither events nor the sweep touch it any more.
 */
export async function withDeadLetter(host: Host, path: string, work: () => Promise<void>, givenUp?: GivenUp): Promise<void> {
  try {
    await work();
  } catch (error) {
    await countFailure(host, path, error, givenUp);
  }
}

/** Whether five tries have failed and a person has to look at it. */
export async function isDead(host: Host, path: string): Promise<boolean> {
  return (await triesOf(host, path)).isDead;
}

/** How often it has failed so far. */
export async function triesOf(host: Host, path: string): Promise<{ tries: number; isDead: boolean }> {
  const letter = await host.store.get(letterPathOf(path));
  return { tries: Number(letter?.data['attempts'] ?? 0), isDead: letter?.data['isDead'] === true };
}

async function countFailure(host: Host, path: string, error: unknown, givenUp: GivenUp | undefined): Promise<void> {
  const letterPath = letterPathOf(path);
  const attempt = await host.store.transaction(async (transaction) => {
    const letter = await transaction.get(letterPath);
    const attempts = Number(letter?.data['attempts'] ?? 0) + 1;
    const isOver = attempts >= mostTries;
    const document = isOver && givenUp ? await transaction.get(path) : null;
    transaction.set(letterPath, { path, attempts, isDead: isOver, lastTriedAt: host.timestamp(host.nowMs()) });
    if (givenUp && document?.data[givenUp.waits[0]] === givenUp.waits[1]) transaction.update(path, givenUp.becomes);
    return attempts;
  });
  host.log({ severity: attempt >= mostTries ? 'ERROR' : 'WARNING', message: 'work failed', code: nameOf(error), attempt });
  if (attempt < mostTries) throw error;
}

function letterPathOf(path: string): string {
  return `deadLetters/${createHash('sha256').update(path).digest('hex').slice(0, 40)}`;
}

/** The class of an error, never its message: a message may quote what a person typed. */
function nameOf(error: unknown): string {
  return error instanceof Error ? error.name : 'unknown';
}
