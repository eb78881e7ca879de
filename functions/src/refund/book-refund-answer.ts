import type { Account } from '@shouwen/domain/ledger/account';
import { refundFromStored } from '@shouwen/domain/refund/refund';
import type { BookAnswer } from '../billing/send-order.ts';
import { decideOn, system } from '../journal/decide-on.ts';
import { readAccount } from '../ledger/posting-writes.ts';
import { decidingRefund } from './deciding-refund.ts';

/** What the billing system says of a refund: paid as ordered, or not at all. */
export const bookRefundAnswer: BookAnswer = async (preparing, { subjectId, postings }, answer) => {
  const stored = await preparing.reader.get(`refunds/${subjectId}`);
  if (!stored) throw new Error(`order ${subjectId}: its refund is missing`);
  const asked = { state: refundFromStored(subjectId, stored.data), actor: system };
  if (answer.outcome === 'rejected') {
    return (await decideOn(preparing, decidingRefund, { ...asked, command: { type: 'rejectPosting', reason: answer.reason } })).writes;
  }
  const accountNos = [...new Set(postings.flatMap((posting) => posting.accountNos))];
  const read = await Promise.all(accountNos.map((accountNo) => readAccount(preparing.reader, accountNo)));
  const known = { confirmed: { postings, accounts: read.filter((account): account is Account => account !== null) } };
  return (await decideOn(preparing, decidingRefund, { ...asked, command: { type: 'confirmPosting' }, known })).writes;
};
