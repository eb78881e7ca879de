import type { Uid } from '../kernel/brand.ts';
import { decided, refused } from '../kernel/decision.ts';
import { holdsPost, partiesOf } from './approver/authority.ts';
import { recordedHandOver } from './cash-hand-over.ts';
import { sumWith } from './chain-start.ts';
import { limitFenOf } from './chain.ts';
import type { RefundCommand } from './command.ts';
import { covers } from './sum/covers.ts';
import { creditDestination } from './destination.ts';
import type { RefundEvent } from './event.ts';
import { changeSince } from './pins.ts';
import type { RefundDecision, ActingPerson, RefundContext, RefundFacts } from './refund-facts.ts';
import { type Refund, decidersOf } from './refund.ts';
import { decidesAlone, isCauseOwn } from './sum/self-approved.ts';

/** REF-5: only the complaint centre's refund clerk pays, and never somebody who asked or decided (REF-3). */
export function decideExecution(
  refund: Refund,
  command: Extract<RefundCommand, { type: 'execute' }>,
  by: ActingPerson,
  context: RefundContext,
): RefundDecision {
  const { nowMs, facts } = context;
  if (by.role !== 'refundClerk' || facts.units.get(by.unitId)?.kind !== 'complaintCentre') return refused('notRefundClerk');
  if (refund.state === 'executing' || refund.state === 'posted')
    return refund.execution?.byUid === by.uid ? decided() : refused('alreadyDecided', refund.execution?.byUid);
  if (refund.state !== 'approved') return refused('notInThisState', refund.state);
  if (refund.requesterUid === by.uid) return refused('ownRequest');
  if (decidersOf(refund).includes(by.uid)) return refused('twoSteps');
  const changed = changeSince(refund, command, facts);
  if (changed) return changed;
  if (!isChainValid(refund, facts)) return refused('authorityWithdrawn');
  if (refund.form === 'rechargeCard' && facts.isCardUsed) return refused('cardAlreadyUsed');
  if (refund.form === 'cash' && !command.cash) return refused('cashRecordMissing');
  if (refund.form === 'cash' && facts.isVoucherUsed) return refused('voucherAlreadyUsed');
  const obstacle = obstacleToPaying(refund, facts);
  const cash = refund.form === 'cash' && command.cash ? { cash: recordedHandOver(command.cash, facts.pack.identifiers.voucher) } : {};
  return obstacle ?? decided<RefundEvent>({ type: 'executionOrdered', atMs: nowMs, ...sumWith(facts), by: { uid: by.uid, name: by.name }, ...cash });
}

function obstacleToPaying(refund: Refund, { accounts }: RefundFacts): Extract<RefundDecision, { ok: false }> | null {
  if (refund.closureId !== null) return accounts?.account?.balancesFen.cash === refund.amountFen ? null : refused('balanceTooLow');
  if (refund.form !== 'balanceCredit') return null;
  const destination = accounts ? creditDestination(accounts) : refused('accountUnknown');
  return destination.ok ? null : destination;
}

/**
 * Whether everyone whose word this refund rests on still has the authority that they used (ORG-4), and it covers the sum with the others as they are now
 * (REF-4): asked again when money moves. The requester's counts only where they decided alone.
 */
export function isChainValid(refund: Refund, facts: Pick<RefundFacts, 'staff' | 'pack' | 'units' | 'earlierFen' | 'aloneFen'>): boolean {
  if (refund.closureId !== null) return true;
  const sumFen = refund.amountFen + facts.earlierFen;
  const personOf = (uid: Uid | null) => facts.staff.find((person) => person.uid === uid && person.active);
  if (refund.steps.length === 0) {
    const requester = personOf(refund.requesterUid);
    const word = { sumFen, aloneFen: facts.aloneFen, isCauseOwn: isCauseOwn(refund) };
    return requester !== undefined && decidesAlone(limitFenOf(requester, facts.pack, facts.units), word, facts.pack);
  }
  const approvals = refund.steps.filter((step) => step.state === 'approved');
  const last = approvals.at(-1);
  const isEach = approvals.every((step) => {
    const decider = personOf(step.decidedByUid);
    const holder = step.forUid === null ? decider : personOf(step.forUid);
    return decider !== undefined && holder !== undefined && holdsPost(holder, step);
  });
  const people = partiesOf(refund);
  return isEach && last !== undefined && covers(last.limitFen, sumFen) && new Set(people).size === people.length;
}

/**
 * A posting that was wrong is taken back by another one, ordered by a fourth person: the centre's director, who had no part in it. What a billing
 * system of the operator's own has booked is taken back there, or the two books would part.
 */
export function decideReversal(
  refund: Refund,
  command: Extract<RefundCommand, { type: 'reverse' }>,
  by: ActingPerson,
  { nowMs, facts }: RefundContext,
): RefundDecision {
  if (by.role !== 'centreDirector' || facts.units.get(by.unitId)?.kind !== 'complaintCentre') return refused('notYours');
  if (refund.state === 'reversed') return refund.reversal?.byUid === by.uid ? decided() : refused('alreadyDecided', refund.reversal?.byUid);
  if (refund.state !== 'posted' || refund.closureId !== null) return refused('notInThisState', refund.state);
  if (!facts.isLedgerOurs) return refused('reverseInBilling');
  if (refund.requesterUid === by.uid) return refused('ownRequest');
  if (decidersOf(refund).includes(by.uid) || refund.execution?.byUid === by.uid) return refused('twoSteps');
  if (command.seq !== refund.seq || command.amountFen !== refund.amountFen || command.packVersion !== refund.packVersion) return refused('requestChanged');
  if (refund.form === 'balanceCredit') {
    const account = facts.accounts?.account;
    if (!account) return refused('accountUnknown');
    if (account.state === 'closed') return refused('accountClosed');
    if (account.balancesFen.cash < refund.amountFen) return refused('balanceTooLow');
  }
  return decided({ type: 'reversed', atMs: nowMs, by: { uid: by.uid, name: by.name }, reason: command.reason });
}
