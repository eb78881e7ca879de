import { settledPresence } from '@shouwen/domain/organisation/presence';
import type { Staff } from '@shouwen/domain/organisation/staff';
import { complaintFromStored } from '@shouwen/domain/complaint/stored';
import { readableOrNull } from '@shouwen/domain/kernel/state-document';
import type { Host } from '../host.ts';
import type { Reader } from '../store.ts';
import { releaseOfComplaint } from './release-of-complaint.ts';

/** More than anybody works on at once. */
const mostLookedAt = 500;

/** What would become of what somebody holds (ADM-3). */
export interface PreviewedRelease {
  kept: number;
  released: number;
  /** Hand-overs offered to them that would go back. */
  declined: number;
}

/** Looks at everything that a person holds as if their document said this already; of leave that lies ahead, as if it began now. Changes nothing. */
export async function previewRelease(host: Host, assumed: Staff): Promise<PreviewedRelease> {
  const atMs = Math.max(host.nowMs(), assumed.away?.fromMs ?? 0);
  const [pack, calendar] = await Promise.all([host.reference.packInForce(assumed.pack, host.store), host.reference.calendar()]);
  const then = { ...assumed, ...settledPresence(assumed, { atMs, pack, calendar }) };
  const preparing = { host: { ...host, nowMs: () => atMs }, reader: assuming(host.store, then) };
  const found = await host.store.query({
    collection: 'complaints',
    where: [
      [releaseOfComplaint.holderField, 'array-contains', assumed.uid],
      ['open', '==', true],
    ],
    limit: mostLookedAt,
  });
  const previewed = { kept: 0, released: 0, declined: 0 };
  for (const { id, data } of found) {
    const complaint = readableOrNull(complaintFromStored, id, data);
    const type = complaint && (await releaseOfComplaint.stepFor(preparing, complaint, assumed.uid))?.command.type;
    if (type === 'releaseHandler') previewed.released += 1;
    else if (type === 'dropHandOver') previewed.declined += 1;
    else if (complaint?.handlerUid === assumed.uid && complaint.state !== 'answered') previewed.kept += 1;
  }
  return previewed;
}

function assuming(reader: Reader, person: Staff): Reader {
  const path = `staff/${person.uid}`;
  return {
    get: async (asked) => (asked === path ? { id: person.uid, path, data: { ...person }, version: null } : reader.get(asked)),
    query: (query) => reader.query(query),
    totals: (query, fields) => reader.totals(query, fields),
  };
}
