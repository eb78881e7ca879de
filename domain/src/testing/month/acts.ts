import { dayMs, hourMs } from '../../calendar/day.ts';
import { isPendingAssist } from '../../complaint/assist-standing.ts';
import type { CustomerCommand, StaffCommand } from '../../complaint/command.ts';
import type { Complaint, RefundStanding } from '../../complaint/complaint.ts';
import { needs } from '../../complaint/complaint-values.ts';
import type { Staff } from '../../organisation/staff.ts';
import type { Chance } from '../chance.ts';
import { telecom } from '../organisation.ts';
import { act } from './apply.ts';
import { askForAssistance, mayNeedAssistance } from './assists.ts';
import { cityUnits } from './city.ts';
import { deliver } from './deliveries.ts';
import { isAtWork } from './people.ts';
import { sendEntries, replyAsCustomer } from './sending.ts';
import { storedIn, type World } from './world.ts';

/** Somebody looks at a complaint some time, unless it is forgotten. */
export function planLook(world: World, id: string, withinMs: number): void {
  const atMs = world.nowMs + world.chance.below(withinMs);
  if (atMs < world.endMs) world.agenda.add(atMs, () => look(world, id));
}

function look(world: World, id: string): void {
  const { chance } = world;
  const { complaint } = storedIn(world, id);
  if (!complaint.open && chance.percent(80)) return;
  if (complaint.state === 'answered' || complaint.state === 'closed') customerActs(world, complaint);
  else if (chance.percent(2)) replyAsCustomer(world, id, { type: 'addInformation', text: '补充' });
  if (chance.percent(4)) noteRefund(world, complaint);
  const person = whoActs(world, complaint);
  const isThere = person !== null && isAtWork(person, world.nowMs);
  if (isThere && mayNeedAssistance(world, complaint) && chance.percent(8)) askForAssistance(world, complaint, person);
  if (isThere) sendEntries(world, person, id, commandsOf(chance, complaint, person, world));
  if (!isThere || !chance.percent(3)) planLook(world, id, (isThere ? chance.pick([2, 5, 24]) : 5) * hourMs);
}

/** Mostly whoever has it or is offered it; sometimes its owner or a head. */
function whoActs({ chance, staff, nowMs }: World, complaint: Complaint): Staff | null {
  const { handOver, handlerUid, handlingUnitId, ownerUid, poolHeadUid } = complaint;
  const ofUnit = (unitId: string | null) => [...staff.values()].filter((person) => person.unitId === unitId && isAtWork(person, nowMs));
  const colleagues = handOver && handOver.toUid === null ? ofUnit(handOver.toUnitId) : handlerUid === null ? ofUnit(handlingUnitId) : [];
  if (handOver?.toUid && chance.percent(60)) return staff.get(handOver.toUid) ?? null;
  if (colleagues.length > 0 && chance.percent(70)) return chance.pick(colleagues);
  if (chance.percent(12)) return staff.get(ownerUid) ?? null;
  if (chance.percent(4)) return staff.get(cityUnits.get(handlingUnitId ?? '')?.headUid ?? '') ?? null;
  return staff.get(handlerUid ?? poolHeadUid ?? ownerUid) ?? null;
}

/** One thing that they do, or two in a row. */
function commandsOf(chance: Chance, complaint: Complaint, person: Staff, world: World): StaffCommand[] {
  const first = commandOf(chance, complaint, person, world);
  return chance.percent(10) ? [first, { type: 'note', text: '已联系' }] : [first];
}

function commandOf(chance: Chance, complaint: Complaint, person: Staff, world: World): StaffCommand {
  const { handOver, handlerUid, state } = complaint;
  const isReceiver = handOver && (handOver.toUid ?? person.uid) === person.uid && handOver.toUnitId === person.unitId;
  if (isReceiver) return chance.percent(70) ? { type: 'acceptHandOver' } : { type: 'declineHandOver', reason: '不属本部门' };
  if (state === 'answered') return chance.percent(93) ? { type: 'close' } : { type: 'reopen', reason: '尚未解决' };
  if (handlerUid !== person.uid && handlerUid !== null) return chance.pick(fromBeside)(chance, complaint, world);
  if (state === 'assigned' || state === 'reopened') return chance.percent(75) ? { type: 'accept' } : chance.pick(acts)(chance, complaint, world);
  return chance.percent(55) ? answerTo(complaint) : chance.pick(acts)(chance, complaint, world);
}

type Act = (chance: Chance, complaint: Complaint, world: World) => StaffCommand;

/** Up to half of them with an end that is none of the pack's. */
const waitEnd = (chance: Chance, { nowMs }: World) => (chance.percent(50) ? nowMs + chance.below(5 * dayMs) : null);

const acts: readonly Act[] = [
  () => ({ type: 'note', text: '已核实' }),
  (chance, _, { nowMs }) => ({
    type: 'contactAttempt',
    result: 'noAnswer',
    text: '',
    nextSlotAtMs: chance.percent(60) ? nowMs + chance.below(2 * dayMs) : null,
  }),
  () => ({ type: 'confirmCause', text: '误订', evidence: '订购记录' }),
  (chance, _, world) => ({ type: 'awaitCustomer', reason: '请提供账单', untilAtMs: waitEnd(chance, world) }),
  (chance, _, world) => ({ type: 'awaitCustomer', reason: '请提供账单', untilAtMs: waitEnd(chance, world) }),
  (chance, _, world) => ({ type: 'awaitOther', whom: '合作方', reason: '核实', untilAtMs: waitEnd(chance, world) }),
  (_, { assists }) => (assists.some(isPendingAssist) ? { type: 'awaitAssists' } : { type: 'note', text: '等待核实' }),
  () => ({ type: 'resume' }),
  (chance, _, { nowMs }) => ({ type: 'agreeTime', untilAtMs: nowMs + chance.below(20 * dayMs), reason: '客户出差' }),
  (chance, complaint) => correct(chance, complaint),
  () => ({ type: 'escalate', reason: '需要上级协调' }),
  (chance, _, { staff }) => offer(chance, staff),
  () => ({ type: 'return', reason: '不属本部门' }),
  (chance) => (chance.percent(20) ? { type: 'withdraw', reason: '客户撤诉' } : { type: 'note', text: '客户考虑撤诉' }),
  (chance) => (chance.percent(20) ? { type: 'outOfScope', reason: '不属本公司', whereToTurn: '12315' } : { type: 'note', text: '可能不属本公司' }),
];

/** What owners and heads do about work that others have. */
const fromBeside: readonly Act[] = [
  () => ({ type: 'chase', text: '请尽快' }),
  () => ({ type: 'escalate', reason: '客户再次来电' }),
  (chance, complaint) => correct(chance, complaint),
  () => ({ type: 'note', text: '客户来电' }),
];

function correct(chance: Chance, complaint: Complaint): StaffCommand {
  const category = chance.percent(50) ? complaint.category : pickCategory(chance);
  const urgency = chance.pick(['critical', 'urgent', 'normal'] as const);
  return { type: 'correct', category, tier: chance.pick(telecom.tiers).id, urgency, need: chance.pick([null, null, ...needs]), reason: '录入有误' };
}

export function pickCategory(chance: Chance): string {
  return chance.pick(chance.pick(telecom.categories).children).id;
}

function offer(chance: Chance, staff: World['staff']): StaffCommand {
  const person = chance.pick([...staff.values()]);
  return { type: 'handOver', toUnitId: person.unitId, toUid: chance.percent(70) ? person.uid : null, reason: '请协助' };
}

function answerTo({ asks }: Complaint): StaffCommand {
  return { type: 'answer', text: '已处理', checklist: asks.map((ask) => ({ ask, result: 'met' })), howGiven: '当场办结' };
}

/** A refund is asked for, or has come to its end: the complaint waits meanwhile. */
function noteRefund(world: World, { id, state, refunds }: Complaint): void {
  const asked = refunds.find(({ standing }) => standing === 'asked');
  const standing = asked ? world.chance.pick(['paid', 'refused'] as const) : 'asked';
  const refund: RefundStanding = {
    refundId: asked?.refundId ?? `refund-${refunds.length}`,
    amountFen: 3500,
    form: 'balanceCredit',
    standing,
    atMs: world.nowMs,
  };
  if (asked || state === 'inProgress') deliver(world, () => act(world, id, () => ({ type: 'noteRefund', refund })));
}

function customerActs(world: World, { id }: Complaint): void {
  const { chance } = world;
  const command: CustomerCommand | null = chance.percent(5)
    ? { type: 'disagree', text: '没有解决' }
    : chance.percent(15)
      ? { type: 'rate', stars: 1 + chance.below(5), reasons: [], solved: chance.percent(60) }
      : null;
  if (command) replyAsCustomer(world, id, command);
}
