import { assistRequestSchema } from '@shouwen/domain/assist/assist-request';
import { assistCommandSchema } from '@shouwen/domain/assist/command';
import { writtenAttachmentSchema } from '@shouwen/domain/attachment/written-attachment';
import { closureCommandSchema } from '@shouwen/domain/closure/command';
import { closureRequestSchema } from '@shouwen/domain/closure/closure-request';
import { staffCommandSchema } from '@shouwen/domain/complaint/command';
import { recordedDocumentSchema, writtenContactSchema } from '@shouwen/domain/complaint/intake/recorded-document';
import { writtenEntrySchema } from '@shouwen/domain/journal/written-entry';
import { refundCommandSchema } from '@shouwen/domain/refund/command';
import { refundRequestSchema } from '@shouwen/domain/refund/refund-request';
import { z } from 'zod';

/** A kind of document that clients create: the rules get `isNew<name>(data)`. */
export interface WrittenDocument {
  name: string;
  schema: z.ZodType;
  /** Fields of the schema whose value follows from who asks and when: the rules about access compare them, by hand. */
  fixed: readonly string[];
  /** What phones that have not been updated send in the place of a field: one of the two is there. */
  formerly?: Former;
}

export type Former = Readonly<Record<string, { name: string; schema: z.ZodType }>>;

/** A journal whose entries clients create: the rules get `is<name>Command(type, payload)`. */
export interface WrittenJournal {
  name: string;
  commands: z.ZodDiscriminatedUnion;
}

export interface WrittenShapes {
  documents: readonly WrittenDocument[];
  journals: readonly WrittenJournal[];
}

/** `isRequestedByMe` of the rules compares them. */
const requested = ['pack', 'requesterUid', 'requesterName', 'requesterUnitId', 'receivedAtMs', 'people', 'audience'];

/** Everything that clients write: an aggregate that is added has a line in each list. */
export const writtenShapes: WrittenShapes = {
  documents: [
    {
      name: 'Complaint',
      schema: recordedDocumentSchema,
      fixed: ['pack', 'ownerUid', 'ownerName', 'receivingUnitId', 'receivedAtMs', 'people', 'audience'],
      // They know neither the unit of capture nor that nobody keeps their key (RET-2); the intake does without both.
      formerly: { recordedInUnitId: { name: 'contactKey', schema: z.string().max(64).nullable() } },
    },
    { name: 'Contact', schema: writtenContactSchema, fixed: [] },
    { name: 'Attachment', schema: writtenAttachmentSchema, fixed: ['byUid', 'receivedAtMs'] },
    { name: 'Entry', schema: writtenEntrySchema, fixed: ['type', 'actor', 'receivedAtMs'] },
    { name: 'Refund', schema: refundRequestSchema, fixed: [...requested, 'complaintId'] },
    { name: 'Closure', schema: closureRequestSchema, fixed: requested },
    { name: 'Assist', schema: assistRequestSchema, fixed: [...requested, 'complaintId'] },
  ],
  journals: [
    { name: 'Complaint', commands: staffCommandSchema },
    { name: 'Refund', commands: refundCommandSchema },
    { name: 'Closure', commands: closureCommandSchema },
    { name: 'Assist', commands: assistCommandSchema },
  ],
};
