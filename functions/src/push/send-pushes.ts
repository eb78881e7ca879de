import { groupedBy } from '@shouwen/domain/kernel/grouped-by';
import type { EpochMs, Uid } from '@shouwen/domain/kernel/brand';
import { isQuiet, nextAllowedMs } from '@shouwen/domain/calendar/quiet-hours';
import { hourMs, minuteMs } from '@shouwen/domain/calendar/day';
import { wantsPush } from '@shouwen/domain/notice/preferences';
import { pushTextOf } from '@shouwen/domain/notice/push-text';
import type { Host } from '../host.ts';
import { ChangedMeanwhile, type StoredDocument } from '../store.ts';
import type { Push, PushMessage, PushResult } from './push.ts';
import { type PendingNotice, readPendingNotice } from './pending-notice.ts';
import { readRecipient, type Recipient } from './recipient.ts';

const pageSize = 500;
const mostPages = 20;
const peopleAtOnce = 8;
/** What could not be sent for a day is no news any more; it lies in the inbox. */
const freshMs = 24 * hourMs;
const retryMs = 10 * minuteMs;
/** One message per person is shown at a time: a later one says how many are unread in all. */
const tag = 'inbox';

/** What becomes of a notice: told, not to be told, or looked at again then. */
type Verdict = 'sent' | 'skipped' | { againAtMs: EpochMs };

/**
 * Tells people by push what waits to be told, each in one message per device. Whoever dies between sending and noting it tells again, and the second message
 * takes the place of the first. Without a push service it does nothing at all.
 *
 * @returns how many people were told.
 */
export async function sendPushes(host: Host): Promise<number> {
  if (host.push === null) return 0;
  let told = 0;
  for (let page = 0; page < mostPages; page += 1) {
    const waiting = await host.store.query({
      collection: 'items',
      isGroup: true,
      where: [
        ['push', '==', 'pending'],
        ['pushAt', '<=', host.timestamp(host.nowMs())],
      ],
      orderBy: ['pushAt', 'asc'],
      limit: pageSize,
    });
    told += await pushAll(host, host.push, waiting);
    if (waiting.length < pageSize) break;
  }
  return told;
}

async function pushAll(host: Host, push: Push, waiting: readonly StoredDocument[]): Promise<number> {
  const people = [...groupedBy(waiting, ({ path }) => path.split('/')[1] ?? '')];
  const told: string[] = [];
  const worker = async (): Promise<void> => {
    for (let next = people.shift(); next; next = people.shift()) if (await pushOrPostpone(host, push, ...next)) told.push(next[0]);
  };
  await Promise.all(Array.from({ length: peopleAtOnce }, worker));
  return told.length;
}

/** One person whose documents cannot be read must not keep the others from being told. */
async function pushOrPostpone(host: Host, push: Push, uid: Uid, waiting: readonly StoredDocument[]): Promise<boolean> {
  try {
    return await pushToPerson(host, push, uid, waiting);
  } catch (error) {
    host.log({ severity: 'ERROR', message: 'push failed', uid, code: error instanceof Error ? error.name : 'unknown' });
    await Promise.all(waiting.map((notice) => note(host, notice, { againAtMs: host.nowMs() + hourMs })));
    return false;
  }
}

/** What a newer version of the functions has put there and this one has no words for is skipped; the app's inbox shows what it can. */
async function pushToPerson(host: Host, push: Push, uid: Uid, waiting: readonly StoredDocument[]): Promise<boolean> {
  const nowMs = host.nowMs();
  const notices = waiting.flatMap((document) => readPendingNotice(document) ?? []);
  const recipient = await readRecipient(host, uid);
  const verdicts = new Map<string, Verdict>();
  if (recipient) {
    const wanted = notices.filter((notice) => isWanted(notice, recipient, nowMs));
    const now = wanted.filter(({ atNight }) => atNight || !isQuiet(nowMs, recipient.quietHours));
    const outcome = now.length === 0 ? 'skipped' : await send(host, push, recipient, now);
    for (const { path } of wanted) verdicts.set(path, { againAtMs: nextAllowedMs(nowMs, recipient.quietHours) });
    for (const { path } of now) verdicts.set(path, outcome);
  }
  await Promise.all(waiting.map((document) => note(host, document, verdicts.get(document.path) ?? 'skipped')));
  return [...verdicts.values()].includes('sent');
}

/** What has been read meanwhile is known. */
function isWanted({ read, atMs, kind }: PendingNotice, { preferences }: Recipient, nowMs: EpochMs): boolean {
  return !read && nowMs - atMs < freshMs && wantsPush(preferences, kind);
}

async function send(host: Host, push: Push, { uid, devices }: Recipient, notices: readonly PendingNotice[]): Promise<Verdict> {
  const unread = await host.store.count({ collection: `inbox/${uid}/items`, where: [['read', '==', false]] });
  const messages = devices.map(({ token, language }): PushMessage => ({ token, uid, language, ...pushTextOf(notices, unread, language), tag, unread }));
  const results = await push.send(messages);
  const gone = devices.filter((_device, index) => results[index] === 'gone');
  if (gone.length > 0) await host.store.transaction(async (transaction) => gone.forEach(({ path }) => transaction.delete(path)));
  return verdictOf(host, uid, results);
}

function verdictOf(host: Host, uid: Uid, results: readonly PushResult[]): Verdict {
  const failed = results.filter((result) => result === 'failed').length;
  if (failed > 0) host.log({ severity: 'WARNING', message: 'push failed', uid, count: failed });
  if (results.includes('accepted')) return 'sent';
  return failed > 0 ? { againAtMs: host.nowMs() + retryMs } : 'skipped';
}

/** What has changed since it was read, as a digest that grew or a notice that was opened, is looked at again in the next run. */
async function note(host: Host, { path, version }: StoredDocument, verdict: Verdict): Promise<void> {
  const changes = typeof verdict === 'string' ? { push: verdict } : { pushAt: host.timestamp(verdict.againAtMs) };
  try {
    await host.store.transaction(async (transaction) => transaction.update(path, changes, version));
  } catch (error) {
    if (!(error instanceof ChangedMeanwhile)) throw error;
  }
}
