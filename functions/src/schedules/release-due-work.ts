import type { Host } from '../host.ts';
import { withDeadLetter } from '../journal/dead-letter.ts';
import { settlePresence } from '../organisation/settle-presence.ts';
import type { StoredDocument } from '../store.ts';
import { releaseWork } from './release-work.ts';

const mostAtOnce = 200;

/**
 * ADM-4: of people, only those whose time has come and those who have changed are looked at, however many are off shift.
 *
 * @returns how many steps were taken.
 */
export async function releaseDueWork(host: Host): Promise<number> {
  const stale = await host.store.query({ collection: 'staff', where: [['standsUntilMs', '<=', host.nowMs()]], limit: mostAtOnce });
  for (const { path, id } of stale) await attempt(host, path, () => settlePresence(host, id));
  let released = 0;
  for (let afterId: string | null = ''; afterId !== null;) {
    const page: StoredDocument[] = await host.store.query({ collection: 'staff', where: [['releaseDue', '==', true]], afterId, limit: mostAtOnce });
    for (const { path, id } of page) await attempt(host, path, async () => void (released += await releaseWork(host, id)));
    afterId = page.length === mostAtOnce ? (page.at(-1)?.id ?? null) : null;
  }
  return released;
}

/** Also after five failures a person's other work must not lie: it is looked at each time. */
async function attempt(host: Host, path: string, work: () => Promise<void>): Promise<void> {
  try {
    await withDeadLetter(host, path, work);
  } catch {
    // Counted and logged by withDeadLetter; the others must not wait for it.
    return;
  }
}
