import { entrySchema } from '@shouwen/domain/journal/entry';
import { fromStored } from '@shouwen/domain/kernel/stored';
import { closureCommandOf } from '@shouwen/domain/closure/command';
import { asRead, type Fields } from '../support/rules-values.ts';
import { recorder } from './city.ts';
import { newId } from './documents.ts';
import { closurePathOf, newClosure, newClosureEntry, newRefund, newRefundEntry, refundPathOf } from './money-documents.ts';
import { closureEntryPolicy, closurePolicy, refundEntryPolicy, refundPolicy } from './money-field-expectations.ts';
import type { NewDocument } from './new-documents.ts';

const { uid } = recorder;

/** What clients create about money, with what each field of it may be. */
export const moneyDocuments: readonly NewDocument[] = [
  { name: 'a new refund', policy: refundPolicy, valid: () => newRefund(uid), creation: (fields) => [{ path: `refunds/${newId()}`, fields }] },
  {
    name: 'a new entry of a refund',
    policy: refundEntryPolicy,
    valid: () => newRefundEntry(uid),
    creation: (fields) => [{ path: `${refundPathOf('own')}/journal/${newId()}`, fields }],
    isReadable: isEntry,
  },
  { name: 'a new closure', policy: closurePolicy, valid: () => newClosure(uid), creation: (fields) => [{ path: `closures/${newId()}`, fields }] },
  {
    name: 'a new entry of a closure',
    policy: closureEntryPolicy,
    valid: () => newClosureEntry(uid),
    creation: (fields) => [{ path: `${closurePathOf('own')}/journal/${newId()}`, fields }],
    isReadable: (fields) => isEntry(fields) && closureCommandOf(fields as { type: string; payload: Fields }) !== null,
  },
];

function isEntry(fields: Fields): boolean {
  return entrySchema.safeParse(fromStored(asRead(fields, Date.now()))).success;
}
