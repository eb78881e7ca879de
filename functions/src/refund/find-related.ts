import type { Staff } from '@shouwen/domain/organisation/staff';
import { untouchedRefund, type Refund, refundFromStored } from '@shouwen/domain/refund/refund';
import { relatedRefunds, type RelatedRefund } from '@shouwen/domain/refund/sum/related';
import { earlierRequests } from '@shouwen/domain/refund/sum/cumulate';
import { aloneOnDayFen } from '@shouwen/domain/refund/sum/self-approved';
import type { Host } from '../host.ts';
import type { Reader } from '../store.ts';
import { readCustomer } from './read-customer.ts';
import { readGrounds } from './read-grounds.ts';
import { readOfRequesterInWindow, readOthers } from './read-others.ts';

/** A request that is there, or one that somebody is about to make of a complaint. */
export type RelatedQuestion = { refundId: string } | { complaintId: string; accountNo: string | null };

/** What others of the same complaint, customer, account or requester come to, and who asked for them. */
export interface Related {
  related: RelatedRefund[];
  /** What REF-4 adds to the request. */
  earlierFen: number;
  /** What the requester decides alone that day, the request included. */
  aloneFen: number;
}

/** REF-4: all that whoever asks, approves or pays should know of, across units and categories; null where it is not the caller's business. */
export async function findRelated(host: Host, reader: Reader, caller: Staff, question: RelatedQuestion): Promise<Related | null> {
  const refund = 'refundId' in question ? await readRefund(reader, caller, question.refundId) : await wouldBe(host, reader, caller, question);
  if (!refund || refund.closureId !== null) return null;
  const pack = await host.reference.packInForce(refund.pack, reader);
  const others = await Promise.all([readOthers(reader, refund), readOfRequesterInWindow(host, reader, refund, pack)]);
  return {
    related: relatedRefunds(refund, others.flat(), pack),
    earlierFen: earlierRequests(refund, others.flat(), pack).fen,
    aloneFen: aloneOnDayFen(refund, others.flat()),
  };
}

async function readRefund(reader: Reader, caller: Staff, refundId: string): Promise<Refund | null> {
  const stored = await reader.get(`refunds/${refundId}`);
  const refund = stored && refundFromStored(stored.id, stored.data);
  const concerns = refund?.pack === caller.pack && (refund.people.includes(caller.uid) || refund.audience.includes(caller.unitId));
  return concerns ? refund : null;
}

async function wouldBe(
  host: Host,
  reader: Reader,
  caller: Staff,
  { complaintId, accountNo }: Extract<RelatedQuestion, { complaintId: string }>,
): Promise<Refund | null> {
  const customer = await readCustomer(host, reader, { pack: caller.pack, complaintId, requesterUid: caller.uid });
  const basis = await readGrounds(reader, complaintId, caller, customer);
  if (basis === null || typeof basis === 'string') return null;
  const nowMs = host.nowMs();
  return {
    ...untouchedRefund,
    id: '',
    pack: caller.pack,
    packVersion: '',
    complaintId,
    form: 'cash',
    accountNo,
    cardSerial: null,
    amountFen: 0,
    calculation: null,
    reason: '',
    requesterUid: caller.uid,
    requesterName: caller.name,
    requesterUnitId: caller.unitId,
    capturedAtMs: nowMs,
    clockOffsetMs: 0,
    receivedAtMs: nowMs,
    people: [],
    audience: [],
    basis,
  };
}
