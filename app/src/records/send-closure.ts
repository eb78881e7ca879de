import type { ClosureRequest } from '@shouwen/domain/closure/closure';
import type { ClosureCommand } from '@shouwen/domain/closure/command';
import { toStored } from '@shouwen/domain/kernel/stored';
import { clockOffsetMs, phoneNowMs } from '../platform/device/clock.ts';
import { type Created, createNow } from '../platform/outbox/create-document.ts';
import { Moment } from '../platform/outbox/rest-commit.ts';

/** What a closure is made of besides what the phone adds itself. */
export type NewClosure = Omit<ClosureRequest, 'capturedAtMs' | 'clockOffsetMs' | 'receivedAtMs'>;

/** Asks for a closing. The id is the caller's and stays the same however often it is tried, so that an account is closed once (CLO-4). */
export function sendClosure({ id, ...asked }: NewClosure, audience: readonly string[]): Promise<Created> {
  const standing = { state: 'requested', open: true, people: [asked.requesterUid], audience: [...audience] };
  return createNow({ path: `closures/${id}`, fields: stored({ ...asked, ...standing }), receivedAt: true });
}

/** Asks for a change to a closure; again under the same id when it is not known whether it arrived. */
export function sendClosureEntry(closureId: string, entryId: string, { type, ...payload }: ClosureCommand, uid: string): Promise<Created> {
  const actor = { kind: 'staff', uid, name: null, unitId: null };
  const fields = stored({ type, payload, actor, after: null, outcome: 'pending' });
  return createNow({ path: `closures/${closureId}/journal/${entryId}`, fields, receivedAt: true });
}

function stored(document: object): Record<string, unknown> {
  return toStored({ ...document, capturedAtMs: phoneNowMs(), clockOffsetMs: clockOffsetMs() }, (atMs) => new Moment(atMs));
}
