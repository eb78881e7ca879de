import type { Books } from '@shouwen/domain/books/books';
import type { BooksRecord, PaymentOrder, SeenBooks } from '@shouwen/domain/books/reconcile-record';
import type { PackId } from '@shouwen/domain/kernel/brand';
import { z } from 'zod';
import type { Reader } from '../store.ts';

const total = z.object({ count: z.int(), fen: z.int() });
const checkSchema = z.object({ seen: z.object({ untilMs: z.number(), openings: total, refunds: total }) });
const orderSchema = z.object({
  outcome: z.literal('applied'),
  payload: z.object({ amountFen: z.int() }),
  actor: z.object({ uid: z.string().nullable() }),
});

/** Nobody orders one payment more often, however often billing rejects it. */
const mostOrders = 100;

/** What the books are compared with beside themselves: the last check that balanced, and the entries by which money paid since then was ordered. */
export async function readRecord(reader: Reader, pack: PackId, { refunds }: Books): Promise<BooksRecord> {
  const seen = await readSeen(reader, pack);
  const since = [...refunds.values()].filter(({ postedAtMs }) => postedAtMs !== null && postedAtMs > (seen?.untilMs ?? 0));
  const orders = new Map<string, readonly PaymentOrder[]>();
  for (const { id } of since) orders.set(id, await readOrders(reader, id));
  return { seen, orders };
}

/** Checks from before one kept what it had seen say nothing. */
async function readSeen(reader: Reader, pack: PackId): Promise<SeenBooks | null> {
  const [last] = await reader.query({
    collection: 'reconciliations',
    where: [
      ['pack', '==', pack],
      ['state', '==', 'balanced'],
    ],
    orderBy: ['day', 'desc'],
    limit: 1,
  });
  return checkSchema.safeParse(last?.data).data?.seen ?? null;
}

async function readOrders(reader: Reader, refundId: string): Promise<PaymentOrder[]> {
  const entries = await reader.query({ collection: `refunds/${refundId}/journal`, where: [['type', '==', 'execute']], limit: mostOrders });
  return entries.flatMap(({ data }) => {
    const order = orderSchema.safeParse(data).data;
    return order ? [{ amountFen: order.payload.amountFen, byUid: order.actor.uid }] : [];
  });
}
