import { dayMs, endOfDayMs, addDays, dayOf, hourMs } from '../calendar/day.ts';
import { type Decision, decided, refused } from '../kernel/decision.ts';
import type { Staff } from '../organisation/staff.ts';
import type { Unit } from '../organisation/unit.ts';
import type { Pack } from '../policy/pack.ts';
import { authorityFor, deputyUidOf, hasLaterStep, holds, partiesOf } from './authority.ts';
import { asksForOther, type Chain, covers, limitFenOf } from './chain.ts';
import type { RefundCommand, RefundSystemCommand } from './command.ts';
import { type AccountFacts, creditDestination } from './destination.ts';
import type { RefundEvent } from './event.ts';
import { evolveRefund } from './evolve.ts';
import { askedAbout, openingOf } from './opening.ts';
import { cumulatedFen, decidersOf, openStepOf, type Refund, type RefundBasis, type Step } from './refund.ts';

type Person = Pick<Staff, 'uid' | 'name' | 'role' | 'unitId' | 'active' | 'deputy' | 'pack'>;

export type RefundActor = { kind: 'staff'; staff: Person } | { kind: 'system' };

/** What a decision needs to know beyond the refund, all of it read inside the deciding transaction. */
export interface RefundFacts {
  /** The operator's pack in force. */
  pack: Pack;
  units: ReadonlyMap<string, Pick<Unit, 'id' | 'kind' | 'path'>>;
  /** Staff documents, as they are now, of requester, holders, deciders and deputies. */
  staff: readonly Person[];
  /** What other requests for the customer and cause come to (REF-4), and the chain that follows now. */
  earlierFen: number;
  earlierIds: readonly string[];
  chain: Chain | null;
  /** The confirmed cause and its customer; null when the complaint does not exist, concerns the requester not, or has no confirmed cause. */
  basis: RefundBasis | 'complaintUnknown' | 'causeNotConfirmed' | null;
  accounts: AccountFacts | null;
  /** Whether the card's serial number stands in another refund already. */
  isCardUsed: boolean;
  /** The complaint centre's refund clerks. */
  executorUids: readonly string[];
}

export interface RefundContext {
  actor: RefundActor;
  /** The server's time. */
  nowMs: number;
  facts: RefundFacts;
}

type Outcome = Decision<RefundEvent>;
type Pinned = Extract<RefundCommand, { seq: number }>;

/** Decides what a command does to a refund: the events that follow, none when it has been done already, or why it is refused. Pure. */
export function decideRefund(refund: Refund, command: RefundCommand | RefundSystemCommand, context: RefundContext): Outcome {
  const { actor } = context;
  if (actor.kind === 'system') return isForSystem(command) ? decideForSystem(refund, command, context) : refused('notYours');
  if (isForSystem(command)) return refused('notYours');
  if (!actor.staff.active) return refused('notActive');
  if (actor.staff.pack !== refund.pack) return refused('notYours');
  return decideForStaff(refund, command, actor.staff, context);
}

function isForSystem(command: RefundCommand | RefundSystemCommand): command is RefundSystemCommand {
  return ['receive', 'reworkChain', 'refreshHolders', 'stepDue', 'confirmPosting', 'rejectPosting'].includes(command.type);
}

function decideForStaff(refund: Refund, command: RefundCommand, by: Person, context: RefundContext): Outcome {
  switch (command.type) {
    case 'approve':
    case 'refuse':
    case 'askMore':
    case 'handToDeputy':
      return decideStep(refund, command, by, context);
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

/** Silence where the same person says the same again; otherwise who was faster, for the screen to say so. */
function standing(refund: Refund, command: Pinned, by: Person): Outcome | null {
  const last = refund.steps.findLast((step) => step.decidedByUid !== null);
  const said: Partial<Record<Pinned['type'], Step['state']>> = { approve: 'approved', refuse: 'refused' };
  if (last?.decidedByUid === by.uid && last.state === said[command.type] && command.seq < refund.seq) return decided();
  if (command.type === 'askMore' && refund.state === 'awaitingAnswer' && refund.question?.byUid === by.uid) return decided();
  if (refund.state === 'awaitingApproval') return null;
  const deciderUid = refund.withdrawal?.byUid ?? last?.decidedByUid ?? null;
  return deciderUid === null || refund.state === 'awaitingAnswer' ? refused('notInThisState', refund.state) : refused('alreadyDecided', deciderUid);
}

function decideStep(
  refund: Refund,
  command: Extract<Pinned, { type: 'approve' | 'refuse' | 'askMore' | 'handToDeputy' }>,
  by: Person,
  context: RefundContext,
): Outcome {
  const { nowMs, facts } = context;
  const already = standing(refund, command, by);
  if (already) return already;
  const index = refund.steps.findIndex((step) => step.state === 'open');
  const step = refund.steps[index];
  if (!step) return refused('notInThisState', refund.state);
  if (refund.requesterUid === by.uid) return refused('ownRequest');
  if (decidersOf(refund).includes(by.uid)) return refused('twoSteps');
  const authority = authorityFor(refund, step, by, facts.staff, nowMs);
  if (!authority) {
    const decidedStep = refund.steps.findLast((other) => other.decidedByUid !== null && holds(by, other));
    return decidedStep ? refused('alreadyDecided', decidedStep.decidedByUid ?? undefined) : refused('notYours');
  }
  const changed = changeSince(refund, command, facts);
  if (command.type === 'handToDeputy') return decideHandingOn(refund, by, authority.for !== null, changed, context);
  if (changed) return changed;
  const acting = { uid: by.uid, name: by.name };
  switch (command.type) {
    case 'approve':
      if (command.isBatch && refund.amountFen > facts.pack.refunds.batchUpToFen) return refused('batchTooLarge');
      return decideApproval(refund, { type: 'stepApproved', atMs: nowMs, index, by: acting, for: authority.for }, facts);
    case 'refuse':
      return decided<RefundEvent>({ type: 'refused', atMs: nowMs, index, by: acting, for: authority.for, reason: command.reason });
    case 'askMore':
      return decided<RefundEvent>({ type: 'moreAsked', atMs: nowMs, by: acting, reason: command.reason });
  }
}

/** Only to the deputy named beforehand, only by the holder in person, and only to somebody who may decide this step (REF-3, REF-6). */
function decideHandingOn(refund: Refund, by: Person, isDeputy: boolean, changed: Outcome | null, { nowMs, facts }: RefundContext): Outcome {
  const deputy = facts.staff.find((person) => person.uid === deputyUidOf(by, nowMs));
  if (!deputy?.active || deputy.pack !== refund.pack || isDeputy) return refused('noDeputy');
  if (partiesOf(refund).includes(deputy.uid) || hasLaterStep(refund.steps, deputy.uid)) return refused('noDeputy');
  if (refund.approverUids.includes(deputy.uid)) return decided();
  return changed ?? decided({ type: 'handedToDeputy', atMs: nowMs, by: { uid: by.uid, name: by.name }, deputyUid: deputy.uid });
}

/** A decision counts only for the request as it was seen: same version, same amount, same rules, same sum with the others (REF-4). */
function changeSince(refund: Refund, command: Pinned, facts: RefundFacts): Outcome | null {
  const isAsSeen = command.seq === refund.seq && command.amountFen === refund.amountFen && command.packVersion === refund.packVersion;
  return isAsSeen && !isOutdated(refund, facts) ? null : refused('requestChanged');
}

/** Whether the chain has to be worked out anew because the rules or the other requests of the customer have changed since. */
export function isOutdated(refund: Refund, facts: Pick<RefundFacts, 'pack' | 'earlierFen'>): boolean {
  return refund.closureId === null && asksForOther(refund, refund.amountFen + facts.earlierFen, facts.pack);
}

/** The next post on the ladder, or the clerk when this step's limit covers the sum. */
function decideApproval(before: Refund, event: Extract<RefundEvent, { type: 'stepApproved' }>, facts: RefundFacts): Outcome {
  const { index, atMs } = event;
  const refund = evolveRefund(before, [event]);
  const step = refund.steps[index];
  if (step && covers(step.limitFen, cumulatedFen(refund))) return decided<RefundEvent>(event, approval(atMs, facts));
  return refund.steps[index + 1] ? decided<RefundEvent>(event, openingOf(refund, index + 1, atMs, facts)) : decided<RefundEvent>(event);
}

function approval(nowMs: number, facts: RefundFacts): RefundEvent {
  return { type: 'approved', atMs: nowMs, executorUids: [...facts.executorUids], remindAtMs: nowMs + facts.pack.refunds.moveUpAfterHours * hourMs };
}

/** REF-5: only the complaint centre's refund clerk pays, and never somebody who asked or decided (REF-3). */
function decideExecution(refund: Refund, command: Pinned, by: Person, context: RefundContext): Outcome {
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
  const obstacle = obstacleToPaying(refund, facts);
  return obstacle ?? decided<RefundEvent>({ type: 'executionOrdered', atMs: nowMs, by: { uid: by.uid, name: by.name } });
}

function obstacleToPaying(refund: Refund, { accounts }: RefundFacts): Extract<Outcome, { ok: false }> | null {
  if (refund.closureId !== null) return accounts?.account?.balancesFen.cash === refund.amountFen ? null : refused('balanceTooLow');
  if (refund.form !== 'balanceCredit') return null;
  const destination = accounts ? creditDestination(accounts) : refused('accountUnknown');
  return destination.ok ? null : destination;
}

/**
 * Whether everyone whose word this refund rests on still has the authority that they used (ORG-4): asked again when money moves. The requester's
 * counts only where they decided alone.
 */
export function isChainValid(refund: Refund, facts: Pick<RefundFacts, 'staff' | 'pack' | 'units'>): boolean {
  if (refund.closureId !== null) return true;
  const personOf = (uid: string | null) => facts.staff.find((person) => person.uid === uid && person.active);
  if (refund.steps.length === 0) {
    const requester = personOf(refund.requesterUid);
    return requester !== undefined && covers(limitFenOf(requester, facts.pack, facts.units), cumulatedFen(refund));
  }
  const approvals = refund.steps.filter((step) => step.state === 'approved');
  const last = approvals.at(-1);
  const isEach = approvals.every((step) => {
    const decider = personOf(step.decidedByUid);
    const holder = step.forUid === null ? decider : personOf(step.forUid);
    return decider !== undefined && holder !== undefined && holds(holder, step);
  });
  const people = partiesOf(refund);
  return isEach && last !== undefined && covers(last.limitFen, cumulatedFen(refund)) && new Set(people).size === people.length;
}

/** Only whoever asked may change the request, and whatever changes what was approved begins the chain anew. */
function decideAmendment(refund: Refund, command: Extract<RefundCommand, { type: 'amend' }>, by: Person, { nowMs, facts }: RefundContext): Outcome {
  if (refund.requesterUid !== by.uid || refund.closureId !== null) return refused('notYours');
  if (!['awaitingApproval', 'awaitingAnswer', 'approved'].includes(refund.state)) return refused('notInThisState', refund.state);
  const { text, newAmountFen: amountFen, form, accountNo, cardSerial } = command;
  const amended = { ...refund, amountFen, form, accountNo, cardSerial };
  const fault = faultOfRequest(amended, facts);
  if (fault) return fault;
  const strange = faultOfAccount(amended, refund.basis, facts);
  if (strange) return refused(strange);
  const event: RefundEvent = { type: 'amended', atMs: nowMs, text, by: { uid: by.uid, name: by.name }, amountFen, form, accountNo, cardSerial };
  const isSame = refund.amountFen === amountFen && refund.form === form && refund.accountNo === accountNo && refund.cardSerial === cardSerial;
  if (isSame && refund.reply?.text === text) return decided();
  if (!isSame || refund.state === 'approved') return withChain([event], amended, nowMs, facts);
  const index = refund.steps.findIndex((step) => step.state === 'open');
  return decided(event, openingOf(refund, index, nowMs, facts));
}

/** The serial number printed on a recharge card. */
const cardSerialPattern = /^[A-Za-z0-9-]{4,40}$/;

function faultOfRequest(request: Pick<Refund, 'amountFen' | 'form' | 'accountNo' | 'cardSerial'>, facts: RefundFacts): Extract<Outcome, { ok: false }> | null {
  const { amountFen, form, accountNo, cardSerial } = request;
  if (!Number.isSafeInteger(amountFen) || amountFen <= 0 || amountFen > facts.pack.refunds.mostFen) return refused('amountInvalid');
  if (form === 'balanceCredit' && accountNo === null) return refused('accountMissing');
  if (form === 'rechargeCard' && !cardSerialPattern.test(cardSerial ?? '')) return refused('cardSerialMissing');
  if (form === 'rechargeCard' && facts.isCardUsed) return refused('cardAlreadyUsed');
  return null;
}

/** Money is credited to an account of the customer who complained and to nobody else's. */
function faultOfAccount(request: Pick<Refund, 'form'>, basis: RefundBasis | null, { accounts }: RefundFacts): 'accountUnknown' | 'accountNotOfCustomer' | null {
  if (request.form !== 'balanceCredit') return null;
  if (!accounts?.account) return 'accountUnknown';
  return accounts.account.contactKey === basis?.customerKey ? null : 'accountNotOfCustomer';
}

/** Events of a chain that begins: the first post is asked, or, within the requester's own limit, the clerk at once. */
function withChain(before: RefundEvent[], request: Refund, nowMs: number, facts: RefundFacts): Outcome {
  const { chain, pack, earlierFen, earlierIds } = facts;
  if (!chain?.ok) return refused('noApprover');
  const worked: RefundEvent = {
    type: 'chainWorkedOut',
    atMs: nowMs,
    packVersion: pack.version,
    earlierFen,
    earlierIds: [...earlierIds],
    ownLimitFen: chain.ownLimitFen,
    steps: chain.steps,
  };
  const next = chain.steps.length === 0 ? approval(nowMs, facts) : openingOf({ ...request, steps: chain.steps }, 0, nowMs, facts);
  return decided(...before, worked, next);
}

function decideWithdrawal(refund: Refund, reason: string, by: Person, { nowMs }: RefundContext): Outcome {
  if (refund.requesterUid !== by.uid || refund.closureId !== null) return refused('notYours');
  if (refund.state === 'withdrawn') return decided();
  if (!['awaitingApproval', 'awaitingAnswer', 'approved'].includes(refund.state)) return refused('notInThisState', refund.state);
  return decided({ type: 'withdrawn', atMs: nowMs, by: { uid: by.uid, name: by.name }, reason });
}

/** A posting that was wrong is taken back by another one, ordered by a fourth person: the centre's director, who had no part in it. */
function decideReversal(refund: Refund, command: Extract<RefundCommand, { type: 'reverse' }>, by: Person, { nowMs, facts }: RefundContext): Outcome {
  if (by.role !== 'centreDirector' || facts.units.get(by.unitId)?.kind !== 'complaintCentre') return refused('notYours');
  if (refund.state === 'reversed') return refund.reversal?.byUid === by.uid ? decided() : refused('alreadyDecided', refund.reversal?.byUid);
  if (refund.state !== 'posted' || refund.closureId !== null) return refused('notInThisState', refund.state);
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

function decideForSystem(refund: Refund, command: RefundSystemCommand, { nowMs, facts }: RefundContext): Outcome {
  switch (command.type) {
    case 'receive':
      return decideReception(refund, nowMs, facts);
    case 'reworkChain':
      if (!['awaitingApproval', 'awaitingAnswer', 'approved'].includes(refund.state)) return decided();
      if (!isOutdated(refund, facts) && !(refund.state === 'approved' && !isChainValid(refund, facts))) return decided();
      return withChain([], refund, nowMs, facts);
    case 'refreshHolders':
      return decideHolders(refund, nowMs, facts);
    case 'stepDue':
      return decideStepDue(refund, nowMs, facts);
    case 'confirmPosting':
      return refund.state === 'executing' ? decided({ type: 'posted', atMs: nowMs }) : decided();
    case 'rejectPosting':
      if (refund.state !== 'executing') return decided();
      return decided({ type: 'postingRejected', atMs: nowMs, reason: command.reason, remindAtMs: nowMs + facts.pack.refunds.remindAfterHours * hourMs });
  }
}

/** REF-1: nothing is decided before the cause is confirmed and written down with evidence. A request that cannot stand is told why, not lost. */
function decideReception(refund: Refund, nowMs: number, facts: RefundFacts): Outcome {
  if (refund.state !== 'requested') return decided();
  const { basis } = facts;
  const away = (code: Extract<RefundEvent, { type: 'turnedAway' }>['code']): Outcome => decided({ type: 'turnedAway', atMs: nowMs, code });
  const requester = facts.staff.find((person) => person.uid === refund.requesterUid);
  if (!requester?.active || requester.pack !== refund.pack) return away('notActive');
  if (basis === null || basis === 'complaintUnknown') return away('complaintUnknown');
  if (basis === 'causeNotConfirmed') return away('causeNotConfirmed');
  const fault = faultOfRequest(refund, facts);
  if (fault) return away(fault.refusal.code);
  const strange = faultOfAccount(refund, basis, facts);
  if (strange) return away(strange);
  const payDueAtMs = endOfDayMs(addDays(dayOf(nowMs), facts.pack.refunds.payWithin.days));
  const started = withChain([{ type: 'received', atMs: nowMs, basis, payDueAtMs }], refund, nowMs, facts);
  return started.ok ? started : away(started.refusal.code);
}

/**
 * Somebody left, moved or came to a post: the steps not yet decided follow, and one that nobody can decide any more goes up at once, or, where
 * nobody above can either, through a chain worked out anew (ORG-4). A clock goes on running unless its own post has changed hands: a deputy who is
 * named while it runs is asked in what is left of it (REF-6).
 */
function decideHolders(refund: Refund, nowMs: number, facts: RefundFacts): Outcome {
  const index = refund.steps.findIndex((step) => step.state === 'open');
  if (index === -1 || !['awaitingApproval', 'awaitingAnswer'].includes(refund.state)) return decided();
  const able = (step: Step) => facts.staff.filter((person) => person.active && !partiesOf(refund).includes(person.uid) && holds(person, step));
  const holdersOf = (step: Step) =>
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
  return decided(changed, ...passedOver(steps, index, next, nowMs), openingOf({ ...refund, steps }, next, nowMs, facts));
}

function isUndecided(step: Step): boolean {
  return step.state === 'open' || step.state === 'waiting';
}

/**
 * A step that sits is reminded, then goes to the next superior, and never approves by itself (REF-6). Late runs go straight up; the last post is
 * reminded again and again, and so is the clerk who has to pay. Before any of it, it is asked who holds the posts now, and a question to somebody
 * who is gone goes back to whoever asked it (ORG-4).
 */
function decideStepDue(refund: Refund, nowMs: number, facts: RefundFacts): Outcome {
  if (refund.nextDueAtMs === null || refund.nextDueAtMs > nowMs) return decided();
  const holders = decideHolders(refund, nowMs, facts);
  if (holders.ok && holders.events.some(({ type }) => type === 'approved')) return decided(...whatIsDue(refund, nowMs, facts));
  return holders.ok ? decided(...holders.events, ...whatIsDue(evolveRefund(refund, holders.events), nowMs, facts)) : holders;
}

function whatIsDue(refund: Refund, nowMs: number, facts: RefundFacts): RefundEvent[] {
  if (refund.nextDueAtMs === null || refund.nextDueAtMs > nowMs) return [];
  const index = refund.steps.findIndex((step) => step.state === 'open');
  const isRequesterGone = !facts.staff.some((person) => person.uid === refund.requesterUid && person.active);
  if (refund.state === 'awaitingAnswer' && isRequesterGone && refund.steps[index]?.holderUids.length) return [openingOf(refund, index, nowMs, facts)];
  const next = refund.steps.findIndex((step, at) => at > index && step.holderUids.length > 0);
  const canMoveUp = refund.state === 'awaitingApproval' && next !== -1;
  const moveUpAtMs = refund.dueAtMs ?? nowMs;
  if (canMoveUp && nowMs >= moveUpAtMs) return [...passedOver(refund.steps, index, next, nowMs), openingOf(refund, next, nowMs, facts)];
  return [{ type: 'reminded', atMs: nowMs, toUids: whoKeepsWaiting(refund, facts), nextAtMs: canMoveUp ? moveUpAtMs : nowMs + dayMs }];
}

function passedOver(steps: readonly Step[], from: number, to: number, atMs: number): RefundEvent[] {
  return steps.slice(from, to).map((_, offset) => ({ type: 'movedUp', atMs, index: from + offset }));
}

function whoKeepsWaiting(refund: Refund, facts: RefundFacts): string[] {
  if (refund.state === 'awaitingAnswer') return [refund.requesterUid];
  return refund.state === 'approved' ? [...facts.executorUids] : refund.approverUids;
}

/** What the phone shows of its own accord: whether this person can decide the open step, and in whose name. */
export function standingAtStep(refund: Refund, by: Person, context: RefundContext): { for: { uid: string; name: string } | null } | null {
  const step = openStepOf(refund);
  if (!step || refund.state !== 'awaitingApproval' || !by.active || partiesOf(refund).includes(by.uid)) return null;
  return authorityFor(refund, step, by, context.facts.staff, context.nowMs);
}
