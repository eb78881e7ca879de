import { decided, refused } from '../kernel/decision.ts';
import { type Authority, authorityFor, deputyUidOf, hasLaterApproval, holdsPost, partiesOf, standingNow } from './approver/authority.ts';
import { approval } from './chain-start.ts';
import { covers } from './sum/covers.ts';
import type { RefundEvent } from './event.ts';
import { evolveRefund } from './evolve.ts';
import { askApprovers } from './approver/ask-approvers.ts';
import { nextWorkingDayMs } from './approver/office-clock.ts';
import { changeSince } from './pins.ts';
import type { RefundDecision, ActingPerson, PinnedCommand, RefundContext, RefundFacts } from './refund-facts.ts';
import { type Refund, type Approval, decidersOf, openApprovalOf } from './refund.ts';

/** Silence where the same person says the same again; otherwise who was faster, for the screen to say so. */
export function alreadySaid(refund: Refund, command: PinnedCommand, by: ActingPerson): RefundDecision | null {
  const last = refund.steps.findLast((step) => step.decidedByUid !== null);
  const said: Partial<Record<PinnedCommand['type'], Approval['state']>> = { approve: 'approved', refuse: 'refused' };
  if (last?.decidedByUid === by.uid && last.state === said[command.type] && command.seq < refund.seq) return decided();
  if (command.type === 'askMore' && refund.state === 'awaitingAnswer' && refund.question?.byUid === by.uid) return decided();
  if (refund.state === 'awaitingApproval') return null;
  const deciderUid = refund.withdrawal?.byUid ?? last?.decidedByUid ?? null;
  return deciderUid === null || refund.state === 'awaitingAnswer' ? refused('notInThisState', refund.state) : refused('alreadyDecided', deciderUid);
}

export function decideApproval(
  refund: Refund,
  command: Extract<PinnedCommand, { type: 'approve' | 'askMore' | 'handToDeputy' }>,
  by: ActingPerson,
  context: RefundContext,
): RefundDecision {
  const { nowMs, facts } = context;
  const already = alreadySaid(refund, command, by);
  if (already) return already;
  const index = refund.steps.findIndex((step) => step.state === 'open');
  const step = refund.steps[index];
  if (!step) return refused('notInThisState', refund.state);
  const authority = partiesOf(refund).includes(by.uid) ? null : authorityFor(refund, step, by, facts, nowMs);
  if (!authority) return whyNotTheirs(refund, by);
  const changed = changeSince(refund, command, facts);
  if (command.type === 'handToDeputy') return decideHandingOn(refund, by, authority.for !== null, changed, context);
  if (changed) return changed;
  const acting = { uid: by.uid, name: by.name };
  switch (command.type) {
    case 'approve':
      if (command.isBatch && refund.amountFen > facts.pack.refunds.batchUpToFen) return refused('batchTooLarge');
      if (!covers(authority.capFen, refund.amountFen + facts.earlierFen)) return refused('deputyCapExceeded');
      return afterApproval(refund, { type: 'stepApproved', atMs: nowMs, index, by: acting, for: authority.for, capFen: authority.capFen }, facts);
    case 'askMore':
      return decided<RefundEvent>({ type: 'moreAsked', atMs: nowMs, by: acting, reason: command.reason, remindAtMs: nextWorkingDayMs(nowMs, facts) });
  }
}

/** Why somebody has no say in it (REF-3); where their post has had its say, by whom, for the screen to tell. */
export function whyNotTheirs(refund: Refund, by: ActingPerson): RefundDecision {
  if (refund.requesterUid === by.uid) return refused('ownRequest');
  if (decidersOf(refund).includes(by.uid)) return refused('twoSteps');
  const decidedStep = refund.steps.findLast((step) => step.decidedByUid !== null && holdsPost(by, step));
  return decidedStep ? refused('alreadyDecided', decidedStep.decidedByUid ?? undefined) : refused('notYours');
}

/** Only to the deputy named beforehand, only by the holder in person, and only to somebody who may decide this step (REF-3, REF-6). */
function decideHandingOn(refund: Refund, by: ActingPerson, isDeputy: boolean, changed: RefundDecision | null, { nowMs, facts }: RefundContext): RefundDecision {
  const deputy = facts.staff.find((person) => person.uid === deputyUidOf(by, nowMs));
  if (!deputy || isDeputy) return refused('noDeputy');
  const standing = standingNow(by, deputy, facts, nowMs);
  if (!standing.ok || !covers(standing.capFen, refund.amountFen + facts.earlierFen)) return refused('noDeputy');
  if (partiesOf(refund).includes(deputy.uid) || hasLaterApproval(refund.steps, deputy.uid)) return refused('noDeputy');
  if (refund.approverUids.includes(deputy.uid)) return decided();
  return changed ?? decided({ type: 'handedToDeputy', atMs: nowMs, by: { uid: by.uid, name: by.name }, deputyUid: deputy.uid });
}

/** The next post on the ladder, or the clerk when this step's limit covers the sum. */
function afterApproval(before: Refund, event: Extract<RefundEvent, { type: 'stepApproved' }>, facts: RefundFacts): RefundDecision {
  const { index, atMs } = event;
  const refund = evolveRefund(before, [event]);
  const step = refund.steps[index];
  if (step && covers(step.limitFen, refund.amountFen + facts.earlierFen)) return decided<RefundEvent>(event, approval(atMs, facts));
  return refund.steps[index + 1] ? decided<RefundEvent>(event, askApprovers(refund, index + 1, atMs, facts)) : decided<RefundEvent>(event);
}

/** What the phone shows of its own accord: whether this person can decide the open step, and in whose name. */
export function authorityNow(refund: Refund, by: ActingPerson, context: RefundContext): Authority | null {
  const step = openApprovalOf(refund);
  if (!step || refund.state !== 'awaitingApproval' || !by.active || partiesOf(refund).includes(by.uid)) return null;
  return authorityFor(refund, step, by, context.facts, context.nowMs);
}
