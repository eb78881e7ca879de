import { clockOffsetMs, phoneNowMs } from '../platform/device/clock.ts';
import { type Created, createNow } from '../platform/outbox/create-document.ts';
import { aggregateCreations, entryCreation } from '../platform/outbox/creations.ts';

/** For what must not wait in the outbox: whoever sends it waits for the answer. Ids are the caller's and stay the same however often it is tried. */

/** Every request says so who asks; they may have been moved while the form was open. */
const stamps = { requesterName: 'name', requesterUnitId: 'unitId', audience: 'audience' } as const;

/** Asks for a new aggregate, requested by this person and seen by these units. */
export function sendNew(collection: string, { id, ...asked }: { id: string; requesterUid: string }, audience: readonly string[]): Promise<Created> {
  const standing = { state: 'requested', open: true, people: [asked.requesterUid], audience: [...audience] };
  return createNow(aggregateCreations(collection, id, { document: { ...asked, ...standing, ...now() }, beside: {} }), stamps);
}

/** Sends what somebody decided or wants about an aggregate. */
export function sendEntry<Command extends { type: string }>(
  collection: string,
  aggregateId: string,
  entryId: string,
  { type, ...payload }: Command,
  uid: string,
): Promise<Created> {
  return createNow([entryCreation(collection, aggregateId, { id: entryId, uid, type, payload, after: null, ...now() })]);
}

function now(): { capturedAtMs: number; clockOffsetMs: number } {
  return { capturedAtMs: phoneNowMs(), clockOffsetMs: clockOffsetMs() };
}
