import type { EpochMs, Uid } from '../kernel/brand.ts';
import { decided } from '../kernel/decision.ts';
import { authorityFor, partiesOf } from './approver/authority.ts';
import { superiorPosts } from './chain.ts';
import type { RefundCommand } from './command.ts';
import { alreadySaid, whyNotTheirs } from './decide-approval.ts';
import type { ActingPerson, RefundContext, RefundDecision } from './refund-facts.ts';
import type { Refund } from './refund.ts';

/** In whose name the no is said, and of which step; −1 where the chain has none for it any more. */
interface RightToRefuse {
  for: { uid: Uid; name: string } | null;
  index: number;
}

/**
 * A no counts for the request as it is now, whatever of it has changed since it was seen: only the request is the worse for it. Whoever may decide the open step
 * says it whatever they pinned, and whoever saw an earlier version of it says it still, until the money has left or their post or one above it has said yes.
 */
export function decideRefusal(
  refund: Refund,
  command: Extract<RefundCommand, { type: 'refuse' }>,
  by: ActingPerson,
  { nowMs, facts }: RefundContext,
): RefundDecision {
  const isLate = command.seq < refund.seq;
  if (isLate && refund.refusal?.byUid === by.uid) return decided();
  const right = rightToRefuse(refund, isLate, by, facts, nowMs);
  if (!right) return alreadySaid(refund, command, by) ?? whyNotTheirs(refund, by);
  return decided({ type: 'refused', atMs: nowMs, index: right.index, by: { uid: by.uid, name: by.name }, for: right.for, reason: command.reason });
}

function rightToRefuse(refund: Refund, isLate: boolean, by: ActingPerson, facts: RefundContext['facts'], nowMs: EpochMs): RightToRefuse | null {
  if (partiesOf(refund).includes(by.uid)) return null;
  const index = refund.steps.findIndex((step) => step.state === 'open');
  const open = refund.steps[index];
  const authority = open && refund.state === 'awaitingApproval' ? authorityFor(refund, open, by, facts, nowMs) : null;
  if (authority) return { ...authority, index };
  const isStillToStop = ['awaitingApproval', 'awaitingAnswer', 'approved'].includes(refund.state) && refund.closureId === null;
  return isLate && isStillToStop ? lateRight(refund, by, facts, nowMs) : null;
}

/** Of somebody whose step has gone on, or has gone from the chain, while their no was on its way. */
function lateRight(refund: Refund, by: ActingPerson, facts: RefundContext['facts'], nowMs: EpochMs): RightToRefuse | null {
  const rightIn = (posts: readonly Parameters<typeof authorityFor>[1][]): RightToRefuse | null => {
    const found = posts.flatMap((post, index) => {
      const authority = authorityFor(refund, post, by, facts, nowMs);
      return authority ? [{ ...authority, index }] : [];
    });
    return found[0] ?? null;
  };
  const approvedFrom = (at: number) => refund.steps.slice(at).some((step) => step.state === 'approved');
  const ofStep = rightIn(refund.steps);
  if (ofStep) return approvedFrom(ofStep.index) ? null : ofStep;
  const requester = facts.staff.find(({ uid }) => uid === refund.requesterUid);
  const above = requester ? superiorPosts(requester, facts.pack, facts.units) : [];
  const ofPost = rightIn(above);
  if (!ofPost) return null;
  const isHigher = (step: Refund['steps'][number]) =>
    above.findIndex((post) => post.unitId === step.unitId && String(post.roles) === String(step.roles)) > ofPost.index;
  return refund.steps.some((step) => step.state === 'approved' && isHigher(step)) ? null : { ...ofPost, index: -1 };
}
