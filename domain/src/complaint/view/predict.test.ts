import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import telecom from '../../../packs/telecom.json' with { type: 'json' };
import { dayMs, hourMs, minuteMs } from '../../calendar/day.ts';
import type { Staff } from '../../organisation/staff.ts';
import { buildUnits } from '../../organisation/units.ts';
import { packSchema } from '../../policy/pack.ts';
import type { StaffCommand } from '../command.ts';
import { startClocks } from '../time/clocks.ts';
import { type Complaint, complaintFromRecording } from '../complaint.ts';
import { decide } from '../decide.ts';
import type { CommandFacts } from '../context.ts';
import { evolveAll } from '../evolve.ts';
import { type PendingEntry, type PredictContext, predict } from './predict.ts';
import { buildRecording } from '../intake/recording.ts';
import type { Actor } from '../relation.ts';

const pack = packSchema.parse(telecom);
const startMs = Date.parse('2026-11-20T09:00:00+08:00');
const nowMs = startMs + 6 * hourMs;

const bare = { pack: 'telecom' as const, homeRegions: [], headUid: null, handlers: [], oversight: false };
const units = buildUnits([
  { ...bare, id: 'city', kind: 'cityCompany', name: { zh: '市公司', en: 'City' }, parentId: null },
  { ...bare, id: 'branch', kind: 'branch', name: { zh: '分公司', en: 'Branch' }, parentId: 'city' },
  { ...bare, id: 'billing', kind: 'billing', name: { zh: '账务中心', en: 'Billing' }, parentId: 'city' },
]);

function person(uid: string, unitId: string, role: Staff['role'], onDuty = true): Staff {
  return {
    uid,
    pack: 'telecom',
    staffNumber: uid,
    name: uid,
    nameEn: uid,
    email: `${uid}@example.com`,
    role,
    unitId,
    audience: [],
    active: true,
    away: null,
    nextDutyAtMs: null,
    standsUntilMs: null,
    releaseDue: false,
    onDuty,
    deputy: null,
  };
}

const handler = person('handler', 'branch', 'departmentHandler');
const head = person('head', 'branch', 'unitHead');
const biller = person('biller', 'billing', 'departmentHandler');
const biller2 = person('biller2', 'billing', 'departmentHandler', false);
const staff = [handler, head, biller, biller2];

function assignedComplaint(): Complaint {
  const { recording } = buildRecording(
    {
      name: '王小明',
      phone: '13800001001',
      address: '',
      channel: 'outlet',
      category: 'T01-05',
      tier: 'ordinary',
      homeRegion: '320812',
      urgency: null,
      mailItem: '',
      mailService: null,
      what: '话费里有一笔代收费。',
      occurredAtMs: startMs - hourMs,
      asks: ['refund', 'explanation'],
    },
    {
      id: 'b1f6a1f0-0000-4000-8000-000000000001',
      token: 'A'.repeat(22),
      recorder: head,
      pack,
      capturedAtMs: startMs,
      clockOffsetMs: 0,
      photoCount: 0,
      earlierIds: [],
    },
  );
  const assignment = {
    route: 'homeRegion' as const,
    unitId: 'branch',
    unitAudience: ['branch', 'city'],
    handlerUid: 'handler',
    handlerName: 'handler',
    headUid: null,
  };
  const clocks = startClocks(recording, { atMs: startMs, trusted: true }, pack, []);
  return evolveAll(complaintFromRecording(recording, ['branch', 'city']), [
    { type: 'received', atMs: startMs, flags: [], repeatOf: [], clocks },
    { type: 'assigned', atMs: startMs, assignment },
  ]);
}

function actorOf({ uid, name, role, unitId, active, away }: Staff): Actor {
  return { kind: 'staff', staff: { uid, name, role, unitId, active, away } };
}

function phoneOf(actor: Staff, at = nowMs): PredictContext {
  return { actor: actorOf(actor), nowMs: at, pack, calendar: [], units, staff };
}

function entriesOf(...commands: StaffCommand[]): PendingEntry[] {
  return commands.map((command, index) => ({
    id: `entry-${index}`,
    command,
    capturedAtMs: startMs + (index + 1) * minuteMs,
    clockOffsetMs: 0,
    receivedAtMs: null,
  }));
}

/** What the server does with the same entries once they arrive: the same fold with every fact at hand. */
function server(complaint: Complaint, entries: PendingEntry[], actor: Staff, factsOf: (command: StaffCommand) => CommandFacts): Complaint {
  return entries.reduce((current, { command, capturedAtMs }) => {
    const decision = decide(current, command, { actor: actorOf(actor), atMs: capturedAtMs, receivedAtMs: nowMs, pack, calendar: [], facts: factsOf(command) });
    return decision.ok ? evolveAll(current, decision.events) : current;
  }, complaint);
}

function allFacts(command: StaffCommand): CommandFacts {
  if (command.type === 'handOver')
    return { receiver: { unit: units.get(command.toUnitId) ?? null, staff: staff.find(({ uid }) => uid === command.toUid) ?? null }, handlerAvailable: true };
  if (command.type === 'assign') return { receiver: { unit: units.get('branch') ?? null, staff: staff.find(({ uid }) => uid === command.toUid) ?? null } };
  return command.type === 'escalate' ? { directory: { leaders: staff, units } } : { handlerAvailable: true };
}

const answer: StaffCommand = {
  type: 'answer',
  text: '已核实并退费。',
  checklist: [
    { ask: 'refund', result: 'met' },
    { ask: 'explanation', result: 'met' },
  ],
};

/** Commands whose outcome depends on nothing that only the server knows. */
const foreseeable: StaffCommand[] = [
  { type: 'accept' },
  { type: 'note', text: '查了账单' },
  { type: 'contactAttempt', result: 'reached', text: '', nextSlotAtMs: null },
  { type: 'awaitCustomer', reason: '请提供账单', untilAtMs: null },
  { type: 'awaitOther', whom: '合作方', reason: '核实订购记录', untilAtMs: nowMs + dayMs },
  { type: 'resume' },
  { type: 'handOver', toUnitId: 'billing', toUid: null, reason: '账务核实' },
  { type: 'handOver', toUnitId: 'billing', toUid: 'biller', reason: '账务核实' },
  { type: 'handOver', toUnitId: 'billing', toUid: 'biller2', reason: '账务核实' },
  { type: 'handOver', toUnitId: 'branch', toUid: 'handler', reason: '账务核实' },
  { type: 'assign', toUid: 'head' },
  answer,
  { type: 'answer', text: '只答了一项。', checklist: [{ ask: 'refund', result: 'met' }] },
  { type: 'close' },
  { type: 'reopen', reason: '客户又来电' },
  { type: 'outOfScope', reason: '不属本公司业务', whereToTurn: '消费者协会' },
  { type: 'withdraw', reason: '客户撤诉' },
  { type: 'chase', text: '请尽快' },
  { type: 'agreeTime', untilAtMs: nowMs + 3 * dayMs, reason: '客户要求' },
  { type: 'agreeTime', untilAtMs: startMs - dayMs, reason: '客户要求' },
  { type: 'correct', category: 'T01-05', tier: 'vip', urgency: null, need: null, reason: '等级录错' },
  { type: 'correct', category: 'T12-02', tier: 'ordinary', urgency: null, need: 'crossProvince', reason: '需外省核实' },
  { type: 'escalate', reason: '需要上级协调' },
];

describe('predict', () => {
  test('phone and server agree on every sequence whose outcome depends on nothing that only the server knows', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...foreseeable), { maxLength: 10 }), fc.constantFrom(handler, head), (commands, actor) => {
        const entries = entriesOf(...commands);
        const { complaint } = predict(assignedComplaint(), entries, phoneOf(actor));
        expect(complaint).toEqual(server(assignedComplaint(), entries, actor, allFacts));
      }),
      { numRuns: 300, seed: 20261120 },
    );
  });

  test('with nothing pending, the complaint is what the server last said', () => {
    const complaint = assignedComplaint();
    expect(predict(complaint, [], phoneOf(handler))).toEqual({ complaint, refusals: [] });
  });

  test('a refused entry changes nothing, and those after it are decided without it', () => {
    const { complaint, refusals } = predict(assignedComplaint(), entriesOf({ type: 'close' }, { type: 'accept' }), phoneOf(handler));
    expect(refusals).toEqual([{ entryId: 'entry-0', refusal: { code: 'notInThisState', detail: 'assigned' } }]);
    expect(complaint.state).toBe('accepted');
  });

  test('SLA-4, SLA-5: another time and a wait show at once what the customer may now expect', () => {
    const agreed: StaffCommand = { type: 'agreeTime', untilAtMs: nowMs + 3 * dayMs, reason: '客户要求' };
    expect(predict(assignedComplaint(), entriesOf({ type: 'accept' }, agreed), phoneOf(handler)).complaint).toMatchObject({ dueAtMs: nowMs + 3 * dayMs });
    const waits: StaffCommand = { type: 'awaitCustomer', reason: '请提供账单', untilAtMs: startMs + 5 * hourMs };
    expect(predict(assignedComplaint(), entriesOf({ type: 'accept' }, waits), phoneOf(handler)).complaint).toMatchObject({
      dueAtMs: startMs + 53 * hourMs - 2 * minuteMs,
    });
  });

  test('SLA-6: raising it shows who is told, as far as the phone knows who there is; who has nobody above them is told so', () => {
    const raised = predict(assignedComplaint(), entriesOf({ type: 'escalate', reason: '需要上级协调' }), phoneOf(handler));
    expect(raised).toMatchObject({ refusals: [], complaint: { escalationLevel: 2 } });
    const byHead = predict(assignedComplaint(), entriesOf({ type: 'escalate', reason: '需要上级协调' }), phoneOf(head));
    expect(byHead.refusals).toEqual([{ entryId: 'entry-0', refusal: { code: 'nothingAbove' } }]);
  });

  test('after a return the phone shows that nobody has it yet: who is next is for the server to say', () => {
    const { complaint } = predict(assignedComplaint(), entriesOf({ type: 'return', reason: '不属本部门' }), phoneOf(handler));
    expect(complaint).toMatchObject({ state: 'recorded', handlerUid: null, bounceCount: 1 });
  });

  test('a receiver whom the phone does not know is left to the server instead of being called unknown', () => {
    const unknown: StaffCommand = { type: 'handOver', toUnitId: 'a-new-unit', toUid: null, reason: '账务核实' };
    const { complaint, refusals } = predict(assignedComplaint(), entriesOf(unknown), phoneOf(handler));
    expect(refusals).toEqual([]);
    expect(complaint.handOver).toMatchObject({ toUnitId: 'a-new-unit', toName: null });
  });

  test('an entry counts from when it was made while the phone can be believed, and otherwise from its arrival (TIME)', () => {
    const made = entriesOf({ type: 'accept' });
    const soon = predict(assignedComplaint(), made, phoneOf(handler));
    expect(soon.complaint.milestones.at(-1)).toMatchObject({ stage: 'accepted', atMs: startMs + minuteMs });
    const muchLaterMs = startMs + 10 * dayMs;
    const late = predict(assignedComplaint(), made, phoneOf(handler, muchLaterMs));
    expect(late.complaint.milestones.at(-1)).toMatchObject({ stage: 'accepted', atMs: muchLaterMs });
  });
});
