import { complaintFromRecording } from '@shouwen/domain/complaint/complaint';
import { unsentComplaint } from '../platform/outbox/complaint-content.ts';
import type { NewContent } from '../platform/outbox/contents.ts';
import { openRow, ownRows } from '../platform/outbox/outbox-queue.ts';
import { rowOf } from '../platform/rows/row.ts';
import { putRows } from '../platform/rows/row-store.ts';

/** Puts complaints that only this phone has into the lists, after the app was started anew: all of them that is typed text lies sealed in the outbox. */
export async function showUnsent(ownerUid: string): Promise<void> {
  const waiting = (await ownRows(ownerUid)).filter(({ kind, collection }) => kind === 'aggregate' && collection === 'complaints');
  for (const row of waiting) {
    const complaint = unsentComplaint({ ...row, content: (await openRow<NewContent>(row)).content });
    if (complaint) await putRows([rowOf(complaintFromRecording(complaint.recording, complaint.audience), { local: true })]);
  }
}
