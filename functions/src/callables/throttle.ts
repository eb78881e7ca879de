import type { EpochMs } from '@shouwen/domain/kernel/brand';
import { sha256Hex } from '@shouwen/domain/customer/contact-key';
import type { Host } from '../host.ts';
import type { Transaction } from '../store.ts';

/** How often within how long. */
interface Allowance {
  mostTries: number;
  windowMs: number;
}

const fewTries: Allowance = { mostTries: 5, windowMs: 15 * 60_000 };

/**
 * Takes one try from each key's allowance, which is five in fifteen minutes unless it is said; false when any of them has none left. Kept in the database under hashed keys,
 * so it holds across instances and restarts and says nothing about callers.
 */
export function takeTry(host: Host, keys: readonly string[], { mostTries, windowMs } = fewTries): Promise<boolean> {
  return host.store.transaction(async (transaction) => {
    const tries = await Promise.all(keys.map((key) => readTries(transaction, key, windowMs, host.nowMs())));
    if (tries.some((allowance) => allowance.count >= mostTries)) return false;
    for (const { path, startedAtMs, count } of tries) {
      transaction.set(path, { startedAtMs, count: count + 1, expiresAt: host.timestamp(startedAtMs + windowMs) });
    }
    return true;
  });
}

async function readTries(
  transaction: Transaction,
  key: string,
  windowMs: number,
  nowMs: EpochMs,
): Promise<{ path: string; startedAtMs: EpochMs; count: number }> {
  const path = `throttles/${sha256Hex(key)}`;
  const stored = await transaction.get(path);
  const startedAtMs = Number(stored?.data['startedAtMs'] ?? 0);
  return nowMs - startedAtMs < windowMs ? { path, startedAtMs, count: Number(stored?.data['count'] ?? 0) } : { path, startedAtMs: nowMs, count: 0 };
}
