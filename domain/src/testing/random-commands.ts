import fc from 'fast-check';
import { minuteMs } from '../calendar/day.ts';
import type { Assignment } from '../complaint/intake/assignment.ts';
import { assistStandings } from '../complaint/assist-standing.ts';
import { contactResults, type Command, ratingReasons } from '../complaint/command.ts';
import { asks, checklistResults, needs, refundStandings } from '../complaint/complaint-values.ts';
import type { Complaint } from '../complaint/complaint.ts';
import type { CommandFacts } from '../complaint/context.ts';
import type { Actor } from '../complaint/relation.ts';
import { assignmentTo, complaintId, justRecorded, taken } from './complaints.ts';
import { actorOf, customer, staff, systemActor, telecom, units } from './organisation.ts';
import { directory, directoryWith } from './leaders.ts';
import { askedAssist, otherId } from './sample-commands.ts';

/** One thing that somebody does, and what the world is like at that moment. */
export interface RandomAct {
  actor: Actor;
  command: Command;
  /** Minutes since the step before; a phone that was offline can bring in what happened earlier. */
  afterMinutes: number;
  world: World;
}

/** What only a server sees. */
interface World {
  assignment: Assignment;
  handlerAvailable: boolean;
  mergeTarget: 'sameCustomer' | 'otherCustomer' | 'ended' | 'missing';
  leadersAreThere: boolean;
}

const everybody = Object.values(staff);
const uids = fc.constantFrom(...everybody.map(({ uid }) => uid), 'nobody');
const unitIds = fc.constantFrom(...units.keys(), 'nowhere');
const words = fc.constantFrom('请尽快', '客户来电', '查了账单', '不属本部门');
const waitEnds = fc.option(fc.constantFrom(Date.UTC(2020, 0), Date.UTC(2027, 5)));

/** Few refunds, so that one is noted more than once. */
const refundStandingsOf = fc.record({
  refundId: fc.constantFrom('c1f6a1f0-0000-4000-8000-000000000001', 'c1f6a1f0-0000-4000-8000-000000000002'),
  amountFen: fc.constantFrom(500, 3500),
  form: fc.constantFrom('balanceCredit' as const, 'cash' as const, 'rechargeCard' as const),
  standing: fc.constantFrom(...refundStandings),
  atMs: fc.constant(Date.UTC(2026, 10, 20)),
});

const assistStandingsOf = fc
  .record({
    assistId: fc.constantFrom('a1f6a1f0-0000-4000-8000-000000000001', 'a1f6a1f0-0000-4000-8000-000000000002'),
    standing: fc.constantFrom(...assistStandings),
  })
  .map((some) => ({ ...askedAssist, ...some }));

/** Gone by, within the fortnight that the law gives, beyond it. */
const agreedTimes = fc.constantFrom(Date.UTC(2020, 0), Date.UTC(2026, 10, 23, 2), Date.UTC(2026, 10, 26, 13, 30), Date.UTC(2027, 5));

const corrections = fc.record({
  type: fc.constant('correct' as const),
  category: fc.constantFrom('T01-05', 'T04-01', 'T12-02', 'T77-77'),
  tier: fc.constantFrom('vip', 'ordinary', 'platinum'),
  urgency: fc.option(fc.constantFrom('critical' as const, 'normal' as const)),
  need: fc.option(fc.constantFrom(...needs)),
  reason: words,
});

const commands: fc.Arbitrary<Command> = fc.oneof(
  fc.constant<Command>({ type: 'accept' }),
  fc.record({ type: fc.constant('return' as const), reason: words }),
  fc.record({ type: fc.constant('assign' as const), toUid: uids, reason: fc.constantFrom('熟悉此类业务', '人手调配') }),
  fc.record({ type: fc.constant('handOver' as const), toUnitId: unitIds, toUid: fc.option(uids), reason: words }),
  fc.constant<Command>({ type: 'handOver', toUnitId: 'billing', toUid: 'receiver', reason: '账务核实' }),
  fc.constant<Command>({ type: 'acceptHandOver' }),
  fc.record({ type: fc.constant('declineHandOver' as const), reason: words }),
  fc.record({ type: fc.constant('note' as const), text: words }),
  fc.record({ type: fc.constant('contactAttempt' as const), result: fc.constantFrom(...contactResults), text: words, nextSlotAtMs: waitEnds }),
  fc.record({ type: fc.constant('confirmCause' as const), text: words, evidence: words }),
  fc.record({ type: fc.constant('awaitCustomer' as const), reason: words, untilAtMs: waitEnds }),
  fc.record({ type: fc.constant('awaitOther' as const), whom: words, reason: words, untilAtMs: waitEnds }),
  fc.constant<Command>({ type: 'awaitAssists' }),
  fc.constant<Command>({ type: 'resume' }),
  fc.record({
    type: fc.constant('answer' as const),
    text: words,
    checklist: fc.subarray([...asks]).chain((told) => fc.constantFrom(...checklistResults).map((result) => told.map((ask) => ({ ask, result })))),
  }),
  fc.constant<Command>({ type: 'answer', text: '已退费', checklist: asks.map((ask) => ({ ask, result: 'met' })), howGiven: '减免' }),
  fc.constant<Command>({ type: 'close' }),
  fc.constant<Command>({ type: 'chase', text: '请尽快' }),
  fc.record({ type: fc.constant('reopen' as const), reason: words }),
  fc.record({ type: fc.constant('disagree' as const), text: words }),
  fc.record({ type: fc.constant('agreeTime' as const), untilAtMs: agreedTimes, reason: words }),
  corrections,
  fc.record({ type: fc.constant('escalate' as const), reason: words }),
  fc.constant<Command>({ type: 'takeSteps' }),
  fc.constantFrom('telecom-2026.1', 'telecom-2026.2').map((version): Command => ({ type: 'applyPolicy', version })),
  fc.record({ type: fc.constant('rate' as const), stars: fc.integer({ min: 1, max: 5 }), reasons: fc.subarray([...ratingReasons]), solved: fc.boolean() }),
  fc.record({ type: fc.constant('addInformation' as const), text: words }),
  fc.record({ type: fc.constant('noteRefund' as const), refund: refundStandingsOf }),
  fc.record({
    type: fc.constant('noteMessage' as const),
    outcome: fc.constantFrom('accepted' as const, 'failed' as const),
    isAnswer: fc.boolean(),
    run: fc.nat(2),
  }),
  assistStandingsOf.map((assist): Command => ({ type: 'noteAssist', assist })),
  uids.map((uid): Command => ({ type: 'releaseHandler', uid })),
  fc.subarray(['earlier', 'other']).map((repeatOf): Command => ({ type: 'noteRepeats', repeatOf })),
  fc.constant<Command>({ type: 'dropHandOver' }),
  uids.map((toUid): Command => ({ type: 'moveOwnership', toUid, toName: `员工${toUid}` })),
);

/** What ends a complaint for good; rare, so that most walks are long. */
const endings: fc.Arbitrary<Command> = fc.oneof(
  fc.record({ type: fc.constant('outOfScope' as const), reason: words, whereToTurn: words }),
  fc.record({ type: fc.constant('withdraw' as const), reason: words }),
  fc.record({ type: fc.constant('merge' as const), intoId: fc.constantFrom(otherId, complaintId) }),
);

const actors: fc.Arbitrary<Actor> = fc.oneof(
  { weight: 8, arbitrary: fc.constantFrom(...everybody.map(actorOf)) },
  { weight: 1, arbitrary: fc.constant(customer) },
  { weight: 1, arbitrary: fc.constant(systemActor) },
);

const assignments: fc.Arbitrary<Assignment> = fc
  .tuple(fc.constantFrom('branch', 'centre', 'billing', 'city'), fc.option(fc.constantFrom(staff.handler, staff.poolMember, staff.receiver)))
  .map(([unitId, handler]) => assignmentTo(unitId, handler));

const worlds: fc.Arbitrary<World> = fc.record({
  assignment: assignments,
  handlerAvailable: fc.boolean(),
  mergeTarget: fc.constantFrom('sameCustomer', 'otherCustomer', 'ended', 'missing'),
  leadersAreThere: fc.boolean(),
});

export const randomActs: fc.Arbitrary<RandomAct> = fc.record({
  actor: actors,
  command: fc.oneof({ weight: 30, arbitrary: commands }, { weight: 1, arbitrary: endings }),
  afterMinutes: fc.integer({ min: -30, max: 6 * 60 }),
  world: worlds,
});

/** A step by whoever has the complaint now, for walks that get somewhere; the actor of the step itself otherwise. */
export function actorFor(step: RandomAct, complaint: Complaint, isByHolder: boolean): Actor {
  const holder = complaint.handOver?.toUid ?? complaint.handlerUid ?? complaint.ownerUid;
  const found = everybody.find(({ uid }) => uid === holder);
  const isCustomerCommand = ['rate', 'addInformation', 'disagree'].includes(step.command.type);
  const isSystemCommand = [
    'noteRefund',
    'noteMessage',
    'noteAssist',
    'releaseHandler',
    'dropHandOver',
    'moveOwnership',
    'takeSteps',
    'noteRepeats',
    'applyPolicy',
  ].includes(step.command.type);
  if (!isByHolder) return step.actor;
  if (isCustomerCommand) return customer;
  if (isSystemCommand) return systemActor;
  return found ? actorOf(found) : step.actor;
}

export const complaints: fc.Arbitrary<Complaint> = fc
  .record({
    category: fc.constantFrom(...telecom.categories.flatMap((group) => group.children.map(({ id }) => id))),
    tier: fc.constantFrom(...telecom.tiers.map(({ id }) => id), 'a-tier-of-tomorrow'),
    channel: fc.constantFrom(...telecom.channels.map(({ id }) => id)),
    urgency: fc.option(fc.constantFrom('critical' as const, 'urgent' as const, 'normal' as const)),
    asks: fc.subarray([...asks], { minLength: 1 }),
    homeRegion: fc.constantFrom('320812', null),
  })
  .chain((form) => fc.option(fc.constantFrom(staff.handler, staff.poolMember)).map((handler) => taken(justRecorded(form), handler)));

const nobodyAbove = directoryWith({ manager: null, head: null, serviceHead: null, leader: null });

/** Everything that a server finds out before it decides; whoever gives a complaint up does not get it back. */
export function serverFacts({ command, world }: RandomAct, complaint: Complaint): CommandFacts {
  const next = world.assignment.handlerUid === complaint.handlerUid ? assignmentTo('centre', null) : world.assignment;
  const personOf = (uid: string | null) => everybody.find((one) => one.uid === uid) ?? null;
  switch (command.type) {
    case 'assign':
      return { receiver: { unit: units.get(personOf(command.toUid)?.unitId ?? '') ?? null, staff: personOf(command.toUid) } };
    case 'handOver':
      return { receiver: { unit: units.get(command.toUnitId) ?? null, staff: personOf(command.toUid) } };
    case 'acceptHandOver':
      return { receiver: { unit: units.get(complaint.handOver?.toUnitId ?? '') ?? null, staff: null } };
    case 'return':
    case 'releaseHandler':
      return { assignment: next };
    case 'reopen':
    case 'disagree':
      return { handlerAvailable: world.handlerAvailable, assignment: next };
    case 'merge':
      return { mergeTarget: mergeTarget(world.mergeTarget) };
    case 'correct':
      return { assignment: next };
    case 'takeSteps':
    case 'escalate':
      return { assignment: next, directory: world.leadersAreThere ? directory : nobodyAbove };
    default:
      return {};
  }
}

function mergeTarget(kind: World['mergeTarget']): NonNullable<CommandFacts['mergeTarget']> | null {
  if (kind === 'missing') return null;
  const target = { id: otherId, isSameCustomer: kind !== 'otherCustomer', people: [], audience: [...units.keys()] };
  return kind === 'ended' ? { ...target, open: false, state: 'closed' } : { ...target, open: true, state: 'accepted' };
}

/** When a step takes place. */
export function momentAfter(atMs: number, step: RandomAct): number {
  return atMs + step.afterMinutes * minuteMs;
}
