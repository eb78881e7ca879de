import { toStored } from '@shouwen/domain/kernel/stored';
import type { RefundCommand } from '@shouwen/domain/refund/command';
import type { RefundRequest } from '@shouwen/domain/refund/refund';
import { clockOffsetMs, phoneNowMs } from '../platform/device/clock.ts';
import { type Created, createNow } from '../platform/outbox/create-document.ts';
import { Moment } from '../platform/outbox/rest-commit.ts';

/** What a request is made of besides what the phone adds itself. */
export type NewRefund = Omit<RefundRequest, 'capturedAtMs' | 'clockOffsetMs' | 'receivedAtMs'>;

/** Asks for a refund. The id is the caller's and stays the same however often it is tried, so that money is asked for once (REF-8). */
export function sendRefund({ id, ...asked }: NewRefund, audience: readonly string[]): Promise<Created> {
  const standing = { state: 'requested', open: true, people: [asked.requesterUid], audience: [...audience] };
  return createNow({ path: `refunds/${id}`, fields: stored({ ...asked, ...standing }), receivedAt: true });
}

/** Sends what somebody decided or wants about a refund; again under the same id when it is not known whether it arrived. */
export function sendRefundEntry(refundId: string, entryId: string, { type, ...payload }: RefundCommand, uid: string): Promise<Created> {
  const actor = { kind: 'staff', uid, name: null, unitId: null };
  const fields = stored({ type, payload, actor, after: null, outcome: 'pending' });
  return createNow({ path: `refunds/${refundId}/journal/${entryId}`, fields, receivedAt: true });
}

function stored(document: object): Record<string, unknown> {
  return toStored({ ...document, capturedAtMs: phoneNowMs(), clockOffsetMs: clockOffsetMs() }, (atMs) => new Moment(atMs));
}
