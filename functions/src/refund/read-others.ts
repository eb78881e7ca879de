import { dayMs, startOfDayMs } from '@shouwen/domain/calendar/day';
import type { Pack } from '@shouwen/domain/policy/pack';
import { type Refund, refundFromStored } from '@shouwen/domain/refund/refund';
import { askedOn } from '@shouwen/domain/refund/sum/self-approved';
import type { Host } from '../host.ts';
import { readPages } from '../ledger/read-pages.ts';
import type { Reader } from '../store.ts';

/** More than one person asks for by honest work in the time that is looked at. */
export const mostOfRequester = 500;

/**
 * REF-4: by complaint, by customer and by account, so that neither another category nor another contact number nor another colleague makes a sum look
 * smaller; all of them, so that none is hidden behind many small ones.
 */
export async function readOthers(reader: Reader, { complaintId, accountNo, basis }: Pick<Refund, 'complaintId' | 'accountNo' | 'basis'>): Promise<Refund[]> {
  const found: Refund[] = [];
  const read = (field: string, value: string | null | undefined) =>
    typeof value === 'string'
      ? readPages(reader, { collection: 'refunds', where: [[field, '==', value]] }, ({ id, data }) => found.push(refundFromStored(id, data)))
      : null;
  await Promise.all([read('complaintId', complaintId), read('basis.customerKey', basis?.customerKey), read('accountNo', accountNo)]);
  return found;
}

/** What the requester has asked for on the day of this request, up to a bound: whatever was asked for on it has been written since it began. */
export function readOfRequesterOnDay(host: Host, reader: Reader, refund: Refund): Promise<Refund[]> {
  return readOfRequester(host, reader, refund.requesterUid, startOfDayMs(askedOn(refund)));
}

/** What the requester has asked for in the window, up to a bound. */
export function readOfRequesterInWindow(host: Host, reader: Reader, refund: Refund, pack: Pack): Promise<Refund[]> {
  return readOfRequester(host, reader, refund.requesterUid, refund.receivedAtMs - pack.refunds.cumulateDays * dayMs);
}

async function readOfRequester(host: Host, reader: Reader, requesterUid: string, sinceMs: number): Promise<Refund[]> {
  const found = await reader.query({
    collection: 'refunds',
    where: [
      ['requesterUid', '==', requesterUid],
      ['updatedAt', '>=', host.timestamp(sinceMs)],
    ],
    orderBy: ['updatedAt', 'desc'],
    limit: mostOfRequester,
  });
  return found.map(({ id, data }) => refundFromStored(id, data));
}
