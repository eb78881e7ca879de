import { refused } from '../kernel/decision.ts';
import { asksForOther } from './chain.ts';
import type { RefundDecision, PinnedCommand, RefundFacts } from './refund-facts.ts';
import type { Refund } from './refund.ts';

/** A decision counts only for the request as it was seen: same version, same amount, same rules, same sum with the others (REF-4). */
export function changeSince(refund: Refund, command: PinnedCommand, facts: RefundFacts): RefundDecision | null {
  const isAsSeen = command.seq === refund.seq && command.amountFen === refund.amountFen && command.packVersion === refund.packVersion;
  return isAsSeen && !isChainOutdated(refund, facts) ? null : refused('requestChanged');
}

/** Whether the chain has to be worked out anew because the rules or the other requests of the customer have changed since. */
export function isChainOutdated(refund: Refund, facts: Pick<RefundFacts, 'pack' | 'earlierFen'>): boolean {
  return refund.closureId === null && asksForOther(refund, refund.amountFen + facts.earlierFen, facts.pack);
}
