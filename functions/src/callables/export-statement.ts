import type { Fen } from '@shouwen/domain/kernel/brand';
import { onCall } from 'firebase-functions/https';
import { wallClockOf } from '@shouwen/domain/calendar/day';
import { accountNoPattern } from '@shouwen/domain/ledger/account';
import { type CsvCell, csvOf } from '@shouwen/domain/books/csv';
import { type Posting, postingFromStored } from '@shouwen/domain/ledger/posting';
import { statementOf, type StatementSubject } from '@shouwen/domain/books/statement';
import type { Role } from '@shouwen/domain/organisation/staff';
import { writtenDeviceId } from '@shouwen/domain/kernel/written-id';
import { z } from 'zod';
import { readPages } from '../ledger/read-pages.ts';
import { productionHost } from '../production-host.ts';
import type { Reader } from '../store.ts';
import { callableOptions, callError, readCaller } from './answer-call.ts';

const mostRows = 1000;
const roles: readonly Role[] = ['auditor', 'refundClerk', 'centreDirector', 'companyLeader'];

const reason = z.string().trim().min(1).max(500);
const inputSchema = z.union([
  z.strictObject({ accountNo: z.string().regex(accountNoPattern), reason }),
  z.strictObject({ complaintId: writtenDeviceId, reason }),
]);

const headings = [
  '记账编号 posting',
  '时间 time',
  '科目 account',
  '对方科目 other account',
  '借方(元) debit',
  '贷方(元) credit',
  '余额(元) balance',
  '原因 cause',
  '冲正 reverses',
  '卡号 card',
];

/** A statement as a file: the newest rows up to a bound, masked as the ledger is, and who took it out, and why, is on record (RET-2). */
export const exportStatement = onCall(callableOptions, async (request) => {
  const input = inputSchema.safeParse(request.data);
  if (!input.success) throw callError('invalid');
  const { reason: why, ...view } = input.data;
  const { store, nowMs, timestamp } = productionHost();
  const caller = await readCaller(store, request.auth);
  if (!roles.includes(caller.role)) throw callError('notAllowed');
  const postings = await store.snapshot((reader) => readPostings(reader, caller.pack, view));
  const rows = rowsOf(postings, view);
  await store.transaction(async (transaction) =>
    transaction.create(`exports/${caller.uid}-${nowMs()}`, {
      pack: caller.pack,
      byUid: caller.uid,
      at: timestamp(nowMs()),
      reason: why,
      rows: rows.length,
      ...view,
    }),
  );
  return { csv: csvOf([headings, ...rows]) };
});

/** All of them, however many rows are shown: balances run from nothing. */
async function readPostings(reader: Reader, pack: string, view: StatementSubject): Promise<Posting[]> {
  const postings: Posting[] = [];
  const concerns = 'accountNo' in view ? (['accountNos', 'array-contains', view.accountNo] as const) : (['complaintId', '==', view.complaintId] as const);
  await readPages(reader, { collection: 'ledger', where: [['pack', '==', pack], concerns] }, ({ id, data }) => postings.push(postingFromStored(id, data)));
  return postings;
}

function rowsOf(postings: readonly Posting[], view: StatementSubject): CsvCell[][] {
  return statementOf(postings, view)
    .slice(-mostRows)
    .map((line) => [
      line.postingId,
      wallClockOf(line.atMs),
      line.account,
      line.otherAccount,
      yuan(line.debitFen),
      yuan(line.creditFen),
      line.balanceFen === null ? null : yuan(line.balanceFen),
      `${line.causeKind} ${line.causeId}`,
      line.reversesId,
      line.cardSerial,
    ]);
}

/** Two decimals are exact here: fen are integers far below what a double holds. */
function yuan(fen: Fen): number {
  return Number((fen / 100).toFixed(2));
}
