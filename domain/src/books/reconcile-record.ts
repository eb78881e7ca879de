import { hourMs } from '../calendar/day.ts';
import type { Posting } from '../ledger/posting.ts';
import { amountOf, type Books, type Difference, unless } from './books.ts';

/** How many there were, and what they came to. */
interface Total {
  count: number;
  fen: number;
}

/** What a check has seen up to a moment: neither may be different when it is looked at again, for both are only ever added to. */
export interface SeenBooks {
  untilMs: number;
  /** Balances that accounts were opened with, debts taken off. */
  openings: Total;
  /** Refunds that were paid, taken back or not. */
  refunds: Total;
}

/** What a refund clerk ordered to be paid, by the entry in the refund's journal. */
export interface PaymentOrder {
  amountFen: number;
  byUid: string | null;
}

export interface BooksRecord {
  /** What the last check that balanced had seen; null before the first. */
  seen: SeenBooks | null;
  /** The orders of the refunds paid since then; null where they are not looked at. */
  orders: ReadonlyMap<string, readonly PaymentOrder[]> | null;
  /** What the last check had seen, as the database adds it up now; absent where the books are whole and say it themselves. */
  now?: Pick<SeenBooks, 'openings' | 'refunds'> | null;
}

/** What is written at the same moment as the check begins may not all be in it. */
export const settlingMs = hourMs;

/** What a check keeps for the next one to compare with. */
export function seenIn(books: Books, nowMs: number): SeenBooks {
  const untilMs = nowMs - settlingMs;
  return { untilMs, openings: openingsUntil(books, untilMs), refunds: paidUntil(books, untilMs) };
}

/**
 * What nobody can find by comparing the books with themselves, because it was raised in all of them together: an opening that was made up later, an
 * amount that is another than the clerk ordered or than an earlier check saw.
 */
export function differencesOfRecord(books: Books, { seen, orders, now }: BooksRecord): Difference[] {
  const again = seen && (now ?? { openings: openingsUntil(books, seen.untilMs), refunds: paidUntil(books, seen.untilMs) });
  return [...differencesOfOpenings(books), ...(seen && again ? differencesOfSeen(again, seen) : []), ...(orders ? differencesOfOrders(books, orders) : [])];
}

/** An account opens with its balances before anything else happens to it. */
function differencesOfOpenings({ postings }: Books): Difference[] {
  const firstMoves = new Map<string, number>();
  for (const posting of postings.values()) {
    if (posting.cause.kind === 'opening') continue;
    for (const accountNo of accountNosOf(posting.legs)) firstMoves.set(accountNo, Math.min(firstMoves.get(accountNo) ?? Infinity, posting.postedAtMs));
  }
  return [...postings.values()].flatMap((posting) => {
    const movedAtMs = posting.cause.kind === 'opening' ? (firstMoves.get(posting.cause.id) ?? Infinity) : Infinity;
    return unless(posting.postedAtMs <= movedAtMs, 'openingLate', posting.id, null, amountOf(posting.legs));
  });
}

function differencesOfSeen({ openings, refunds }: Pick<SeenBooks, 'openings' | 'refunds'>, seen: SeenBooks): Difference[] {
  return [
    ...unless(isSame(openings, seen.openings), 'openingsDiffer', 'company:opening', seen.openings.fen, openings.fen),
    ...unless(isSame(refunds, seen.refunds), 'paidDiffers', 'company:refunds', seen.refunds.fen, refunds.fen),
  ];
}

/** What was paid is what the clerk who paid it saw and ordered. */
function differencesOfOrders({ refunds }: Books, orders: ReadonlyMap<string, readonly PaymentOrder[]>): Difference[] {
  return [...orders].flatMap(([id, given]) => {
    const refund = refunds.get(id);
    const isOrdered = given.some(({ amountFen, byUid }) => amountFen === refund?.amountFen && byUid === refund.execution?.byUid);
    return unless(isOrdered, 'orderDiffers', id, given.at(-1)?.amountFen ?? null, refund?.amountFen ?? null);
  });
}

function openingsUntil({ postings }: Books, untilMs: number): Total {
  return totalOf([...postings.values()].filter(({ cause, postedAtMs }) => cause.kind === 'opening' && postedAtMs <= untilMs).map(({ movedFen }) => movedFen));
}

function paidUntil({ refunds }: Books, untilMs: number): Total {
  const paid = [...refunds.values()].filter(({ postedAtMs }) => postedAtMs !== null && postedAtMs <= untilMs);
  return totalOf(paid.map(({ amountFen }) => amountFen));
}

function totalOf(amounts: readonly number[]): Total {
  return { count: amounts.length, fen: amounts.reduce((sum, amountFen) => sum + amountFen, 0) };
}

function isSame(one: Total, other: Total): boolean {
  return one.count === other.count && one.fen === other.fen;
}

function accountNosOf(legs: Posting['legs']): string[] {
  return legs.flatMap(({ account }) => {
    const [side, accountNo] = account.split(':');
    return side === 'customer' && accountNo !== undefined ? accountNo : [];
  });
}
