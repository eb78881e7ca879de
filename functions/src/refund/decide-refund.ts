import type { Account } from '@shouwen/domain/ledger/account';
import { postingFromStored, type Posting, reversalOf } from '@shouwen/domain/ledger/posting';
import type { Refusal } from '@shouwen/domain/kernel/decision';
import type { Staff } from '@shouwen/domain/organisation/staff';
import type { RefundCommand, RefundSystemCommand } from '@shouwen/domain/refund/command';
import { decideRefund } from '@shouwen/domain/refund/decide';
import { isChainValid } from '@shouwen/domain/refund/decide-execution';
import { isOutdated } from '@shouwen/domain/refund/pins';
import type { RefundFacts } from '@shouwen/domain/refund/refund-facts';
import { creditDestination, refundPosting } from '@shouwen/domain/refund/destination';
import type { RefundEvent } from '@shouwen/domain/refund/event';
import { evolveRefund } from '@shouwen/domain/refund/evolve';
import type { Refund } from '@shouwen/domain/refund/refund';
import { systemEntry } from '../journal/system-entry.ts';
import type { Host } from '../host.ts';
import type { Transaction } from '../store.ts';
import { gatherRefundFacts } from './gather-refund-facts.ts';
import { saveRefund } from './save-refund.ts';

export type RefundOutcome = { ok: true; after: Refund; events: readonly RefundEvent[] } | { ok: false; refusal: Refusal };

/**
 * Decides a command about a refund and saves all that follows from it in this transaction: state, posting and balances, the complaint, notices.
 * A decision about a request that is no longer what it was is refused, and the chain is worked out anew with it.
 *
 * @param staff who decides, as their staff document says in this transaction; null for the product itself, whose steps get an entry of their own.
 * @param confirmed what the billing system has confirmed, where it is not our own ledger.
 */
export async function decideAndSaveRefund(
  host: Host,
  transaction: Transaction,
  refund: Refund,
  command: RefundCommand | RefundSystemCommand,
  staff: Staff | null,
  confirmed: { postings: readonly Posting[]; accounts: readonly Account[] } | null = null,
): Promise<RefundOutcome> {
  const facts = await gatherRefundFacts(host, transaction, { refund, command, actor: staff });
  const nowMs = host.nowMs();
  const decision = decideRefund(refund, command, { actor: staff ? { kind: 'staff', staff } : { kind: 'system' }, nowMs, facts });
  if (!decision.ok) {
    if (isStale(refund, facts, decision.refusal)) await decideAndSaveRefund(host, transaction, refund, { type: 'reworkChain' }, null);
    return decision;
  }
  if (decision.events.length === 0) return { ok: true, after: refund, events: [] };
  const { after, events } = confirmedAtOnce(host, refund, decision.events, facts);
  const postings = confirmed?.postings ?? (await postingsOf(host, transaction, after, events, facts));
  const read = [facts.accounts?.account, facts.accounts?.followed].filter((account): account is Account => account !== null && account !== undefined);
  const accounts = confirmed?.accounts ?? read;
  await saveRefund(host, transaction, { before: refund, after, events, actorUid: staff?.uid ?? null, pack: facts.pack, postings, accounts });
  if (!staff) {
    const { type, ...payload } = command;
    const entry = systemEntry(host, type, { ...payload, did: events.map((event) => event.type) }, after.seq);
    transaction.create(`refunds/${refund.id}/journal/${type}-${after.seq}`, entry);
  }
  return { ok: true, after, events };
}

function isStale(refund: Refund, facts: RefundFacts, refusal: Refusal): boolean {
  return refusal.code === 'requestChanged' ? isOutdated(refund, facts) : refusal.code === 'authorityWithdrawn' && !isChainValid(refund, facts);
}

/** Where our own ledger is the books, what is ordered is posted by the same transaction. */
function confirmedAtOnce(host: Host, refund: Refund, events: readonly RefundEvent[], facts: RefundFacts): { after: Refund; events: readonly RefundEvent[] } {
  const ordered = evolveRefund(refund, events);
  if (ordered.state !== 'executing' || !host.billing.isEmbedded) return { after: ordered, events };
  const confirmation = decideRefund(ordered, { type: 'confirmPosting' }, { actor: { kind: 'system' }, nowMs: host.nowMs(), facts });
  const all = confirmation.ok ? [...events, ...confirmation.events] : events;
  return { after: evolveRefund(refund, all), events: all };
}

/** What is to be posted: with the order, when it is given; the reversal of what was posted, when it is taken back. */
async function postingsOf(host: Host, transaction: Transaction, after: Refund, events: readonly RefundEvent[], facts: RefundFacts): Promise<Posting[]> {
  const nowMs = host.nowMs();
  const order = events.find((event) => event.type === 'executionOrdered');
  if (order) return [refundPosting(after, creditedNo(after, facts), order.by.uid, nowMs)];
  const reversal = events.find((event) => event.type === 'reversed');
  if (!reversal) return [];
  const posted = await transaction.get(`ledger/refund-${after.id}`);
  if (!posted) throw new Error(`refund ${after.id}: its posting is missing`);
  return [reversalOf(postingFromStored(posted.id, posted.data), reversal.by.uid, nowMs)];
}

function creditedNo(refund: Refund, { accounts }: RefundFacts): string | null {
  const destination = refund.form === 'balanceCredit' && accounts ? creditDestination(accounts) : null;
  return destination?.ok ? (destination.events[0] ?? null) : null;
}
