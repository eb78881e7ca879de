import { changeFromStored } from '@shouwen/domain/change/change';
import type { Host } from '../host.ts';
import { workThrough } from '../journal/waiting-work.ts';
import { save } from '../transaction/write.ts';
import { refusedNotices, verdictWrite } from './change-writes.ts';

const mostAtOnce = 100;

/** What nobody confirmed in time is expired, and whoever proposed it is told; twice or beside itself is once. @returns how many were. */
export async function expireChanges(host: Host): Promise<number> {
  let count = 0;
  const where = [['state', '==', 'awaitingConfirmation'] as const, ['expiresAt', '<=', host.timestamp(host.nowMs())] as const];
  await workThrough(
    host,
    {
      query: { collection: 'changes', where, orderBy: ['expiresAt', 'asc'], limit: mostAtOnce },
      work: async (_host, { id }) => void (count += Number(await expire(host, id))),
    },
    Number.MAX_SAFE_INTEGER,
  );
  return count;
}

function expire(host: Host, id: string): Promise<boolean> {
  return host.store.transaction(async (transaction) => {
    const stored = await transaction.get(`changes/${id}`);
    const change = stored && changeFromStored(id, stored.data);
    if (change?.state !== 'awaitingConfirmation' || (change.expiresAtMs ?? 0) > host.nowMs()) return false;
    const expired = { ...change, state: 'expired' as const };
    save(transaction, [verdictWrite(expired), ...refusedNotices(host, expired, null)]);
    return true;
  });
}
