import { refused } from '../kernel/decision.ts';
import { reaches } from './chain.ts';
import type { RefundDecision, PinnedCommand, RefundFacts } from './refund-facts.ts';
import type { Refund } from './refund.ts';

/** A decision counts only for the request as it was seen: same version, same amount, same rules, and a chain that covers the sum with the others (REF-4). */
export function changeSince(refund: Refund, command: PinnedCommand, facts: RefundFacts): RefundDecision | null {
  const isAsSeen = command.seq === refund.seq && command.amountFen === refund.amountFen && command.packVersion === refund.packVersion;
  return isAsSeen && !isChainOutdated(refund, facts) ? null : refused('requestChanged');
}

/**
 * Whether the chain has to be worked out anew: the other requests have grown beyond what its last post may decide. One that still covers the sum stays, or
 * every further request would void what was decided before.
 */
export function isChainOutdated(refund: Refund, facts: Pick<RefundFacts, 'earlierFen'>): boolean {
  return refund.closureId === null && !reaches(refund, refund.amountFen + facts.earlierFen);
}
