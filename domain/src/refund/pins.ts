import { refused } from '../kernel/decision.ts';
import { covers } from './sum/covers.ts';
import type { RefundDecision, PinnedCommand, RefundFacts } from './refund-facts.ts';
import type { Refund } from './refund.ts';
import { decidesAlone, isCauseOwn } from './sum/self-approved.ts';

type Sums = Pick<RefundFacts, 'pack' | 'earlierFen' | 'aloneFen'>;

/** A decision counts only for the request as it was seen: same version, same amount, same rules, and a chain that covers the sum with the others (REF-4). */
export function changeSince(refund: Refund, command: PinnedCommand, facts: RefundFacts): RefundDecision | null {
  const isAsSeen = command.seq === refund.seq && command.amountFen === refund.amountFen && command.packVersion === refund.packVersion;
  return isAsSeen && !isChainOutdated(refund, facts) ? null : refused('requestChanged');
}

/**
 * Whether the chain has to be worked out anew: the other requests have grown beyond what its last post may decide. One that still covers the sum stays, or
 * every further request would void what was decided before.
 */
export function isChainOutdated(refund: Refund, facts: Sums): boolean {
  return refund.closureId === null && !reaches(refund, facts);
}

/** Whether the chain as it was worked out leads to somebody who may decide about so much. */
export function reaches(refund: Pick<Refund, 'amountFen' | 'steps' | 'ownLimitFen' | 'requesterUid' | 'basis'>, facts: Sums): boolean {
  const { amountFen, steps, ownLimitFen } = refund;
  const sumFen = amountFen + facts.earlierFen;
  const last = steps.at(-1);
  return last ? covers(last.limitFen, sumFen) : decidesAlone(ownLimitFen, { sumFen, aloneFen: facts.aloneFen, isCauseOwn: isCauseOwn(refund) }, facts.pack);
}
