import type { Recording } from '@shouwen/domain/complaint/complaint';
import type { Contact } from '@shouwen/domain/complaint/intake/recording';
import type { NewContent } from './contents.ts';

/** A complaint that only this phone has. */
export interface UnsentComplaint {
  recording: Recording;
  contact: Contact;
  audience: string[];
}

/** As an earlier version put it into the queue, where it may still lie. */
export type FormerComplaintContent = UnsentComplaint;

/** A recording as a new aggregate, without the key that earlier versions wrote (RET-2): what concerns the customer's person lies beside it, where only those see it who have asked to (RET-2). */
export function newComplaint({ recording, contact, audience }: UnsentComplaint): NewContent {
  return {
    document: { ...recording, contactKey: null, state: 'recorded', open: true, people: [recording.ownerUid], audience },
    beside: { 'private/contact': { ...contact } },
    identifiedBy: ['statusId', 'ownerUid', 'capturedAt', 'what'],
  };
}

/** The other way round; null where it is something else or cannot be opened. */
export function unsentComplaint({ kind, collection, content }: { kind: string; collection: string; content: object | null }): UnsentComplaint | null {
  if (kind !== 'aggregate' || collection !== 'complaints' || content === null) return null;
  const { document, beside } = content as NewContent;
  const { state: _state, open: _open, people: _people, contactKey: _key, audience, ...recording } = document;
  return { recording: recording as unknown as Recording, contact: beside['private/contact'] as unknown as Contact, audience: audience as string[] };
}

/** Content that an earlier version sealed, as the present one has it; all other content as it is. */
export function renewedContent<Content>(content: Content | FormerComplaintContent): Content | NewContent {
  return typeof content === 'object' && content !== null && 'recording' in content ? newComplaint(content) : content;
}
