import type { Aggregate, AggregateContext } from '../journal/aggregate.ts';
import type { Account } from '../ledger/account.ts';
import type { Posting } from '../ledger/posting.ts';
import { type RefundCommand, refundCommandOf, type RefundSystemCommand } from './command.ts';
import { decideRefund } from './decide.ts';
import type { RefundEvent } from './event.ts';
import { evolveRefund } from './evolve.ts';
import { refundManifest } from './manifest.ts';
import { refundNoticesOf } from './notices.ts';
import { type Refund, refundFromStored, refundNumber } from './refund.ts';
import type { RefundDecision, RefundFacts } from './refund-facts.ts';

export interface RefundAggregateFacts extends RefundFacts {
  /** What a billing system of the operator's own has confirmed now; null where nothing of the kind is answered. */
  confirmed: { postings: readonly Posting[]; accounts: readonly Account[] } | null;
}

type Context = AggregateContext<RefundAggregateFacts>;

/** Money counts by the server's time, never by a phone's. */
export const refundAggregate: Aggregate<Refund, RefundCommand | RefundSystemCommand, RefundEvent, RefundAggregateFacts> = {
  manifest: refundManifest,
  fromStored: refundFromStored,
  commandOf: refundCommandOf,
  momentOf: (_entry, _facts, nowMs) => nowMs,
  decide: decideAndConfirm,
  evolve: evolveRefund,
  noticesOf: ({ before, after, events, actorUid }) => refundNoticesOf(before, after, events, actorUid),
  noticeContent: ({ id, basis, amountFen }) => ({
    number: basis?.complaintNumber ?? refundNumber(id),
    category: basis?.category ?? null,
    amountFen,
    isCritical: false,
  }),
};

/** Where our own ledger is the books, what is ordered is posted by the same decision (REF-8). */
function decideAndConfirm(refund: Refund, command: RefundCommand | RefundSystemCommand, { actor, atMs, facts }: Context): RefundDecision {
  const decision = decideRefund(refund, command, { actor: actor.kind === 'staff' ? actor : { kind: 'system' }, nowMs: atMs, facts });
  if (!decision.ok || decision.events.length === 0 || !facts.isLedgerOurs) return decision;
  const ordered = evolveRefund(refund, decision.events);
  if (ordered.state !== 'executing') return decision;
  const confirmation = decideRefund(ordered, { type: 'confirmPosting' }, { actor: { kind: 'system' }, nowMs: atMs, facts });
  return confirmation.ok ? { ok: true, events: [...decision.events, ...confirmation.events] } : decision;
}
