import type { EpochMs } from '../kernel/brand.ts';
import { decided, refused } from '../kernel/decision.ts';
import type { RefundEvent } from './event.ts';
import { askApprovers } from './approver/ask-approvers.ts';
import { afterWorkingHours } from './approver/office-clock.ts';
import type { RefundDecision, RefundFacts } from './refund-facts.ts';
import { asksTheSame } from './chain.ts';
import type { Refund } from './refund.ts';

/** Nothing is left to decide: the refund clerks are asked to pay. */
export function approval(nowMs: EpochMs, facts: RefundFacts): RefundEvent {
  const remindAtMs = afterWorkingHours(nowMs, facts.pack.refunds.moveUpAfterHours, facts);
  return { type: 'approved', atMs: nowMs, ...sumWith(facts), executorUids: [...facts.executorUids], remindAtMs };
}

/** The others that count with it (REF-4), for the record. */
export function sumWith({ earlierFen, earlierIds }: Pick<RefundFacts, 'earlierFen' | 'earlierIds'>) {
  return { earlierFen, earlierIds: [...earlierIds] };
}

/** Events of a chain that begins: the first post is asked, or, within the requester's own limit, the clerk at once. */
export function withChain(before: RefundEvent[], request: Refund, nowMs: EpochMs, facts: RefundFacts): RefundDecision {
  const { chain, pack } = facts;
  if (!chain?.ok) return refused('noApprover');
  const worked: RefundEvent = {
    type: 'chainWorkedOut',
    atMs: nowMs,
    packVersion: pack.version,
    ...sumWith(facts),
    ownLimitFen: chain.ownLimitFen,
    steps: chain.steps,
  };
  const next = chain.steps.length === 0 ? approval(nowMs, facts) : askApprovers({ ...request, steps: chain.steps }, 0, nowMs, facts);
  return decided(...before, worked, next);
}

/**
 * A version that was published to be applied to what is open: whoever is asked by it decides, and where those are the same, what they have said holds. What has
 * been decided already is paid by the rules that it was decided under.
 */
export function decidePolicy(refund: Refund, nowMs: EpochMs, facts: RefundFacts): RefundDecision {
  const { chain, pack } = facts;
  if (!['awaitingApproval', 'awaitingAnswer'].includes(refund.state) || refund.packVersion === pack.version) return decided();
  if (chain?.ok && asksTheSame(refund, chain)) return decided({ type: 'policyApplied', atMs: nowMs, packVersion: pack.version });
  return withChain([], refund, nowMs, facts);
}
