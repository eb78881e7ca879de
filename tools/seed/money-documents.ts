import type { ClosureRequest } from '@shouwen/domain/closure/closure';
import { toStored } from '@shouwen/domain/kernel/stored';
import type { Staff } from '@shouwen/domain/organisation/staff';
import type { Pack } from '@shouwen/domain/policy/pack';
import type { RefundRequest } from '@shouwen/domain/refund/refund';

type WrittenByServer = 'id' | 'receivedAtMs';
type WrittenByPhone = 'pack' | 'packVersion' | 'requesterUid' | 'requesterName' | 'requesterUnitId' | 'clockOffsetMs' | WrittenByServer;

/** What somebody wants to have refunded. */
export type RefundWish = Omit<RefundRequest, WrittenByPhone>;
/** Which account a customer wants closed, and how. */
export type ClosureWish = Omit<ClosureRequest, WrittenByPhone>;

/** The document of a refund request as a phone creates it, but for the moment of its arrival, which the database sets. */
export function refundDocument(wish: RefundWish, requester: Staff, pack: Pack, toTimestamp: (atMs: number) => unknown): Record<string, unknown> {
  return requestDocument({ ...wish }, requester, pack, toTimestamp);
}

/** The document of a closure, likewise. */
export function closureDocument(wish: ClosureWish, requester: Staff, pack: Pack, toTimestamp: (atMs: number) => unknown): Record<string, unknown> {
  return requestDocument({ ...wish }, requester, pack, toTimestamp);
}

function requestDocument(wish: object, requester: Staff, pack: Pack, toTimestamp: (atMs: number) => unknown): Record<string, unknown> {
  const { uid, name, unitId, audience } = requester;
  const request = { ...wish, pack: pack.id, packVersion: pack.version, requesterUid: uid, requesterName: name, requesterUnitId: unitId, clockOffsetMs: 0 };
  return { ...toStored(request, toTimestamp), state: 'requested', open: true, people: [uid], audience };
}
