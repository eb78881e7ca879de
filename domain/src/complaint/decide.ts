import type { ComplaintId, Uid } from '../kernel/brand.ts';
import { dayMs } from '../calendar/day.ts';
import { isQuiet } from '../calendar/quiet-hours.ts';
import { type Decision, decided, refused } from '../kernel/decision.ts';
import type { Staff } from '../organisation/staff.ts';
import { isAwayAt } from '../organisation/presence.ts';
import { isGreen } from '../policy/green-channel.ts';
import { wantsLink } from '../policy/mail-chain.ts';
import type { Assignment } from './intake/assignment.ts';
import { withThreatHeard } from './intake/threat-heard.ts';
import { moneyWithoutRefund } from './money-lines.ts';
import { reclock } from './time/clocks.ts';
import type { Command, CustomerCommand, StaffCommand, SystemCommand } from './command.ts';
import type { ActingStaff, DecideContext } from './context.ts';
import type { Complaint, RefundStanding } from './complaint.ts';
import type { ComplaintState } from './complaint-values.ts';
import { decideAwaitAssists, decideNoteAssist } from './decide-assists.ts';
import { correctedTo, decideAgreeTime, decideCorrect, decideParticulars, decideWait, withClocks } from './time/decide-time.ts';
import type { ComplaintEvent } from './event.ts';
import { factsOfAct, replyTimeOf } from './time/overdue.ts';
import { type Actor, canHandle, relationsTo } from './relation.ts';
import { ownLinks } from './responsible-link.ts';
import { decideEscalate, decideSteps } from './time/steps.ts';
import { toldBy, toldByContact, toldByMessage, toldByPage } from './told.ts';
import { transitionOf } from './transitions.ts';

type Outcome = Decision<ComplaintEvent>;
type Of<Type extends StaffCommand['type']> = Extract<StaffCommand, { type: Type }>;

/** Decides what a command does to a complaint: the events that follow, nothing when it has been done already, or why it is refused. Pure. */
export function decide(complaint: Complaint, command: Command, context: DecideContext): Outcome {
  if (context.actor.kind === 'staff' && !context.actor.staff.active) return refused('notActive');
  const transition = transitionOf(command.type);
  const relations = relationsTo(complaint, context.actor);
  if (!relations.some((relation) => transition.by.includes(relation))) return refused('notYours');
  if (isDoneAlready(complaint, command, context.actor)) return decided();
  if (!transition.from.includes(complaint.state)) return refused('notInThisState', complaint.state);
  const outcome = withThreatHeard(complaint, command, decideAllowed(complaint, command, context), context.atMs);
  return withClocks(complaint, withFacts(complaint, command, outcome, context), context);
}

/** What has run out is noted with whatever is done next, so that no command can forget it; the schedule's own step does nothing else. */
function withFacts(complaint: Complaint, command: Command, outcome: Outcome, context: DecideContext): Outcome {
  if (!outcome.ok || outcome.events.length === 0 || command.type === 'takeSteps') return outcome;
  const { before, after } = factsOfAct(complaint, command, context);
  return decided(...before, ...outcome.events, ...after);
}

/** Silence instead of a refusal when the same person says the same thing twice. */
function isDoneAlready(complaint: Complaint, command: Command, actor: Actor): boolean {
  const uid = actor.kind === 'staff' ? actor.staff.uid : null;
  const doneAs: Partial<Record<Command['type'], ComplaintState>> = {
    close: 'closed',
    withdraw: 'withdrawn',
    outOfScope: 'outOfScope',
    disagree: 'reopened',
    reopen: 'reopened',
  };
  if (command.type === 'accept') return complaint.state === 'accepted' && complaint.handlerUid === uid;
  if (command.type === 'assign') return hasNotBegun(complaint) && complaint.handlerUid === command.toUid && complaint.handOver === null;
  if (command.type === 'merge') return complaint.mergedInto === command.intoId;
  if (command.type === 'moveOwnership') return complaint.ownerUid === command.toUid;
  if (command.type === 'confirmCause') return isConfirmedAlready(complaint, command, uid);
  return doneAs[command.type] === complaint.state;
}

function isConfirmedAlready({ cause }: Complaint, command: Extract<StaffCommand, { type: 'confirmCause' }>, uid: Uid | null): boolean {
  const { text, evidence, photoId = null, bill = null } = command;
  if (cause === null || cause.byUid !== uid || cause.text !== text || cause.evidence !== evidence || cause.photoId !== photoId) return false;
  return cause.bill === bill || (cause.bill?.period === bill?.period && cause.bill?.item === bill?.item && cause.bill?.amountFen === bill?.amountFen);
}

function hasNotBegun(complaint: Complaint): boolean {
  return complaint.state === 'assigned' || complaint.state === 'reopened';
}

function decideAllowed(complaint: Complaint, command: Command, context: DecideContext): Outcome {
  switch (command.type) {
    case 'rate':
    case 'addInformation':
    case 'disagree':
      return decideForCustomer(complaint, command, context);
    case 'correctConcerned':
      return decided(...correctedTo(complaint, { concernedMasked: command.concernedMasked }, context));
    case 'noteSeen':
      return decided(...toldByPage(complaint, context.atMs));
    case 'noteMessage':
    case 'noteRefund':
    case 'noteAssist':
    case 'releaseHandler':
    case 'dropHandOver':
    case 'moveOwnership':
    case 'takeSteps':
    case 'noteRepeats':
    case 'applyPolicy':
      return decideForSystem(complaint, command, context);
    default:
      return context.actor.kind === 'staff' ? decideForStaff(complaint, command, context.actor.staff, context) : refused('notYours');
  }
}

function decideForStaff(complaint: Complaint, command: StaffCommand, by: ActingStaff, context: DecideContext): Outcome {
  const { atMs } = context;
  switch (command.type) {
    case 'accept':
      return decideAccept(complaint, by, context);
    case 'return':
      return decided({ type: 'returned', atMs, uid: by.uid }, ...bounce(complaint, context), ...assigned(context));
    case 'assign':
      return decideAssign(complaint, command.toUid, by, context);
    case 'handOver':
      return decideHandOver(complaint, command, by, context);
    case 'acceptHandOver':
      return decideAcceptHandOver(complaint, by, context);
    case 'declineHandOver':
      return complaint.handOver ? decided({ type: 'handOverDeclined', atMs, uid: by.uid }) : refused('noHandOver');
    case 'note':
      return decided({ type: 'noted', atMs, uid: by.uid }, ...startOfWork(complaint, by, atMs));
    case 'contactAttempt':
      return decideContact(complaint, command, by, context);
    case 'confirmCause':
      return decideCause(complaint, command, by, context);
    case 'awaitCustomer':
    case 'awaitOther':
      return decideWait(complaint, command, context);
    case 'awaitAssists':
      return decideAwaitAssists(complaint, context);
    case 'resume':
      return decided({ type: 'waitEnded', atMs });
    case 'answer':
      return decideAnswer(complaint, command, by, context);
    case 'agreeTime':
      return decideAgreeTime(complaint, command, by, context);
    case 'correct':
      return decideCorrect(complaint, command, context);
    case 'noteParticulars':
      return decideParticulars(complaint, command, context);
    case 'nameLink':
      return decideLink(complaint, command, by, context);
    case 'escalate':
      return decideEscalate(complaint, context);
    case 'leadToManager':
      return decideLeadToManager(by, context);
    case 'receiveInPerson':
      return isAway(by, context) ? refused('takerAway') : decided({ type: 'ownershipMoved', atMs, uid: by.uid, name: by.name });
    case 'close':
      return decided({ type: 'closed', atMs });
    case 'outOfScope':
      return decided({ type: 'closedOutOfScope', atMs, reason: command.reason, whereToTurn: command.whereToTurn });
    case 'withdraw':
      return decided({ type: 'withdrawn', atMs });
    case 'merge':
      return decideMerge(complaint, command.intoId, by, context);
    case 'chase':
      return decided({ type: 'chased', atMs, uid: by.uid });
    case 'reopen':
      return decideReopen(complaint, false, context);
  }
}

function decideForCustomer(complaint: Complaint, command: CustomerCommand, context: DecideContext): Outcome {
  const { atMs } = context;
  switch (command.type) {
    case 'rate':
      return decided<ComplaintEvent>(...toldByPage(complaint, atMs), {
        type: 'rated',
        atMs,
        rating: { stars: command.stars, reasons: command.reasons, solved: command.solved, atMs },
      });
    case 'addInformation':
      return decided({ type: 'informationAdded', atMs });
    case 'disagree':
      return decideReopen(complaint, true, context);
  }
}

function decideForSystem(complaint: Complaint, command: SystemCommand, context: DecideContext): Outcome {
  const { atMs } = context;
  switch (command.type) {
    case 'takeSteps':
      return decideSteps(complaint, context);
    case 'noteMessage':
      return decided(...toldByMessage(complaint, command, atMs));
    case 'applyPolicy':
      return complaint.packVersion === command.version ? decided() : decided({ type: 'policyApplied', atMs, version: command.version });
    case 'noteRepeats':
      return decideRepeats(complaint, command.repeatOf, atMs);
    case 'moveOwnership':
      return decided({ type: 'ownershipMoved', atMs, uid: command.toUid, name: command.toName });
    case 'noteRefund':
      return isNotedAlready(complaint, command.refund) ? decided() : decided({ type: 'refundNoted', atMs, refund: command.refund });
    case 'noteAssist':
      return decideNoteAssist(complaint, command.assist, context);
    case 'dropHandOver':
      return complaint.handOver?.toUid ? decided({ type: 'handOverDeclined', atMs, uid: complaint.handOver.toUid }) : decided();
    case 'releaseHandler':
      if (complaint.handlerUid !== command.uid) return decided();
      return decided({ type: 'handlerReleased', atMs, uid: complaint.handlerUid }, ...assigned(context));
  }
}

/** ATT-2: an earlier one was corrected, so that this has come to repeat it or does no more. */
function decideRepeats(complaint: Complaint, repeatOf: ComplaintId[], atMs: number): Outcome {
  if (repeatOf.length === complaint.repeatOf.length && repeatOf.every((id) => complaint.repeatOf.includes(id))) return decided();
  const flags = [...complaint.flags.filter((flag) => flag !== 'repeat'), ...(repeatOf.length > 0 ? ['repeat'] : [])];
  return decided({ type: 'repeatsNoted', atMs, repeatOf, flags });
}

function isNotedAlready(complaint: Complaint, { refundId, standing, amountFen, form }: RefundStanding): boolean {
  return complaint.refunds.some((known) => known.refundId === refundId && known.standing === standing && known.amountFen === amountFen && known.form === form);
}

/** The new assignment where it is known: always on the server, never on the phone, which shows "being assigned" meanwhile. */
function assigned({ facts, atMs }: DecideContext): ComplaintEvent[] {
  return facts.assignment ? [{ type: 'assigned', atMs, assignment: facts.assignment }] : [];
}

/** OWN-6: the third time that a complaint is pushed on it is flagged as being passed around (推诿). */
function bounce(complaint: Complaint, { pack, atMs }: DecideContext): ComplaintEvent[] {
  const isPassedAround = complaint.bounceCount + 1 >= pack.limits.passedAroundAt && !complaint.flags.includes('passed-around');
  return isPassedAround ? [{ type: 'passedAround', atMs }] : [];
}

/** Work has begun with the handler's first own step after accepting. */
function startOfWork(complaint: Complaint, by: ActingStaff, atMs: number): ComplaintEvent[] {
  return complaint.state === 'accepted' && complaint.handlerUid === by.uid ? [{ type: 'workStarted', atMs }] : [];
}

/** SLA-4: what came of trying, and when they are promised to be contacted next: a time to come, and none at which they are not to be disturbed. */
function decideContact(complaint: Complaint, { result, nextSlotAtMs }: Of<'contactAttempt'>, by: ActingStaff, { atMs, pack }: DecideContext): Outcome {
  if (nextSlotAtMs !== null && nextSlotAtMs < atMs) return refused('momentInThePast', 'nextSlotAtMs');
  if (nextSlotAtMs !== null && isQuiet(nextSlotAtMs, pack.clocks.quietHours)) return refused('momentInQuietHours', 'nextSlotAtMs');
  const told = toldByContact(complaint, result, atMs);
  const tried: ComplaintEvent = { type: 'contactAttempted', atMs, uid: by.uid, result, nextContactAtMs: nextSlotAtMs };
  return decided(...told, tried, ...startOfWork(complaint, by, atMs));
}

/** REF-1: words, and beside them a line of a bill or a photo that has been looked at; one that has not shows nothing yet. */
function decideCause(complaint: Complaint, command: Extract<StaffCommand, { type: 'confirmCause' }>, by: ActingStaff, { atMs, facts }: DecideContext): Outcome {
  const { text, evidence, photoId = null, bill = null } = command;
  if (photoId !== null && facts.photo === 'pending') return refused('photoUnchecked');
  if (photoId !== null && (facts.photo === null || facts.photo === 'refused')) return refused('photoMissing');
  const cause = { text, evidence, photoId, bill, byUid: by.uid, byName: by.name, atMs };
  return decided({ type: 'causeConfirmed', atMs, cause }, ...startOfWork(complaint, by, atMs));
}

/** OWN-8: whoever manages the unit that received it and is there; where nobody is, the customer stays with the owner. */
function decideLeadToManager(by: ActingStaff, { facts, atMs }: DecideContext): Outcome {
  const uids = (facts.managers ?? []).filter((uid) => uid !== by.uid);
  if (facts.managers && uids.length === 0) return refused('noManagerHere');
  return decided({ type: 'ledToManager', atMs, ledToManager: { byUid: by.uid, byName: by.name, uids, atMs } });
}

/** PST-2: one of the operator's own links is a unit's, which is there and of this operator; somebody outside, or nowhere, is no unit's. */
function decideLink(complaint: Complaint, command: Of<'nameLink'>, by: ActingStaff, { atMs, pack, facts }: DecideContext): Outcome {
  const { link, unitId, cause, evidence } = command;
  if (!wantsLink(complaint.category, pack)) return refused('noMailItem');
  const isOwn = ownLinks.includes(link);
  if (isOwn && unitId === null) return refused('linkWithoutUnit', 'unitId');
  if (isOwn && facts.receiver && facts.receiver.unit?.pack !== complaint.pack) return refused('receiverUnknown', unitId ?? '');
  const responsible = { link, unitId: isOwn ? unitId : null, cause, evidence, byUid: by.uid, byName: by.name, atMs };
  return decided({ type: 'linkNamed', atMs, responsible }, ...startOfWork(complaint, by, atMs));
}

/** A head gives work to someone below them; no consent is asked for there. */
function decideAssign(complaint: Complaint, toUid: Uid, by: ActingStaff, { facts, atMs }: DecideContext): Outcome {
  const receiver = facts.receiver;
  if (!receiver) return decided();
  if (!receiver.staff || !receiver.unit || receiver.unit.pack !== complaint.pack) return refused('receiverUnknown', toUid);
  const obstacle = obstacleOf(receiver.staff);
  if (obstacle) return obstacle;
  if (!receiver.staff.audience.includes(by.unitId)) return refused('receiverNotBelow');
  const assignment: Assignment = {
    route: 'returned',
    unitId: receiver.unit.id,
    unitAudience: receiver.unit.audience,
    handlerUid: receiver.staff.uid,
    handlerName: receiver.staff.name,
    headUid: null,
  };
  return decided({ type: 'assigned', atMs, assignment });
}

/** What keeps someone from being given work: absence (ORG-4), or a job that does not handle complaints. */
function obstacleOf(staff: Pick<Staff, 'role' | 'active' | 'onDuty'>) {
  if (!staff.active || !staff.onDuty) return refused('receiverNotAvailable');
  return canHandle(staff.role) ? null : refused('receiverCannotHandle');
}

/** Handing over to oneself, to whoever has it or to the unit that has it would only look like getting on with it. */
function isHeldThere(complaint: Complaint, { toUid, toUnitId }: Extract<StaffCommand, { type: 'handOver' }>, by: ActingStaff): boolean {
  return toUid === null ? toUnitId === complaint.handlingUnitId : toUid === by.uid || toUid === complaint.handlerUid;
}

function decideHandOver(complaint: Complaint, command: Extract<StaffCommand, { type: 'handOver' }>, by: ActingStaff, context: DecideContext): Outcome {
  const { receiver } = context.facts;
  if (complaint.handOver) return refused('handOverPending');
  if (isHeldThere(complaint, command, by)) return refused('receiverIsSelf');
  if (receiver && receiver.unit?.pack !== complaint.pack) return refused('receiverUnknown', command.toUnitId);
  if (receiver && command.toUid !== null && receiver.staff?.unitId !== command.toUnitId) return refused('receiverUnknown', command.toUid);
  const obstacle = receiver?.staff && obstacleOf(receiver.staff);
  if (obstacle) return obstacle;
  const handOver = {
    fromUid: by.uid,
    fromName: by.name,
    toUnitId: command.toUnitId,
    toUid: command.toUid,
    toName: receiver?.staff?.name ?? null,
    reason: command.reason,
    offeredAtMs: context.atMs,
  };
  const unit = receiver?.unit;
  return decided(
    {
      type: 'handOverOffered',
      atMs: context.atMs,
      handOver,
      toAudience: unit?.audience ?? [],
      headUid: unit?.headUid ?? null,
      isGreen: isGreen(complaint, context.pack),
    },
    ...bounce(complaint, context),
  );
}

function decideAcceptHandOver(complaint: Complaint, by: ActingStaff, context: DecideContext): Outcome {
  if (!complaint.handOver) return refused('noHandOver');
  if (isAway(by, context)) return refused('takerAway');
  const { facts, atMs } = context;
  const unitAudience = facts.receiver?.unit?.audience ?? complaint.handlingAudience;
  return decided({ type: 'handOverAccepted', atMs, uid: by.uid, name: by.name, unitId: complaint.handOver.toUnitId, unitAudience });
}

/** Whoever has it says that they begin; whoever takes it over that they have it from now on, and that nobody does who is on leave (ADM-4). */
function decideAccept(complaint: Complaint, by: ActingStaff, context: DecideContext): Outcome {
  if (complaint.handlerUid !== by.uid && isAway(by, context)) return refused('takerAway');
  return decided({ type: 'accepted', atMs: context.atMs, uid: by.uid, name: by.name });
}

/** By when it arrives: meanwhile it may have been given to somebody else, because they left. */
function isAway(by: ActingStaff, { atMs, receivedAtMs = atMs }: DecideContext): boolean {
  return isAwayAt(by, receivedAtMs);
}

/** KNO-3: an answer says for each thing that was asked for what became of it; of a mail item it names the link (PST-2); money is not called given where there is none and no word of how. */
function decideAnswer(complaint: Complaint, command: Extract<StaffCommand, { type: 'answer' }>, by: ActingStaff, { atMs, pack }: DecideContext): Outcome {
  const missing = complaint.asks.find((ask) => !command.checklist.some((line) => line.ask === ask));
  if (missing) return refused('askMissing', missing);
  if (wantsLink(complaint.category, pack) && complaint.responsible === null) return refused('linkMissing');
  const { text, checklist, howGiven } = command;
  const unpaid = moneyWithoutRefund(checklist, complaint.refunds);
  if (unpaid && howGiven === undefined) return refused('moneyMissing', unpaid);
  const answer = { text, checklist, ...(unpaid && howGiven !== undefined && { howGiven }), byUid: by.uid, byName: by.name, atMs };
  const answered: ComplaintEvent = { type: 'answered', atMs, answer, replyTime: replyTimeOf(complaint, atMs, pack) };
  return decided(answered, ...(command.toldBy ? [toldBy(command.toldBy, atMs)] : []));
}

function decideMerge(complaint: Complaint, intoId: ComplaintId, by: ActingStaff, { facts, atMs }: DecideContext): Outcome {
  const target = facts.mergeTarget;
  if (intoId === complaint.id) return refused('mergeTargetSelf');
  if (target === null || (target && !target.people.includes(by.uid) && !target.audience.includes(by.unitId))) return refused('mergeTargetUnknown');
  if (target && !target.isSameCustomer) return refused('mergeTargetOtherCustomer');
  if (target && !target.open) return refused('mergeTargetClosed', target.state);
  return decided({ type: 'merged', atMs, intoId });
}

/** Disagreement or a staff member's reopening: back to the same owner, within the pack's window after answer or close. */
function decideReopen(complaint: Complaint, byCustomer: boolean, context: DecideContext): Outcome {
  const { atMs, pack, facts } = context;
  const endedAtMs = complaint.closedAtMs ?? complaint.answer?.atMs ?? atMs;
  if (atMs > endedAtMs + pack.windows.reopenDays * dayMs) return refused('reopenWindowOver', String(pack.windows.reopenDays));
  const disagreedAtMs = byCustomer ? atMs : complaint.disagreedAtMs;
  const clocks = reclock({ ...complaint, pauses: [], agreedTime: null, disagreedAtMs }, atMs, pack, context.calendar, atMs);
  const reopened: ComplaintEvent = { type: 'reopened', atMs, byCustomer, clocks };
  if (facts.handlerAvailable !== false || complaint.handlerUid === null) return decided(reopened);
  return decided(reopened, { type: 'handlerReleased', atMs, uid: complaint.handlerUid }, ...assigned(context));
}
