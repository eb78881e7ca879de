import type { EpochMs } from '../kernel/brand.ts';
import { decided } from '../kernel/decision.ts';
import { holdsPost, partiesOf } from './approver/authority.ts';
import { nextWorkingDayMs } from './approver/office-clock.ts';
import { withChain } from './chain-start.ts';
import type { RefundEvent } from './event.ts';
import { evolveRefund } from './evolve.ts';
import { askedAbout, askApprovers } from './approver/ask-approvers.ts';
import type { RefundDecision, RefundFacts } from './refund-facts.ts';
import type { Refund, Approval } from './refund.ts';

/**
 * Somebody left, moved or came to a post: the steps not yet decided follow, and one that nobody can decide any more goes up at once, or, where
 * nobody above can either, through a chain worked out anew (ORG-4). A clock goes on running unless its own post has changed hands: a deputy who is
 * named while it runs is asked in what is left of it (REF-6).
 */
export function decideHolders(refund: Refund, nowMs: EpochMs, facts: RefundFacts): RefundDecision {
  const index = refund.steps.findIndex((step) => step.state === 'open');
  if (index === -1 || !['awaitingApproval', 'awaitingAnswer'].includes(refund.state)) return decided();
  const able = (step: Approval) => facts.staff.filter((person) => person.active && !partiesOf(refund).includes(person.uid) && holdsPost(person, step));
  const holdersOf = (step: Approval) =>
    isUndecided(step)
      ? able(step)
          .map(({ uid }) => uid)
          .sort()
      : step.holderUids;
  const steps = refund.steps.map((step) => ({ ...step, holderUids: holdersOf(step) }));
  const isSame = (at: number) => String(steps[at]?.holderUids) === String(refund.steps[at]?.holderUids);
  const askedUids = askedAbout({ ...refund, steps }, index, nowMs, facts);
  const isAsked = refund.state !== 'awaitingApproval' || String([...askedUids].sort()) === String([...refund.approverUids].sort());
  const asked: RefundEvent[] = isAsked ? [] : [{ type: 'approversChanged', atMs: nowMs, approverUids: askedUids }];
  if (steps.every((_, at) => isSame(at))) return decided(...asked);
  const changed: RefundEvent = { type: 'holdersChanged', atMs: nowMs, holders: steps.map(({ unitId, roles, holderUids: uids }) => ({ unitId, roles, uids })) };
  const next = steps.findIndex((step, at) => at >= index && step.holderUids.length > 0);
  if (next === -1) return facts.chain?.ok ? withChain([changed], refund, nowMs, facts) : decided(changed);
  if (next === index && (isSame(index) || refund.state === 'awaitingAnswer')) return decided(changed, ...asked);
  return decided(changed, ...passedOver(steps, index, next, nowMs), askApprovers({ ...refund, steps }, next, nowMs, facts));
}

function isUndecided(step: Approval): boolean {
  return step.state === 'open' || step.state === 'waiting';
}

/**
 * A step that sits is reminded, then goes to the next superior, and never approves by itself (REF-6). Late runs go straight up; the last post is
 * reminded again and again, each working day, and so is the clerk who has to pay. Before any of it, it is asked who holds the posts now, and a question to somebody
 * who is gone goes back to whoever asked it (ORG-4).
 */
export function decideApprovalDue(refund: Refund, nowMs: EpochMs, facts: RefundFacts): RefundDecision {
  if (refund.nextDueAtMs === null || refund.nextDueAtMs > nowMs) return decided();
  const holders = decideHolders(refund, nowMs, facts);
  if (holders.ok && holders.events.some(({ type }) => type === 'approved')) return decided(...whatIsDue(refund, nowMs, facts));
  return holders.ok ? decided(...holders.events, ...whatIsDue(evolveRefund(refund, holders.events), nowMs, facts)) : holders;
}

function whatIsDue(refund: Refund, nowMs: EpochMs, facts: RefundFacts): RefundEvent[] {
  if (refund.nextDueAtMs === null || refund.nextDueAtMs > nowMs) return [];
  const index = refund.steps.findIndex((step) => step.state === 'open');
  const isRequesterGone = !facts.staff.some((person) => person.uid === refund.requesterUid && person.active);
  if (refund.state === 'awaitingAnswer' && isRequesterGone && refund.steps[index]?.holderUids.length) return [askApprovers(refund, index, nowMs, facts)];
  const next = refund.steps.findIndex((step, at) => at > index && step.holderUids.length > 0);
  const canMoveUp = refund.state === 'awaitingApproval' && next !== -1;
  const moveUpAtMs = refund.dueAtMs ?? nowMs;
  if (canMoveUp && nowMs >= moveUpAtMs) return [...passedOver(refund.steps, index, next, nowMs), askApprovers(refund, next, nowMs, facts)];
  return [{ type: 'reminded', atMs: nowMs, toUids: whoKeepsWaiting(refund, facts), nextAtMs: canMoveUp ? moveUpAtMs : nextWorkingDayMs(nowMs, facts) }];
}

function passedOver(steps: readonly Approval[], from: number, to: number, atMs: number): RefundEvent[] {
  return steps.slice(from, to).map((_, offset) => ({ type: 'movedUp', atMs, index: from + offset }));
}

function whoKeepsWaiting(refund: Refund, facts: RefundFacts): string[] {
  if (refund.state === 'awaitingAnswer') return [refund.requesterUid];
  return refund.state === 'approved' ? [...facts.executorUids] : refund.approverUids;
}
