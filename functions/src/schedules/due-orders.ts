import { aggregates } from '../aggregates.ts';
import { sendOrder } from '../billing/send-order.ts';
import type { Host } from '../host.ts';
import { type DueWork, oneByOne } from '../journal/due-work.ts';

/** Orders that the billing system has not answered: each is given again under its key, and whoever gave it books the answer. */
export const dueOrders: DueWork = oneByOne('billingOrders', askAgain);

async function askAgain(host: Host, id: string): Promise<boolean> {
  const stored = await host.store.get(`billingOrders/${id}`);
  const bookAnswer = aggregates.find(({ manifest }) => manifest.name === stored?.data['kind'])?.bookAnswer;
  if (!bookAnswer) throw new Error(`order ${id}: nobody has given it`);
  await sendOrder(host, id, bookAnswer);
  return true;
}
