import { entrySchema } from '@shouwen/domain/journal/entry';
import { fromStored } from '@shouwen/domain/kernel/stored';
import { closureRequestSchema } from '@shouwen/domain/closure/closure-request';
import { refundRequestSchema } from '@shouwen/domain/refund/refund-request';
import { closureCommandOf } from '@shouwen/domain/closure/command';
import { asRead, type Fields } from '../support/rules-values.ts';
import { recorder } from './city.ts';
import { newId } from './documents.ts';
import { closurePathOf, newClosure, newClosureEntry, newRefund, newRefundEntry, refundPathOf } from './money-documents.ts';
import { closureEntryPolicy, closurePolicy, refundEntryPolicy, refundPolicy } from './money-field-expectations.ts';
import type { NewDocument } from './new-documents.ts';

const { uid } = recorder;

/** Tried in a complaint's journal, and of a refund; the actor and the people are tried everywhere, so that nothing goes round the function. */
const ofEveryEntry = ['capturedAt', 'clockOffsetMs', 'receivedAt', 'outcome'];
const ofEveryRequest = ['pack', 'requesterName', 'requesterUnitId', 'receivedAt', 'audience'];

/** What clients create about money, with what each field of it may be. */
export const moneyDocuments: readonly NewDocument[] = [
  {
    name: 'a new refund',
    policy: refundPolicy,
    valid: () => newRefund(uid),
    creation: (fields) => [{ path: `refunds/${newId()}`, fields }],
    isReadable: (fields) => refundRequestSchema.safeParse(fromStored(asRead(fields, Date.now()))).success,
  },
  {
    name: 'a new entry of a refund',
    policy: refundEntryPolicy,
    valid: () => newRefundEntry(uid),
    creation: (fields) => [{ path: `${refundPathOf('own')}/journal/${newId()}`, fields }],
    isReadable: isEntry,
    shownElsewhere: ofEveryEntry,
  },
  {
    name: 'a new closure',
    policy: closurePolicy,
    valid: () => newClosure(uid),
    creation: (fields) => [{ path: `closures/${newId()}`, fields }],
    isReadable: (fields) => closureRequestSchema.safeParse(fromStored(asRead(fields, Date.now()))).success,
    shownElsewhere: ofEveryRequest,
  },
  {
    name: 'a new entry of a closure',
    policy: closureEntryPolicy,
    valid: () => newClosureEntry(uid),
    creation: (fields) => [{ path: `${closurePathOf('own')}/journal/${newId()}`, fields }],
    isReadable: (fields) => isEntry(fields) && closureCommandOf(fields as { type: string; payload: Fields }) !== null,
    shownElsewhere: ofEveryEntry,
  },
];

function isEntry(fields: Fields): boolean {
  return entrySchema.safeParse(fromStored(asRead(fields, Date.now()))).success;
}
