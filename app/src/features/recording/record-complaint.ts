import { complaintFromRecording, type Recording } from '@shouwen/domain/complaint/complaint';
import { buildRecording } from '@shouwen/domain/complaint/intake/recording';
import type { Staff } from '@shouwen/domain/organisation/staff';
import { askedBy, type Particulars } from '@shouwen/domain/complaint/particulars';
import type { Pack } from '@shouwen/domain/policy/pack';
import { dutyKindOf } from '@shouwen/domain/policy/service-duties';
import { isNothing, particularsOf } from '../../parts/particulars/typed-particulars.ts';
import { clockOffsetMs, phoneNowMs } from '../../platform/device/clock.ts';
import type { ShrunkPhoto } from '../../platform/device/shrunk-photo.ts';
import { newComplaint } from '../../platform/outbox/complaint-content.ts';
import { enqueueEntry, enqueueNew, enqueuePhotos } from '../../platform/outbox/outbox.ts';
import { rowOf } from '../../platform/rows/row.ts';
import { putRows } from '../../platform/rows/row-store.ts';
import type { RecordingDraft } from '../../records/recording-drafts.ts';
import { rememberChannel } from './recording-form.ts';

/**
 * Makes a complaint of a complete draft: on the phone at once, to the server when it can be reached.
 *
 * @throws StorageFailure when the phone cannot keep it: then nothing was recorded, and the form still has everything.
 */
export async function recordComplaint(draft: RecordingDraft, photos: readonly ShrunkPhoto[], staff: Staff, pack: Pack): Promise<Recording> {
  const { recording, contact } = buildRecording(draft.form, {
    id: draft.id,
    token: draft.token,
    recorder: staff,
    pack,
    capturedAtMs: phoneNowMs(),
    clockOffsetMs: clockOffsetMs(),
    photoCount: photos.length,
    earlierIds: draft.earlierIds,
  });
  await enqueueNew('complaints', recording.id, newComplaint({ recording, contact, audience: staff.audience }), photos);
  const told = particularsToldIn(draft, pack);
  if (told) await enqueueEntry('complaints', recording.id, { type: 'noteParticulars', ...told });
  rememberChannel(recording.channel);
  await putRows([rowOf(complaintFromRecording(recording, staff.audience), { local: true })]);
  return recording;
}

/**
 * Telecom Regulations 32–34: what goes behind the recording as its owner's first word; nothing where the category asks for none or nobody could tell. What was typed for
 * another category before is not said of this one.
 */
function particularsToldIn({ form }: RecordingDraft, pack: Pack): Particulars | null {
  const kind = dutyKindOf(form.category, pack);
  const read = particularsOf(form.particulars ?? {});
  if (kind === null || !read.ok) return null;
  const asked = { place: null, paidAtMs: null, billsFen: null, [askedBy[kind]]: read.particulars[askedBy[kind]] };
  return isNothing(asked) ? null : asked;
}

/** The same matter again: what was told and shown now goes to the complaint that there is already (ATT-2). */
export async function addToEarlier(complaintId: string, draft: RecordingDraft, photos: readonly ShrunkPhoto[]): Promise<void> {
  const text = draft.form.what.trim();
  if (text !== '') await enqueueEntry('complaints', complaintId, { type: 'note', text });
  if (photos.length > 0) await enqueuePhotos('complaints', complaintId, photos);
}
