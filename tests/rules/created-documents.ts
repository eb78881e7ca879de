import { writtenAttachmentSchema } from '@shouwen/domain/attachment/written-attachment';
import { entrySchema } from '@shouwen/domain/journal/entry';
import { recordingSchema } from '@shouwen/domain/complaint/intake/recording';
import { complaintFromStored } from '@shouwen/domain/complaint/stored';
import { fromStored } from '@shouwen/domain/kernel/stored';
import type { Creation } from '../support/rules-questions.ts';
import { asRead, type Fields } from '../support/rules-values.ts';
import { complaintIdOf, recorder, storedComplaints } from './city.ts';
import { contactViewId, newAttachment, newComplaint, newContact, newContactView, newEntry, newId, recordingOf } from './documents.ts';
import { attachmentPolicy, complaintPolicy, contactPolicy, contactViewPolicy, entryPolicy } from './field-expectations.ts';
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
  {
    name: 'a contact view',
    policy: contactViewPolicy,
    valid: () => newContactView(uid),
    creation: (fields) => [{ path: `${freshComplaint()}/contactViews/${contactViewId(uid)}`, fields }],
  },
  ...moneyDocuments,
];

function recordingWithContact(contact: Fields): Creation[] {
  const id = newId();
  return recordingOf(id, newComplaint(id, uid), contact);
}

/** A day's view has one id, so every attempt gets a complaint of its own. */
const spareCount = 150;
let spareIndex = 0;
const freshComplaint = (): string => `complaints/spare-complaint-number-${(spareIndex += 1) % spareCount}`;
export const spares = Object.fromEntries(
  Array.from({ length: spareCount }, (_, index) => [[`complaints/spare-complaint-number-${index}`, storedComplaints[ownComplaint] ?? {}]]).flat(),
) as Record<string, Fields>;
