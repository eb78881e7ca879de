import type { Recording } from '@shouwen/domain/complaint/complaint';
import type { Contact } from '@shouwen/domain/complaint/intake/recording';
import type { NewContent } from './contents.ts';

/** A complaint that only this phone has. */
export interface UnsentComplaint {
  recording: Recording;
  contact: Contact;
  audience: string[];
}

/** As the first version put it into the queue, where it may still lie. */
interface FirstContent extends Omit<UnsentComplaint, 'recording'> {
  recording: Omit<Recording, 'recordedInUnitId'> & { contactKey?: string | null };
}

/** As the versions after it did, which sent what it said of its author when it was saved. */
type UnstampedContent = Omit<NewContent, 'stamps'>;

export type FormerComplaintContent = FirstContent | UnstampedContent;

/** A recording as a new aggregate: what concerns the customer's person lies beside it, where only those see it who have asked to (RET-2). */
export function newComplaint({ recording, contact, audience }: UnsentComplaint): NewContent {
  return {
    document: { ...recording, state: 'recorded', open: true, people: [recording.ownerUid], audience },
    beside: { 'private/contact': { ...contact } },
    identifiedBy: ['statusId', 'ownerUid', 'capturedAt', 'what'],
    stamps: { ownerName: 'name', receivingUnitId: 'unitId', audience: 'audience' },
  };
}

/** What contacts of the former version did not say. */
const unsaidBefore = { concerned: '', ownedUntilMs: null };

/** The other way round; null where it is something else or cannot be opened. */
export function unsentComplaint({ kind, collection, content }: { kind: string; collection: string; content: object | null }): UnsentComplaint | null {
  if (kind !== 'aggregate' || collection !== 'complaints' || content === null) return null;
  const { document, beside } = content as NewContent;
  const { state: _state, open: _open, people: _people, audience, ...recording } = document;
  return {
    recording: recording as unknown as Recording,
    contact: { ...unsaidBefore, ...(beside['private/contact'] as unknown as Contact) },
    audience: audience as string[],
  };
}

/** Content that an earlier version sealed, as the present one has it; all other content as it is. */
export function renewedContent<Content>(content: Content | FormerComplaintContent): Content | NewContent {
  if (typeof content !== 'object' || content === null) return content;
  if ('recording' in content) return placedComplaint(content);
  return 'document' in content && !('stamps' in content) ? placedComplaint(firstContentOf(content)) : (content as Content);
}

/** Nobody could send from another unit than the one where they had recorded it. The key that phones made then is no longer taken beside that (RET-2). */
function placedComplaint({ recording: { contactKey: _key, ...recording }, ...content }: FirstContent): NewContent {
  return newComplaint({ ...content, recording: { ...recording, recordedInUnitId: recording.receivingUnitId } });
}

function firstContentOf({ document, beside }: UnstampedContent): FirstContent {
  const { state: _state, open: _open, people: _people, audience, ...recording } = document;
  return { recording, contact: beside['private/contact'], audience } as unknown as FirstContent;
}
