import type { Books } from '@shouwen/domain/books/books';
import type { BooksRecord, PaymentOrder, SeenBooks } from '@shouwen/domain/books/reconcile-record';
import type { EpochMs, PackId } from '@shouwen/domain/kernel/brand';
import { z } from 'zod';
import type { Host } from '../host.ts';
import type { Reader } from '../store.ts';

const total = z.object({ count: z.int(), fen: z.int() });
const checkSchema = z.object({ seen: z.object({ untilMs: z.number(), openings: total, refunds: total }), areDebtsTakenOff: z.literal(true) });
const orderSchema = z.object({
  outcome: z.literal('applied'),
  payload: z.object({ amountFen: z.int() }),
  actor: z.object({ uid: z.string().nullable() }),
});

/** Nobody orders one payment more often, however often billing rejects it. */
const mostOrders = 100;

/** What the last check that balanced had seen. Checks from before one kept it, or took debts for openings, say nothing. */
export async function readSeen(reader: Reader, pack: PackId): Promise<SeenBooks | null> {
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

/** The entries by which money paid since the last check was ordered. */
export async function readOrdersOf(
  reader: Reader,
  { refunds }: Books,
  seen: SeenBooks | null,
  looked: ReadonlySet<string> | null,
): Promise<BooksRecord['orders']> {
  const since = [...refunds.values()].filter(({ id, postedAtMs }) => postedAtMs !== null && postedAtMs > (seen?.untilMs ?? 0) && (looked?.has(id) ?? true));
  const orders = new Map<string, readonly PaymentOrder[]>();
  for (const { id } of since) orders.set(id, await readOrders(reader, id));
  return orders;
}

async function readOrders(reader: Reader, refundId: string): Promise<PaymentOrder[]> {
  const entries = await reader.query({ collection: `refunds/${refundId}/journal`, where: [['type', '==', 'execute']], limit: mostOrders });
  return entries.flatMap(({ data }) => {
    const order = orderSchema.safeParse(data).data;
    return order ? [{ amountFen: order.payload.amountFen, byUid: order.actor.uid }] : [];
  });
}

/** What openings and paid refunds come to up to a moment, as the database adds them up. */
export async function readTotalsUntil(host: Host, reader: Reader, pack: PackId, untilMs: EpochMs): Promise<Pick<SeenBooks, 'openings' | 'refunds'>> {
  const untilThen = [
    ['pack', '==', pack],
    ['postedAt', '<=', host.timestamp(untilMs)],
  ] as const;
  const [openings, refunds] = await Promise.all([
    reader.totals({ collection: 'ledger', where: [...untilThen, ['cause.kind', '==', 'opening']] }, ['movedFen']),
    reader.totals({ collection: 'refunds', where: untilThen }, ['amountFen']),
  ]);
  return { openings: { count: openings.count, fen: openings.sums[0] ?? 0 }, refunds: { count: refunds.count, fen: refunds.sums[0] ?? 0 } };
}
