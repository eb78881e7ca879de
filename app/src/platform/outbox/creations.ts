import { Moment } from '@shouwen/domain/kernel/rest-value';
import { toStored } from '@shouwen/domain/kernel/stored';
import type { EntryContent, NewContent, PhotoContent } from './contents.ts';
import { withPlausibleClock } from './plausible-clock.ts';
import type { Creation } from './rest-commit.ts';

/** Documents exactly as docs/contract.md has them, whichever way they are sent: from the outbox, or at once. */

/** An aggregate with what is created beside it; it comes first, and is the one that is asked for afterwards. */
export function aggregateCreations(collection: string, aggregateId: string, { document, beside }: Pick<NewContent, 'document' | 'beside'>): Creation[] {
  const path = `${collection}/${aggregateId}`;
  // Its id is in the path, and when it has arrived is the server's to say.
  const { id: _id, receivedAtMs: _receivedAtMs, ...written } = document;
  return [
    { path, fields: stored(written), receivedAt: true },
    ...Object.entries(beside).map(([below, besides]) => ({ path: `${path}/${below}`, fields: stored(besides), receivedAt: false })),
  ];
}

/** What somebody does about an aggregate. */
export interface NewEntry extends EntryContent {
  id: string;
  uid: string;
  after: string | null;
}

export function entryCreation(collection: string, aggregateId: string, entry: NewEntry): Creation {
  const { id, uid, type, payload, after, capturedAtMs, clockOffsetMs } = entry;
  const actor = { kind: 'staff', uid, name: null, unitId: null };
  const fields = stored({ type, payload, actor, after, capturedAtMs, clockOffsetMs, outcome: 'pending' });
  return { path: `${collection}/${aggregateId}/journal/${id}`, fields, receivedAt: true };
}

export function photoCreation(collection: string, aggregateId: string, photo: PhotoContent & { uid: string; bytes: Uint8Array }): Creation {
  const { id, uid, contentType, width, height, sha256, capturedAtMs, bytes } = photo;
  const fields = stored({ contentType, bytes, sha256, width, height, byUid: uid, capturedAtMs, check: 'pending' });
  return { path: `${collection}/${aggregateId}/attachments/${id}`, fields, receivedAt: true };
}

/** A phone whose clock stands in another century writes what it knows of the true time, or the nearest moment that there is: nothing is lost over it (REC-4). */
function stored(document: object): Record<string, unknown> {
  return toStored(withPlausibleClock(document), (atMs) => new Moment(atMs));
}
