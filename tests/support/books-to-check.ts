import type { TestCity } from './city.ts';
import { settleClosure } from './delivering.ts';
import { actOnRefund } from './money-entries.ts';
import { payers } from './money-people.ts';
import { askForRefund, closeAccount, complaintWithCause, newAccount } from './money-requests.ts';

/** A refund that was paid to an account, one that was approved and not yet paid, and a closure that is over. */
export interface BooksToCheck {
  paidId: string;
  approvedId: string;
  paidNo: string;
  closedNo: string;
  targetNo: string;
}

/** Fills the books of a city with one of each, the closure settled at that moment, at which the city then is. */
export async function fillBooks(city: TestCity, settledAtMs: number): Promise<BooksToCheck> {
  const { id, contact } = await complaintWithCause(city);
  const paidNo = await newAccount(city, { customerPhone: contact.phone });
  const paidId = await askForRefund(city, id, { form: 'balanceCredit', accountNo: paidNo, amountFen: 5000 });
  await actOnRefund(city, paidId, payers.clerk, { type: 'execute' });
  const approvedId = await askForRefund(city, (await complaintWithCause(city)).id, { amountFen: 700 });
  const closedNo = await newAccount(city, { kind: 'goTone', openingFen: { cash: 4500, rechargeCard: 1000, promotional: 300 } });
  const targetNo = await newAccount(city);
  const closureId = await closeAccount(city, { accountNo: closedNo, targetAccountNo: targetNo });
  city.host.clockMs = settledAtMs;
  await settleClosure(city.host, closureId);
  return { paidId, approvedId, paidNo, closedNo, targetNo };
}
