import { createHash } from 'node:crypto';
import type { Host } from '../host.ts';

const mostTries = 5;

/**
 * Runs a handler's work for one document. A failure is counted and thrown on, so that the platform tries again; after five, the document is left
 * in `deadLetters` for a person to look at, and neither events nor the sweep touch it any more.
 */
export async function withDeadLetter(host: Host, path: string, work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    await countFailure(host, path, error);
  }
}

/** Whether five tries have failed and a person has to look at it. */
export async function isDead(host: Host, path: string): Promise<boolean> {
  const letter = await host.store.get(letterPathOf(path));
  return letter?.data['isDead'] === true;
}

async function countFailure(host: Host, path: string, error: unknown): Promise<void> {
  const letterPath = letterPathOf(path);
  const attempt = await host.store.transaction(async (transaction) => {
    const letter = await transaction.get(letterPath);
    const attempts = Number(letter?.data['attempts'] ?? 0) + 1;
    transaction.set(letterPath, { path, attempts, isDead: attempts >= mostTries, lastTriedAt: host.timestamp(host.nowMs()) });
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
