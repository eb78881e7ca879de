import { afterWorkingHours } from './approver/office-clock.ts';
import { decided, refused } from '../kernel/decision.ts';
import { decidePolicy, withChain } from './chain-start.ts';
import type { RefundCommand, RefundSystemCommand } from './command.ts';
import { decideHolders, decideApprovalDue } from './decide-due.ts';
import { decideExecution, decideReversal, isChainValid } from './decide-execution.ts';
import { decideAmendment, decideReception, decideWithdrawal } from './decide-request.ts';
import { decideApproval } from './decide-approval.ts';
import { decideRefusal } from './decide-refusal.ts';
import { isChainOutdated } from './pins.ts';
import type { RefundDecision, ActingPerson, RefundContext } from './refund-facts.ts';
import type { Refund } from './refund.ts';

/** Decides what a command does to a refund: the events that follow, none when it has been done already, or why it is refused. Pure. */
export function decideRefund(refund: Refund, command: RefundCommand | RefundSystemCommand, context: RefundContext): RefundDecision {
  const { actor } = context;
  if (actor.kind === 'system') return isForSystem(command) ? decideForSystem(refund, command, context) : refused('notYours');
  if (isForSystem(command)) return refused('notYours');
  if (!actor.staff.active) return refused('notActive');
  if (actor.staff.pack !== refund.pack) return refused('notYours');
  return decideForStaff(refund, command, actor.staff, context);
}

function isForSystem(command: RefundCommand | RefundSystemCommand): command is RefundSystemCommand {
  return ['receive', 'reworkChain', 'applyPolicy', 'refreshHolders', 'stepDue', 'confirmPosting', 'rejectPosting'].includes(command.type);
}

function decideForStaff(refund: Refund, command: RefundCommand, by: ActingPerson, context: RefundContext): RefundDecision {
  switch (command.type) {
    case 'refuse':
      return decideRefusal(refund, command, by, context);
    case 'approve':
    case 'askMore':
    case 'handToDeputy':
      return decideApproval(refund, command, by, context);
    case 'execute':
      return decideExecution(refund, command, by, context);
    case 'amend':
      return decideAmendment(refund, command, by, context);
    case 'withdraw':
      return decideWithdrawal(refund, command.reason, by, context);
    case 'reverse':
      return decideReversal(refund, command, by, context);
  }
}

function decideForSystem(refund: Refund, command: RefundSystemCommand, { nowMs, facts }: RefundContext): RefundDecision {
  switch (command.type) {
    case 'receive':
      return decideReception(refund, nowMs, facts);
    case 'reworkChain':
      if (!['awaitingApproval', 'awaitingAnswer', 'approved'].includes(refund.state)) return decided();
      if (!isChainOutdated(refund, facts) && !(refund.state === 'approved' && !isChainValid(refund, facts))) return decided();
      return withChain([], refund, nowMs, facts);
    case 'applyPolicy':
      return decidePolicy(refund, nowMs, facts);
    case 'refreshHolders':
      return decideHolders(refund, nowMs, facts);
    case 'stepDue':
      return decideApprovalDue(refund, nowMs, facts);
    case 'confirmPosting':
      return refund.state === 'executing' ? decided({ type: 'posted', atMs: nowMs }) : decided();
    case 'rejectPosting':
      if (refund.state !== 'executing') return decided();
      return decided({
        type: 'postingRejected',
        atMs: nowMs,
        reason: command.reason,
        remindAtMs: afterWorkingHours(nowMs, facts.pack.refunds.remindAfterHours, facts),
      });
  }
}
