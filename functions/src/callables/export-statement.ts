import { onCall } from 'firebase-functions/https';
import { accountNoPattern } from '@shouwen/domain/ledger/account';
import { csvOf } from '@shouwen/domain/books/csv';
import { statementSheet } from '@shouwen/domain/books/statement-sheet';
import { type Posting, postingFromStored } from '@shouwen/domain/ledger/posting';
import { statementOf, type StatementSubject } from '@shouwen/domain/books/statement';
import type { Role } from '@shouwen/domain/organisation/staff';
import { writtenDeviceId } from '@shouwen/domain/kernel/written-id';
import { z } from 'zod';
import { readPeopleOf } from '../ledger/people-of-statement.ts';
import { readPages } from '../ledger/read-pages.ts';
import { productionHost } from '../production-host.ts';
import type { Reader } from '../store.ts';
import { callableOptions, callError, readCaller } from './answer-call.ts';

const mostRows = 1000;
const roles: readonly Role[] = ['auditor', 'refundClerk', 'centreDirector', 'companyLeader'];

/** Phones that were not updated name no language. */
const asked = { reason: z.string().trim().min(1).max(500), language: z.enum(['zh', 'en']).default('zh') };
const inputSchema = z.union([
  z.strictObject({ accountNo: z.string().regex(accountNoPattern), ...asked }),
  z.strictObject({ complaintId: writtenDeviceId, ...asked }),
]);

/** A statement as a file: the newest rows up to a bound, masked as the ledger is, and who took it out, and why, is on record (RET-2). */
export const exportStatement = onCall(callableOptions, async (request) => {
  const input = inputSchema.safeParse(request.data);
  if (!input.success) throw callError('invalid');
  const { reason: why, language, ...view } = input.data;
  const { store, nowMs, timestamp } = productionHost();
  const caller = await readCaller(store, request.auth);
  if (!roles.includes(caller.role)) throw callError('notAllowed');
  const { lines, people } = await store.snapshot(async (reader) => {
    const newest = statementOf(await readPostings(reader, caller.pack, view), view).slice(-mostRows);
    return { lines: newest, people: await readPeopleOf(reader, newest) };
  });
  await store.transaction(async (transaction) =>
    transaction.create(`exports/${caller.uid}-${nowMs()}`, {
      pack: caller.pack,
      byUid: caller.uid,
      at: timestamp(nowMs()),
      reason: why,
      rows: lines.length,
      ...view,
    }),
  );
  return { csv: csvOf(statementSheet(lines, people, language)) };
});

/** All of them, however many rows are shown: balances run from nothing. */
async function readPostings(reader: Reader, pack: string, view: StatementSubject): Promise<Posting[]> {
  const postings: Posting[] = [];
  const concerns = 'accountNo' in view ? (['accountNos', 'array-contains', view.accountNo] as const) : (['complaintId', '==', view.complaintId] as const);
  await readPages(reader, { collection: 'ledger', where: [['pack', '==', pack], concerns] }, ({ id, data }) => postings.push(postingFromStored(id, data)));
  return postings;
}
