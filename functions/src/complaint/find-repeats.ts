import type { EpochMs } from '@shouwen/domain/kernel/brand';
import { dayMs } from '@shouwen/domain/calendar/day';
import type { Complaint } from '@shouwen/domain/complaint/complaint';
import { repeatsOf } from '@shouwen/domain/complaint/intake/attention';
import { complaintFromStored } from '@shouwen/domain/complaint/stored';
import { readableOrNull } from '@shouwen/domain/kernel/state-document';
import type { Pack } from '@shouwen/domain/policy/pack';
import type { Host } from '../host.ts';
import type { Reader } from '../store.ts';
import { readComplaintsOf } from '../customer/complaint-key.ts';

interface Recorded extends Pick<Complaint, 'id' | 'category'> {
  contactKey: string;
  /** When it was recorded, as far as that can be believed. */
  startedAtMs: EpochMs;
}

/** ATT-2, on the server: the phone can only know what it has seen. An earlier one that cannot be read must not keep a new one from being taken in. */
export async function findRepeats(host: Host, reader: Reader, { id, category, contactKey, startedAtMs }: Recorded, pack: Pack): Promise<Complaint[]> {
  const sinceMs = startedAtMs - pack.windows.repeatDays * dayMs;
  const found = await readComplaintsOf(host, reader, { pack: pack.id, contactKey, sinceMs });
  const earlier = found.flatMap((document) => readableOrNull(complaintFromStored, document.id, document.data) ?? []);
  return repeatsOf({ id, category, capturedAtMs: startedAtMs }, earlier.map(asBelieved), pack);
}

/** ATT-2 looks back from when a complaint was recorded as far as that can be believed (TIME): a phone that is years wrong hides no repeat. */
function asBelieved(complaint: Complaint): Complaint {
  return { ...complaint, capturedAtMs: complaint.clocks?.startAtMs ?? complaint.capturedAtMs };
}
