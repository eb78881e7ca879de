import { writtenAttachmentSchema } from '@shouwen/domain/attachment/written-attachment';
import { entrySchema } from '@shouwen/domain/journal/entry';
import { recordingSchema } from '@shouwen/domain/complaint/intake/recording';
import { complaintFromStored } from '@shouwen/domain/complaint/stored';
import { fromStored } from '@shouwen/domain/kernel/stored';
import type { Creation } from '../support/rules-questions.ts';
import { asRead, type Fields } from '../support/rules-values.ts';
import { assistDocuments } from './assist-documents.ts';
import { complaintIdOf, recorder } from './city.ts';
import { newAttachment, newComplaint, newContact, newEntry, newFormerComplaint, newId, recordingOf } from './documents.ts';
import { attachmentPolicy, complaintPolicy, contactPolicy, entryPolicy, formerComplaintPolicy } from './field-expectations.ts';
import { moneyDocuments } from './money-new-documents.ts';
import type { NewDocument } from './new-documents.ts';

const uid = recorder.uid;
const ownComplaint = `complaints/${complaintIdOf('own')}`;

/** Every kind of document that clients create. */
export const newDocuments: readonly NewDocument[] = [
  {
    name: 'a new complaint',
    policy: complaintPolicy,
    valid: () => newComplaint(newId(), uid),
    creation: (fields) => recordingOf(newId(), fields),
    isReadable: (fields) => recordingSchema.safeParse(complaintFromStored(newId(), asRead(fields, Date.now()))).success,
  },
  {
    name: 'a new complaint of a phone that was not updated',
    policy: formerComplaintPolicy,
    valid: () => newFormerComplaint(newId(), uid),
    creation: (fields) => recordingOf(newId(), fields),
    isReadable: (fields) => recordingSchema.safeParse(complaintFromStored(newId(), asRead(fields, Date.now()))).success,
    shownElsewhere: Object.keys(complaintPolicy),
  },
  { name: 'a new contact', policy: contactPolicy, valid: newContact, creation: (fields) => recordingWithContact(fields) },
  {
    name: 'a new journal entry',
    policy: entryPolicy,
    valid: () => newEntry(uid),
    creation: (fields) => [{ path: `${ownComplaint}/journal/${newId()}`, fields }],
    isReadable: (fields) => entrySchema.safeParse(fromStored(asRead(fields, Date.now()))).success,
  },
  {
    name: 'a new attachment',
    policy: attachmentPolicy,
    valid: () => newAttachment(uid),
    creation: (fields) => [{ path: `${ownComplaint}/attachments/${newId()}`, fields }],
    isReadable: (fields) => writtenAttachmentSchema.safeParse(fromStored(asRead(fields, Date.now()))).success,
  },
  ...moneyDocuments,
  ...assistDocuments,
];

function recordingWithContact(contact: Fields): Creation[] {
  const id = newId();
  return recordingOf(id, newComplaint(id, uid), contact);
}
