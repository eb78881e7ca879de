import { describe, expect, test } from 'vitest';
import { hourMs, minuteMs } from '../calendar/day.ts';
import { decide } from '../complaint/decide.ts';
import { evolveAll } from '../complaint/evolve.ts';
import {
  asStaff,
  askedAssistOf,
  assistAskedAtMs,
  billingClerk,
  bySystem,
  contextAt,
  done,
  engineer,
  factsOf,
  networkHead,
  requestedAssist,
  secondEngineer,
  supervisor,
} from '../testing/assists.ts';
import { complaintIn } from '../testing/complaints.ts';
import { actorOf, at, staff, systemActor, telecom } from '../testing/organisation.ts';
import { contextOf } from '../testing/sample-commands.ts';
import type { Assist } from './assist.ts';
import { assistAggregate } from './aggregate.ts';
import { decideAssist } from './decide.ts';
import type { AssistCommand } from './command.ts';
import { evolveAssist } from './evolve.ts';
import { assistNoticesOf } from './notices.ts';
import { assistStandingOf } from './standing.ts';

const question = { text: '基站昨夜断电,已恢复', saidBy: null };
const answerIt: AssistCommand = { type: 'answer', ...question };

/** Events of a decision with whom they would tell. */
function told(assist: Assist, command: Parameters<typeof decideAssist>[1], context: ReturnType<typeof contextAt>) {
  const decision = decideAssist(assist, command, context);
  if (!decision.ok) throw new Error(decision.refusal.code);
  const actorUid = context.actor.kind === 'staff' ? context.actor.staff.uid : null;
  return assistNoticesOf(assist, evolveAssist(assist, decision.events), decision.events, actorUid, context.facts);
}

function refusalOf(assist: Assist, command: AssistCommand, context: ReturnType<typeof contextAt>): string | null {
  const decision = decideAssist(assist, command, context);
  return decision.ok ? null : decision.refusal.code;
}

function noted(complaint = complaintIn('inProgress'), ...assists: Assist[]) {
  return assists.reduce((before, assist) => {
    const standing = assistStandingOf(assist, assist.updatedAtMs);
    if (!standing) throw new Error('nothing to note');
    const decision = decide(before, { type: 'noteAssist', assist: standing }, contextOf(systemActor, {}, assist.updatedAtMs));
    if (!decision.ok) throw new Error(decision.refusal.code);
    return evolveAll(before, decision.events);
  }, complaint);
}

describe('AST-1: somebody is asked for one thing by a time', () => {
  test('whoever has the complaint, whoever owns it and the head of its handling may ask; a colleague who only sees it may not', () => {
    const stateFor = (who: typeof staff.handler) =>
      done(requestedAssist({ requesterUid: who.uid }), { type: 'receive' }, contextAt(bySystem, assistAskedAtMs, { requester: who })).state;
    expect([staff.handler, staff.owner, staff.head].map(stateFor)).toEqual(['asked', 'asked', 'asked']);
    expect(stateFor(staff.bystander)).toBe('refused');
  });

  test.each([
    ['a unit that there is not', { toUnitId: 'nowhere' }, {}, 'receiverUnknown'],
    ['the unit that has the complaint', { toUnitId: 'branch' }, {}, 'receiverIsSelf'],
    ['a unit and somebody outside at once', { outside: { kind: 'bank' as const, name: '工行' } }, {}, 'invalidEntry'],
    ['nobody', { toUnitId: null }, {}, 'invalidEntry'],
    ['about a complaint that has ended', {}, { complaint: complaintIn('closed') }, 'complaintEnded'],
    ['about an answered one', {}, { complaint: complaintIn('answered') }, 'complaintEnded'],
    ['by somebody who was suspended', {}, { requester: { ...staff.handler, active: false } }, 'notActive'],
  ])('asking %s is told as refused, not lost', (_told, changes, facts, code) => {
    const after = done(requestedAssist(changes), { type: 'receive' }, contextAt(bySystem, assistAskedAtMs, facts));
    expect(after).toMatchObject({ state: 'refused', open: false, refusalCode: code, nextDueAtMs: null });
    expect(told(requestedAssist(changes), { type: 'receive' }, contextAt(bySystem, assistAskedAtMs, facts))).toEqual([
      { uid: staff.handler.uid, kind: 'assistRefused' },
    ]);
  });

  test('no more than so many are open at once for one complaint', () => {
    const many = Array.from({ length: telecom.assists.mostOpen }, (_, index) => askedAssistOf({ id: `a1f6a1f0-0000-4000-8000-00000000001${index}` }));
    const facts = { complaint: noted(undefined, ...many) };
    expect(done(requestedAssist(), { type: 'receive' }, contextAt(bySystem, assistAskedAtMs, facts)).refusalCode).toBe('assistsTooMany');
    expect(done(requestedAssist(), { type: 'receive' }, contextAt(bySystem, assistAskedAtMs, { complaint: noted(undefined, ...many.slice(1)) })).state).toBe(
      'asked',
    );
  });

  test('complaint, handler, owner and clocks stay when two are asked and one of them is late', () => {
    const before = complaintIn('inProgress');
    const assists = [askedAssistOf(), askedAssistOf({ id: 'a1f6a1f0-0000-4000-8000-000000000002', toUnitId: 'billing' })];
    const late = done(assists[0] ?? askedAssistOf(), { type: 'stepDue' }, contextAt(bySystem, assistAskedAtMs + 3 * hourMs));
    const after = noted(before, ...assists, late);
    expect(late.overdues).toEqual([{ clock: 'accept', dueAtMs: assistAskedAtMs + 2 * hourMs, unitId: 'network' }]);
    expect(new Set(after.assists.map(({ toUnitId }) => toUnitId))).toEqual(new Set(['billing', 'network']));
    const { clocks, dueAtMs, handlerUid, ownerUid, overdues, state, people, audience } = before;
    expect(after).toMatchObject({ clocks, dueAtMs, handlerUid, ownerUid, overdues, state, people, audience });
  });
});

describe('AST-2: it has its own clocks and its own facts', () => {
  test('two hours to accept, half of what the complaint has left to answer', () => {
    const complaint = complaintIn('inProgress');
    const assist = askedAssistOf();
    expect(assist.acceptDueAtMs).toBe(assistAskedAtMs + 2 * hourMs);
    expect(assist.dueAtMs).toBe(assistAskedAtMs + ((complaint.dueAtMs ?? 0) - assistAskedAtMs) / 2);
  });

  test('what goes by the green channel is to be accepted in its half hour, and is marked (GRN-1)', () => {
    const green = askedAssistOf({}, { ...complaintIn('inProgress'), tier: 'vip' });
    expect(green).toMatchObject({ isGreen: true, acceptDueAtMs: assistAskedAtMs + 30 * minuteMs });
    expect(askedAssistOf()).toMatchObject({ isGreen: false });
  });

  test('no later than SLA-3 has it: the end of the fourth working day, of the seventh for another organisation', () => {
    const wantedAtMs = at('2026-12-30 12:00');
    expect(askedAssistOf({ wantedAtMs }).dueAtMs).toBe(at('2026-11-27 00:00') - 1);
    expect(askedAssistOf({ wantedAtMs, toUnitId: null, outside: { kind: 'province', name: '江西' } }).dueAtMs).toBe(at('2026-11-27 00:00') - 1);
    expect(askedAssistOf({ wantedAtMs, toUnitId: null, outside: { kind: 'bank', name: '工行' } }).dueAtMs).toBe(at('2026-12-02 00:00') - 1);
  });

  test('the asking side may want it sooner; a wish that has passed is none, and what has nothing left is given hours all the same', () => {
    expect(askedAssistOf({ wantedAtMs: assistAskedAtMs + hourMs })).toMatchObject({
      dueAtMs: assistAskedAtMs + hourMs,
      acceptDueAtMs: assistAskedAtMs + hourMs,
    });
    expect(askedAssistOf({ wantedAtMs: assistAskedAtMs - hourMs }).dueAtMs).toBe(askedAssistOf().dueAtMs);
    const late = { ...complaintIn('inProgress'), dueAtMs: assistAskedAtMs - hourMs };
    expect(askedAssistOf({}, late).dueAtMs).toBe(assistAskedAtMs + telecom.assists.leastHours * hourMs);
  });

  test('each clock that runs out is one fact about the asked unit, told to its head, once', () => {
    const assist = askedAssistOf();
    const atMs = assistAskedAtMs + 2 * hourMs;
    expect(told(assist, { type: 'stepDue' }, contextAt(bySystem, atMs))).toEqual([{ uid: networkHead.uid, kind: 'assistOverdue' }]);
    const late = done(assist, { type: 'stepDue' }, contextAt(bySystem, atMs));
    expect(done(late, { type: 'stepDue' }, contextAt(bySystem, atMs + minuteMs))).toBe(late);
    expect(late.nextDueAtMs).toBe(late.dueAtMs);
  });

  test('nobody is told at night; the fact says when it ran out all the same (SLA-4)', () => {
    const wantedAtMs = at('2026-11-20 23:00');
    const assist = done(askedAssistOf({ wantedAtMs }), { type: 'accept' }, contextAt(asStaff(engineer), assistAskedAtMs + minuteMs));
    expect(assist.nextDueAtMs).toBe(at('2026-11-21 08:00'));
    expect(done(assist, { type: 'stepDue' }, contextAt(bySystem, at('2026-11-20 23:05')))).toBe(assist);
    expect(done(assist, { type: 'stepDue' }, contextAt(bySystem, at('2026-11-21 08:00'))).overdues).toEqual([
      { clock: 'answer', dueAtMs: wantedAtMs, unitId: 'network' },
    ]);
  });

  test('what was done in time and arrived late takes the fact back; what was done late leaves it (TIME)', () => {
    const late = done(askedAssistOf(), { type: 'stepDue' }, contextAt(bySystem, assistAskedAtMs + 3 * hourMs));
    expect(done(late, { type: 'accept' }, contextAt(asStaff(engineer), assistAskedAtMs + hourMs)).overdues).toEqual([]);
    expect(done(late, { type: 'accept' }, contextAt(asStaff(engineer), assistAskedAtMs + 3 * hourMs)).overdues).toHaveLength(1);
  });

  test('whoever accepts late leaves the fact even where the schedule has not been', () => {
    const accepted = done(askedAssistOf(), { type: 'accept' }, contextAt(asStaff(engineer), assistAskedAtMs + 3 * hourMs));
    expect(accepted.overdues).toEqual([{ clock: 'accept', dueAtMs: assistAskedAtMs + 2 * hourMs, unitId: 'network' }]);
  });

  test('outside, nobody of the operator is late: whoever has the complaint is told to chase', () => {
    const assist = askedAssistOf({ toUnitId: null, outside: { kind: 'carrier', name: '国航' } });
    expect(assist).toMatchObject({ acceptDueAtMs: null, nextDueAtMs: assist.dueAtMs });
    const dueAtMs = assist.dueAtMs ?? 0;
    expect(told(assist, { type: 'stepDue' }, contextAt(bySystem, dueAtMs))).toEqual([{ uid: staff.handler.uid, kind: 'assistToChase' }]);
    expect(done(assist, { type: 'stepDue' }, contextAt(bySystem, dueAtMs)).overdues).toEqual([{ clock: 'answer', dueAtMs, unitId: null }]);
  });

  test('where the complaint has ended nobody is late any more', () => {
    const ended = done(askedAssistOf(), { type: 'stepDue' }, contextAt(bySystem, assistAskedAtMs + 2 * hourMs, { complaint: complaintIn('withdrawn') }));
    expect(ended).toMatchObject({ state: 'cancelled', open: false, overdues: [], cancelled: { byUid: null } });
  });
});

describe('AST-2: accepted, answered, closed', () => {
  const accepted = done(askedAssistOf(), { type: 'accept' }, contextAt(asStaff(engineer), assistAskedAtMs + minuteMs));

  test('a member of the asked unit accepts, a colleague takes it over, a stranger and the asking side do not', () => {
    expect(accepted).toMatchObject({ state: 'accepted', assistantUid: engineer.uid, isAwaited: true });
    expect(done(accepted, { type: 'accept' }, contextAt(asStaff(engineer), assistAskedAtMs + 2 * minuteMs))).toBe(accepted);
    expect(done(accepted, { type: 'accept' }, contextAt(asStaff(secondEngineer), assistAskedAtMs + 2 * minuteMs)).assistantUid).toBe(secondEngineer.uid);
    expect(refusalOf(askedAssistOf(), { type: 'accept' }, contextAt(asStaff(billingClerk)))).toBe('notYours');
    expect(refusalOf(askedAssistOf(), { type: 'accept' }, contextAt(asStaff(staff.handler)))).toBe('notYours');
  });

  test('an answer wakes whoever has the complaint, once; said again it is refused', () => {
    expect(told(accepted, answerIt, contextAt(asStaff(engineer), assistAskedAtMs + hourMs))).toEqual([{ uid: staff.handler.uid, kind: 'assistAnswered' }]);
    const answered = done(accepted, answerIt, contextAt(asStaff(engineer), assistAskedAtMs + hourMs));
    expect(answered).toMatchObject({
      state: 'answered',
      open: true,
      isAwaited: false,
      answer: { text: question.text, byUid: engineer.uid, unitId: 'network' },
    });
    expect(refusalOf(answered, answerIt, contextAt(asStaff(engineer), assistAskedAtMs + hourMs))).toBe('notInThisState');
  });

  test('whoever answers what nobody had accepted accepts it with the answer', () => {
    const answered = done(askedAssistOf(), answerIt, contextAt(asStaff(engineer), assistAskedAtMs + hourMs));
    expect(answered).toMatchObject({ state: 'answered', assistantUid: engineer.uid, overdues: [] });
  });

  test('the asking side closes an answered one, and after the pack’s days it closes by itself', () => {
    const answered = done(accepted, answerIt, contextAt(asStaff(engineer), assistAskedAtMs + hourMs));
    expect(done(answered, { type: 'close' }, contextAt(asStaff(staff.handler), assistAskedAtMs + 2 * hourMs))).toMatchObject({ state: 'closed', open: false });
    expect(refusalOf(answered, { type: 'close' }, contextAt(asStaff(engineer), assistAskedAtMs + 2 * hourMs))).toBe('notYours');
    expect(done(answered, { type: 'stepDue' }, contextAt(bySystem, assistAskedAtMs + hourMs + 7 * 24 * hourMs)).state).toBe('closed');
  });

  test('what outsiders say the asking side writes down, after chasing them as often as it takes', () => {
    const outside = askedAssistOf({ toUnitId: null, outside: { kind: 'supplier', name: '某某科技' } });
    const chased = done(outside, { type: 'chase', text: '电话催办' }, contextAt(asStaff(staff.handler), assistAskedAtMs + hourMs));
    expect(chased.chases).toMatchObject([{ text: '电话催办', byUid: staff.handler.uid }]);
    const answered = done(chased, { type: 'answer', text: '已补发', saidBy: '李经理' }, contextAt(asStaff(staff.owner), assistAskedAtMs + 2 * hourMs));
    expect(answered).toMatchObject({ state: 'answered', assistantUid: null, answer: { saidBy: '李经理', unitId: null } });
    expect(refusalOf(outside, answerIt, contextAt(asStaff(engineer)))).toBe('notYours');
    expect(refusalOf(askedAssistOf(), { type: 'chase', text: '请尽快' }, contextAt(asStaff(staff.handler)))).toBe('notInThisState');
  });

  test('ORG-4: whoever had accepted it and is gone gives it back to the unit with a clock to accept anew; the answer is due when it was', () => {
    const again = done(accepted, { type: 'letGo', uid: engineer.uid }, contextAt(bySystem, assistAskedAtMs + 5 * hourMs));
    expect(again).toMatchObject({
      state: 'asked',
      assistantUid: null,
      toUnitId: 'network',
      dueAtMs: accepted.dueAtMs,
      acceptDueAtMs: assistAskedAtMs + 7 * hourMs,
    });
  });
});

describe('AST-3: what is seen, and who decides', () => {
  test('the question goes with the chosen parts as they stand on the complaint, without name and number of a person', () => {
    const complaint = { ...complaintIn('inProgress'), what: '王小明说电话13800001001被扣35元' };
    const facts = askedAssistOf({}, complaint).facts;
    expect(facts).toMatchObject({
      what: expect.not.stringContaining('13800001001') as string,
      category: complaint.category,
      homeRegion: null,
      mailItem: null,
      cause: null,
    });
    expect(
      JSON.stringify(askedAssistOf({ shares: ['what', 'category', 'region', 'occurred', 'asks', 'particulars', 'mailItem', 'cause', 'promise'] }, complaint)),
    ).not.toMatch(/王小明|13800001001|138\*\*\*\*1001|健康东路/);
  });

  const refusedBy = (assist: Assist, who: typeof engineer, atMs: number) =>
    done(assist, { type: 'return', reason: '不属本部门' }, contextAt(asStaff(who), atMs));
  const once = refusedBy(askedAssistOf(), engineer, assistAskedAtMs + hourMs);
  const anew = done(once, { type: 'readdress', toUnitId: 'billing', reason: '请账务核实' }, contextAt(asStaff(staff.handler), assistAskedAtMs + 2 * hourMs));
  const twice = refusedBy(anew, billingClerk, assistAskedAtMs + 3 * hourMs);

  test('returned with a reason, it goes back to the asking side, which asks another unit with its own time', () => {
    expect(once).toMatchObject({ state: 'returned', isAwaited: false, nextDueAtMs: null, returns: [{ unitId: 'network', reason: '不属本部门' }] });
    expect(told(askedAssistOf(), { type: 'return', reason: '不属本部门' }, contextAt(asStaff(engineer)))).toEqual([
      { uid: staff.handler.uid, kind: 'assistReturned' },
    ]);
    expect(anew).toMatchObject({
      state: 'asked',
      toUnitId: 'billing',
      acceptDueAtMs: assistAskedAtMs + 4 * hourMs,
      addressedAtMs: assistAskedAtMs + 2 * hourMs,
    });
    expect(refusalOf(once, { type: 'readdress', toUnitId: 'network', reason: '再核实' }, contextAt(asStaff(staff.handler)))).toBe('assistedThere');
  });

  test('refused by two units, customer service is told and decides who answers, with a reason', () => {
    expect(twice).toMatchObject({ state: 'inArbitration', open: true });
    expect(told(anew, { type: 'return', reason: '不属本部门' }, contextAt(asStaff(billingClerk), assistAskedAtMs + 3 * hourMs))).toEqual([
      { uid: staff.handler.uid, kind: 'assistReturned' },
      { uid: supervisor.uid, kind: 'assistToArbitrate' },
    ]);
    const arbitrate: AssistCommand = { type: 'arbitrate', toUnitId: 'network', reason: '告警在网络侧' };
    expect(refusalOf(twice, arbitrate, contextAt(asStaff(staff.handler)))).toBe('notYours');
    const decidedAs = done(twice, arbitrate, contextAt(asStaff(supervisor), assistAskedAtMs + 4 * hourMs));
    expect(decidedAs).toMatchObject({ state: 'asked', toUnitId: 'network', arbitration: { reason: '告警在网络侧', byUid: supervisor.uid } });
    expect(refusalOf(decidedAs, { type: 'return', reason: '还是不属' }, contextAt(asStaff(engineer), assistAskedAtMs + 5 * hourMs))).toBe('assistDecided');
    expect(done(decidedAs, answerIt, contextAt(asStaff(engineer), assistAskedAtMs + 5 * hourMs)).state).toBe('answered');
  });

  test('the asking side may take it back while it is not answered, whoever is asked may not', () => {
    const cancel: AssistCommand = { type: 'cancel', reason: '客户已自行解决' };
    for (const assist of [askedAssistOf(), once, twice]) expect(done(assist, cancel, contextAt(asStaff(staff.handler))).state).toBe('cancelled');
    expect(refusalOf(askedAssistOf(), cancel, contextAt(asStaff(engineer)))).toBe('notYours');
  });

  test('those who see it are both sides: the complaint’s people and audience and the asked unit’s, and the unit that refused no more', () => {
    const complaint = complaintIn('inProgress');
    expect(askedAssistOf().audience).toEqual(expect.arrayContaining([...complaint.audience, 'network']));
    expect(anew.audience).not.toContain('network');
    expect(askedAssistOf().people).toEqual(expect.arrayContaining([staff.handler.uid, staff.owner.uid]));
    expect(complaint.audience).not.toContain('network');
  });
});

describe('AST-1: a complaint waits for its assists', () => {
  const [one, other] = [askedAssistOf(), askedAssistOf({ id: 'a1f6a1f0-0000-4000-8000-000000000002', toUnitId: 'billing' })];
  const complaint = noted(complaintIn('inProgress'), one, other);
  const decision = decide(complaint, { type: 'awaitAssists' }, contextOf(actorOf(staff.handler), {}, assistAskedAtMs));
  const waiting = decision.ok ? evolveAll(complaint, decision.events) : complaint;

  test('until the last of them should have answered, which pauses the clock where the pack says so', () => {
    expect(waiting).toMatchObject({
      state: 'awaitingOther',
      waiting: { isForAssists: true, whom: null, untilAtMs: other.dueAtMs, pausesClock: telecom.clocks.pauses.awaitingOther },
    });
    expect(decide(complaintIn('inProgress'), { type: 'awaitAssists' }, contextOf(actorOf(staff.handler), {}, assistAskedAtMs))).toMatchObject({
      refusal: { code: 'noOpenAssist' },
    });
  });

  test('and goes on with the last answer or return, not with the first', () => {
    const answered = done(one, answerIt, contextAt(asStaff(engineer), assistAskedAtMs + hourMs));
    const returned = done(other, { type: 'return', reason: '不属本部门' }, contextAt(asStaff(billingClerk), assistAskedAtMs + 2 * hourMs));
    expect(noted(waiting, answered)).toMatchObject({ state: 'awaitingOther' });
    expect(noted(waiting, answered, returned)).toMatchObject({ state: 'inProgress', waiting: null });
  });

  test('a wait in words of one’s own, as phones of the former version write it, ends with no assist', () => {
    const former = decide(
      complaint,
      { type: 'awaitOther', whom: '合作方', reason: '核实', untilAtMs: null },
      contextOf(actorOf(staff.handler), {}, assistAskedAtMs),
    );
    const own = former.ok ? evolveAll(complaint, former.events) : complaint;
    const both = [one, other].map((assist) => done(assist, { type: 'cancel', reason: '不用了' }, contextAt(asStaff(staff.handler), assistAskedAtMs + hourMs)));
    expect(noted(own, ...both)).toMatchObject({ state: 'awaitingOther', waiting: { whom: '合作方' } });
  });
});

test('TIME: an answer counts from when it was given on the phone, and never from before it was asked', () => {
  const entry = (capturedAtMs: number) => ({ capturedAtMs, clockOffsetMs: 0, receivedAtMs: assistAskedAtMs + 5 * hourMs });
  const momentOf = (capturedAtMs: number) =>
    assistAggregate.momentOf(
      { state: askedAssistOf(), actor: { kind: 'staff', staff: engineer }, entry: entry(capturedAtMs), previous: null },
      factsOf(),
      assistAskedAtMs + 5 * hourMs,
    );
  expect(momentOf(assistAskedAtMs + hourMs)).toBe(assistAskedAtMs + hourMs);
  expect(momentOf(assistAskedAtMs - hourMs)).toBe(assistAskedAtMs);
});
