import type { ComplaintId, EpochMs } from '@shouwen/domain/kernel/brand';
import { dayMs } from '@shouwen/domain/calendar/day';
import type { ComplaintKeys } from '@shouwen/domain/complaint/command';
import type { Complaint } from '@shouwen/domain/complaint/complaint';
import { repeatsOf } from '@shouwen/domain/complaint/intake/attention';
import { complaintFromStored } from '@shouwen/domain/complaint/stored';
import { readableOrNull } from '@shouwen/domain/kernel/state-document';
import type { Pack } from '@shouwen/domain/policy/pack';
import type { Host } from '../host.ts';
import type { Reader } from '../store.ts';
import { keysIn, readComplaintsOf } from '../customer/complaint-key.ts';

interface Recorded extends Pick<Complaint, 'id' | 'category'> {
  keys: ComplaintKeys;
  /** When it was recorded, as far as that can be believed. */
  startedAtMs: EpochMs;
}

/** ATT-2, on the server: the phone can only know what it has seen. Of one customer, or about one number, by whichever of the two keys. */
export async function findRepeats(host: Host, reader: Reader, recorded: Recorded, pack: Pack): Promise<Complaint[]> {
  return repeatsAmong(recorded, await readOfCustomer(host, reader, recorded, pack), pack);
}

/**
 * A correction, seen from both sides: what the corrected one repeats then, and which later ones repeat it or do no more.
 *
 * @param before by what it was known until then, where that is corrected.
 */
export async function findRepeatsAnew(host: Host, reader: Reader, corrected: Recorded, pack: Pack, before: ComplaintKeys = corrected.keys) {
  const [ofCustomer, wereOfCustomer] = await Promise.all([
    readOfCustomer(host, reader, corrected, pack),
    before === corrected.keys ? [] : readOfCustomer(host, reader, { ...corrected, keys: before }, pack),
  ]);
  const left = wereOfCustomer.filter(({ id, repeatOf }) => repeatOf.includes(corrected.id) && !ofCustomer.some((other) => other.id === id));
  const later = ofCustomer.flatMap((complaint) => {
    const repeatOf = repeatOfAfter(complaint, corrected, pack);
    return repeatOf === null ? [] : [{ complaint, repeatOf }];
  });
  const noMore = left.map((complaint) => ({ complaint, repeatOf: complaint.repeatOf.filter((id) => id !== corrected.id) }));
  return { repeats: repeatsAmong(corrected, ofCustomer, pack), later: [...later, ...noMore] };
}

function repeatsAmong({ id, category, startedAtMs }: Recorded, ofCustomer: readonly Complaint[], pack: Pack): Complaint[] {
  return repeatsOf({ id, category, capturedAtMs: startedAtMs }, ofCustomer.map(asBelieved), pack);
}

/** What another one repeats once this is corrected; null where that makes no difference to it. */
function repeatOfAfter(other: Complaint, { id, category, startedAtMs }: Recorded, pack: Pack): ComplaintId[] | null {
  const corrected = { id, category, capturedAtMs: startedAtMs, state: 'accepted' as const };
  const repeatsIt = other.id !== id && repeatsOf(asBelieved(other), [corrected], pack).length > 0;
  if (repeatsIt === other.repeatOf.includes(id)) return null;
  return repeatsIt ? [...other.repeatOf, id] : other.repeatOf.filter((earlier) => earlier !== id);
}

/** An earlier one that cannot be read must not keep a new one from being taken in. */
async function readOfCustomer(host: Host, reader: Reader, { keys, startedAtMs }: Recorded, pack: Pack): Promise<Complaint[]> {
  const sinceMs = startedAtMs - pack.windows.repeatDays * dayMs;
  const found = await readComplaintsOf(host, reader, { pack: pack.id, keys: keysIn(keys), sinceMs });
  return found.flatMap((document) => readableOrNull(complaintFromStored, document.id, document.data) ?? []);
}

/** ATT-2 looks back from when a complaint was recorded as far as that can be believed (TIME): a phone that is years wrong hides no repeat. */
function asBelieved(complaint: Complaint): Complaint {
  return { ...complaint, capturedAtMs: complaint.clocks?.startAtMs ?? complaint.capturedAtMs };
}
