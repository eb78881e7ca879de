import type { EpochMs } from '@shouwen/domain/kernel/brand';
import type { Host } from '../host.ts';
import { withDeadLetter } from '../journal/dead-letter.ts';
import { workThrough } from '../journal/waiting-work.ts';
import { settlePresence } from '../organisation/settle-presence.ts';
import type { StoredDocument } from '../store.ts';
import { releaseWork } from './release-work.ts';

const mostAtOnce = 200;

/**
 * ADM-4: of people, only those whose time has come and those who have changed are looked at, however many are off shift.
 *
 * @param untilMs begins with nobody more then.
 * @returns how many steps were taken.
 */
export async function releaseDueWork(host: Host, untilMs: EpochMs = Number.MAX_SAFE_INTEGER, pageSize = mostAtOnce): Promise<number> {
  await settleStale(host, untilMs, pageSize);
  let released = 0;
  for (let afterId: string | null = ''; afterId !== null;) {
    const page: StoredDocument[] = await host.store.query({ collection: 'staff', where: [['releaseDue', '==', true]], afterId, limit: pageSize });
    for (const { path, id } of page) if (host.nowMs() < untilMs) released += await releasedOf(host, path, id);
    afterId = page.length === pageSize && host.nowMs() < untilMs ? (page.at(-1)?.id ?? null) : null;
  }
  return released;
}

/** In the morning a whole operator's time has come at once: what one run does not get to, the next one does. */
async function settleStale(host: Host, untilMs: EpochMs, limit: number): Promise<void> {
  const query = {
    collection: 'staff',
    where: [['standsUntilMs', '<=', host.nowMs()]],
    orderBy: ['standsUntilMs', 'asc'],
    limit,
  } as const;
  await workThrough(host, { query, work: (_host, { id }) => settlePresence(host, id) }, untilMs);
}

/** Also after five failures a person's other work must not lie: it is looked at each time. That it failed is no word about the person themselves. */
async function releasedOf(host: Host, path: string, uid: string): Promise<number> {
  let released = 0;
  try {
    await withDeadLetter(host, `${path} work`, async () => void (released = await releaseWork(host, uid)));
  } catch {
    // Counted and logged by withDeadLetter; the others must not wait for it.
  }
  return released;
}
