import { checkAttachment } from '../attachment/check-attachment.ts';
import { applyEntry } from '../complaint/apply-entry.ts';
import { applyReply } from '../complaint/apply-reply.ts';
import { receiveComplaint } from '../complaint/receive-complaint.ts';
import { applyClosureEntry, receiveClosure } from '../closure/apply-closure-entry.ts';
import type { Host } from '../host.ts';
import { releaseWork } from '../organisation/release-work.ts';
import { applyRefundEntry } from '../refund/apply-refund-entry.ts';
import { receiveRefund } from '../refund/receive-refund.ts';
import type { Query, StoredDocument } from '../store.ts';
import { isDead, withDeadLetter } from '../journal/dead-letter.ts';

/** Younger ones are most likely just being handled by their event. */
const graceMs = 2 * 60_000;
const mostAtOnce = 200;
/** A photo brings up to 700 KB into memory. */
const mostPhotosAtOnce = 20;

export interface SweepResult {
  complaints: number;
  entries: number;
  refunds: number;
  closures: number;
  replies: number;
  photos: number;
  released: number;
}

/**
 * Finds what an event never reached and does it now: complaints nobody took in, entries and replies without an outcome, photos nobody looked at,
 * work held by people who are gone. A run costs what it finds. Safe to run twice or beside itself.
 */
export async function sweep(host: Host): Promise<SweepResult> {
  const dueAt = host.timestamp(host.nowMs() - graceMs);
  const complaints = await eachOf(
    host,
    {
      collection: 'complaints',
      where: [
        ['state', '==', 'recorded'],
        ['receivedAt', '<=', dueAt],
      ],
      limit: mostAtOnce,
    },
    (document) => receiveComplaint(host, document.id),
  );
  const entries = await eachOf(
    host,
    {
      collection: 'journal',
      isGroup: true,
      where: [
        ['outcome', '==', 'pending'],
        ['receivedAt', '<=', dueAt],
      ],
      limit: mostAtOnce,
    },
    (document) => applyAnyEntry(host, document),
  );
  const requests = (collection: string): Query => ({
    collection,
    where: [
      ['state', '==', 'requested'],
      ['receivedAt', '<=', dueAt],
    ],
    limit: mostAtOnce,
  });
  const refunds = await eachOf(host, requests('refunds'), async (document) => void (await receiveRefund(host, document.id)));
  const closures = await eachOf(host, requests('closures'), (document) => receiveClosure(host, document.id));
  const replies = await eachOf(
    host,
    {
      collection: 'replies',
      isGroup: true,
      where: [
        ['outcome', '==', 'pending'],
        ['createdAt', '<=', dueAt],
      ],
      limit: mostAtOnce,
    },
    (document) => applyReply(host, segment(document.path, 1), document.id),
  );
  const photos = await eachOf(
    host,
    {
      collection: 'attachments',
      isGroup: true,
      where: [
        ['check', '==', 'pending'],
        ['receivedAt', '<=', dueAt],
      ],
      limit: mostPhotosAtOnce,
    },
    (document) => checkAttachment(host, segment(document.path, 1), document.id),
  );
  return { complaints, entries, refunds, closures, replies, photos, released: await releaseStranded(host) };
}

/** The journals of complaints, refunds and closures are one collection group. */
function applyAnyEntry(host: Host, { path, id }: StoredDocument): Promise<void> {
  const subjectId = segment(path, 1);
  if (path.startsWith('refunds/')) return applyRefundEntry(host, subjectId, id);
  return path.startsWith('closures/') ? applyClosureEntry(host, subjectId, id) : applyEntry(host, subjectId, id);
}

async function eachOf(host: Host, query: Query, work: (document: StoredDocument) => Promise<void>): Promise<number> {
  const found = await host.store.query(query);
  for (const document of found) {
    if (await isDead(host, document.path)) continue;
    try {
      await withDeadLetter(host, document.path, () => work(document));
    } catch {
      // Counted and logged by withDeadLetter; the next run tries again, and the others must not wait for it.
      continue;
    }
  }
  return found.length;
}

async function releaseStranded(host: Host): Promise<number> {
  const [inactive, offDuty] = await Promise.all([
    host.store.query({ collection: 'staff', where: [['active', '==', false]], limit: mostAtOnce }),
    host.store.query({ collection: 'staff', where: [['onDuty', '==', false]], limit: mostAtOnce }),
  ]);
  let released = 0;
  for (const path of new Set([...inactive, ...offDuty].map((document) => document.path))) {
    try {
      await withDeadLetter(host, path, async () => void (released += await releaseWork(host, segment(path, 1))));
    } catch {
      // Counted and logged by withDeadLetter. Also after five failures a person's other work must not lie: it is looked at each time.
      continue;
    }
  }
  return released;
}

function segment(path: string, index: number): string {
  return path.split('/')[index] ?? '';
}
