import { standingAt } from '@shouwen/domain/organisation/presence';
import type { Host } from '../host.ts';
import { staffFrom } from './read-staff.ts';
import { presenceNow } from './settle-presence.ts';

const pageSize = 200;
const donePath = 'migrations/staffPresence';

/**
 * Gives staff documents from before there were shifts what the sweep asks for, once: whoever is not there is looked at, and off shift until work begins next.
 * Whoever is there needs nothing, and whoever has it is left alone, so it goes on where it was cut off; what cannot be read stays as it is.
 *
 * @returns how many were completed.
 */
export async function completeStaff(host: Host): Promise<number> {
  if (await host.store.get(donePath)) return 0;
  let count = 0;
  for (let afterId: string | null = ''; afterId !== null;) {
    const page = await host.store.query({ collection: 'staff', where: [], afterId, limit: pageSize });
    for (const { path, data } of page) if (!('releaseDue' in data) && (await completeOne(host, path))) count += 1;
    afterId = page.length === pageSize ? (page.at(-1)?.id ?? null) : null;
  }
  await host.store.transaction((transaction) => Promise.resolve(transaction.set(donePath, { at: host.timestamp(host.nowMs()) })));
  return count;
}

function completeOne(host: Host, path: string): Promise<boolean> {
  return host.store.transaction(async (transaction) => {
    const stored = await transaction.get(path);
    const person = staffFrom(stored?.data);
    if (!stored || !person || 'releaseDue' in stored.data) return false;
    if (standingAt(person, host.nowMs()) === 'there') return false;
    transaction.update(path, { ...(await presenceNow(host, transaction, person)) });
    return true;
  });
}
