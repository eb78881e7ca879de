import { sha256Hex } from '@shouwen/domain/customer/contact-key';
import type { Host } from '../host.ts';
import type { Reader, Transaction } from '../store.ts';

/** How often within how long. */
interface Allowance {
  mostTries: number;
  windowMs: number;
}

/**
 * Takes one try from each key's allowance; false when any of them has none left. Kept in the database under hashed keys, so it holds across instances and restarts and
 * says nothing about callers.
 */
export function takeTry(host: Host, keys: readonly string[], { mostTries, windowMs }: Allowance): Promise<boolean> {
  return host.store.transaction(async (transaction) => {
    const tries = await Promise.all(keys.map((key) => readTries(host, transaction, key, windowMs)));
    if (tries.some(({ count }) => count >= mostTries)) return false;
    for (const one of tries) writeTries(host, transaction, { ...one, count: one.count + 1 });
    return true;
  });
}

/** What has been used of an allowance. */
export interface Tries {
  path: string;
  startedAtMs: number;
  endsAtMs: number;
  count: number;
}

/** None, once the time of those that are kept is over. */
export async function readTries(host: Host, reader: Reader, key: string, windowMs: number): Promise<Tries> {
  const path = `throttles/${sha256Hex(key)}`;
  const stored = await reader.get(path);
  const storedAtMs = Number(stored?.data['startedAtMs'] ?? 0);
  const isRunning = host.nowMs() - storedAtMs < windowMs;
  const startedAtMs = isRunning ? storedAtMs : host.nowMs();
  return { path, startedAtMs, endsAtMs: startedAtMs + windowMs, count: isRunning ? Number(stored?.data['count'] ?? 0) : 0 };
}

export function writeTries(host: Host, transaction: Transaction, { path, startedAtMs, endsAtMs, count }: Tries): void {
  transaction.set(path, { startedAtMs, count, expiresAt: host.timestamp(endsAtMs) });
}
