import { describe, expect, test } from 'vitest';
import { hourMs } from '../calendar/day.ts';
import { complaintIn, evolvedBy } from '../testing/complaints.ts';
import { actorOf, staff, systemActor, telecom, units } from '../testing/organisation.ts';
import { contextOf, commandedAtMs, samples } from '../testing/sample-commands.ts';
import type { StaffCommand } from './command.ts';
import type { Complaint, RefundStanding } from './complaint.ts';
import type { CommandFacts } from './context.ts';
import { refundStandings } from './complaint-values.ts';
import { decide } from './decide.ts';
import { evolveAll } from './evolve.ts';
import { moneyBehind } from './money-lines.ts';
import { statusViewChanged, statusViewOf } from './view/status-view.ts';
import { complaintFromStored } from './stored.ts';

const firstId = 'c1f6a1f0-0000-4000-8000-000000000001';
const secondId = 'c1f6a1f0-0000-4000-8000-000000000002';
const { text, evidence } = samples.confirmCause;
const cause = { text, evidence, photoId: null, bill: null, byUid: 'handler', byName: '员工handler', atMs: commandedAtMs };

type Confirming = Extract<StaffCommand, { type: 'confirmCause' }>;

function refund(standing: RefundStanding['standing'], changes: Partial<RefundStanding> = {}): RefundStanding {
  return { refundId: firstId, amountFen: 3500, form: 'balanceCredit', standing, atMs: commandedAtMs, ...changes };
}

function confirms(uid: keyof typeof staff, complaint: Complaint, command: Confirming = samples.confirmCause, facts: CommandFacts = {}) {
  return decide(complaint, command, contextOf(actorOf(staff[uid]), facts));
}

function notes(complaint: Complaint, standing: RefundStanding) {
  return decide(complaint, { type: 'noteRefund', refund: standing }, contextOf(systemActor, {}));
}

/** The complaint after the product noted where refunds stand, one after the other. */
function after(complaint: Complaint, ...standings: RefundStanding[]): Complaint {
  return standings.reduce((before, standing) => evolvedBy(before, { type: 'refundNoted', atMs: standing.atMs, refund: standing }), complaint);
}

describe('REF-1: confirming the cause', () => {
  test('given work in hand, the handler writes down cause and evidence in their name', () => {
    const decision = confirms('handler', complaintIn('inProgress'));
    expect(decision).toEqual({ ok: true, events: [{ type: 'causeConfirmed', atMs: commandedAtMs, cause }] });
    expect(evolvedBy(complaintIn('inProgress'), { type: 'causeConfirmed', atMs: commandedAtMs, cause })).toMatchObject({ state: 'inProgress', cause });
  });

  test('it is a step of work like others: the handler’s first one begins it, the owner’s does not', () => {
    expect(confirms('handler', complaintIn('accepted'))).toMatchObject({ ok: true, events: [{ type: 'causeConfirmed' }, { type: 'workStarted' }] });
    expect(confirms('owner', complaintIn('accepted'))).toMatchObject({ ok: true, events: [{ type: 'causeConfirmed', cause: { byUid: 'owner' } }] });
  });

  const bill = { period: '2026-10', item: '代收费', amountFen: 3500 };
  test.each([
    ['a photo that has been checked', { photoId: 'photo' }, { photo: 'passed' }, { photoId: 'photo', bill: null }],
    ['a line of a bill', { bill }, {}, { photoId: null, bill }],
    ['both', { photoId: 'photo', bill }, { photo: 'passed' }, { photoId: 'photo', bill }],
    ['words alone, as phones of the former version send it', {}, {}, { photoId: null, bill: null }],
    ['a photo of which this phone does not know what the check said', { photoId: 'photo' }, {}, { photoId: 'photo', bill: null }],
  ] as [string, Partial<Confirming>, CommandFacts, object][])('by %s', (_told, proof, facts, kept) => {
    const decision = confirms('handler', complaintIn('inProgress'), { ...samples.confirmCause, ...proof }, facts);
    expect(decision).toMatchObject({ ok: true, events: [{ type: 'causeConfirmed', cause: kept }] });
  });

  test.each([
    ['one that is still being checked', 'pending', 'photoUnchecked'],
    ['one that did not pass', 'refused', 'photoMissing'],
    ['one of another complaint, or none at all', null, 'photoMissing'],
  ] as const)('not by a photo that shows nothing: %s', (_told, photo, code) => {
    expect(confirms('handler', complaintIn('inProgress'), { ...samples.confirmCause, photoId: 'photo' }, { photo })).toEqual({ ok: false, refusal: { code } });
  });

  test('said twice it is silence, with another photo or bill it is news', () => {
    const proved = { ...samples.confirmCause, photoId: 'photo', bill };
    const before = evolvedBy(complaintIn('inProgress'), { type: 'causeConfirmed', atMs: commandedAtMs, cause: { ...cause, photoId: 'photo', bill } });
    expect(confirms('handler', before, { ...proved, bill: { ...bill } }, { photo: 'passed' })).toEqual({ ok: true, events: [] });
    for (const changed of [{ bill: { ...bill, amountFen: 3600 } }, { bill: null }, { photoId: null }, { photoId: 'other' }])
      expect(confirms('handler', before, { ...proved, ...changed }, { photo: 'passed' })).toMatchObject({ ok: true, events: [{ type: 'causeConfirmed' }] });
  });

  test('what was confirmed before there was more than words stays readable', () => {
    const { photoId: _photo, bill: _bill, ...former } = cause;
    const { id, ...stored } = complaintIn('inProgress');
    expect(complaintFromStored(id, { ...stored, cause: former }).cause).toEqual(cause);
  });

  test('who only sees it confirms nothing, and neither does anyone once it has ended', () => {
    expect(confirms('bystander', complaintIn('inProgress'))).toEqual({ ok: false, refusal: { code: 'notYours' } });
    expect(confirms('head', complaintIn('inProgress')).ok).toBe(true);
    expect(confirms('handler', complaintIn('closed'))).toEqual({ ok: false, refusal: { code: 'notInThisState', detail: 'closed' } });
    expect(confirms('handler', complaintIn('answered')).ok).toBe(true);
  });

  test('said twice by the same person it is silence; another text, other evidence or another person is a new finding', () => {
    const confirmed = evolvedBy(complaintIn('inProgress'), { type: 'causeConfirmed', atMs: commandedAtMs, cause });
    expect(confirms('handler', confirmed)).toEqual({ ok: true, events: [] });
    for (const command of [
      { ...samples.confirmCause, text: '出账规则配置错误' },
      { ...samples.confirmCause, evidence: '计费日志' },
    ]) {
      expect(confirms('handler', confirmed, command)).toMatchObject({ ok: true, events: [{ type: 'causeConfirmed' }] });
    }
    expect(confirms('owner', confirmed)).toMatchObject({ ok: true, events: [{ type: 'causeConfirmed', cause: { byUid: 'owner' } }] });
  });
});

describe('where refunds stand', () => {
  test('is the product’s to note, not a person’s', () => {
    const asked = refund('asked');
    expect(notes(complaintIn('inProgress'), asked)).toEqual({ ok: true, events: [{ type: 'refundNoted', atMs: commandedAtMs, refund: asked }] });
    expect(decide(complaintIn('inProgress'), { type: 'noteRefund', refund: asked }, contextOf(actorOf(staff.handler), {}))).toEqual({
      ok: false,
      refusal: { code: 'notYours' },
    });
  });

  test('noted twice is silence; another standing, amount or form is news, and so is another refund', () => {
    const noted = after(complaintIn('inProgress'), refund('asked'));
    expect(notes(noted, refund('asked', { atMs: commandedAtMs + hourMs }))).toEqual({ ok: true, events: [] });
    for (const news of [refund('approved'), refund('asked', { amountFen: 3501 }), refund('asked', { form: 'cash' }), refund('asked', { refundId: secondId })]) {
      expect(notes(noted, news)).toMatchObject({ ok: true, events: [{ type: 'refundNoted', refund: news }] });
    }
  });

  test('what is noted of a refund replaces what was noted before, and leaves the others', () => {
    const noted = after(complaintIn('inProgress'), refund('asked'), refund('asked', { refundId: secondId }), refund('paid'));
    expect(noted.refunds).toEqual([refund('asked', { refundId: secondId }), refund('paid')]);
  });

  test('the latest twenty are kept, so that a complaint cannot outgrow its document', () => {
    const many = Array.from({ length: 21 }, (_, index) => refund('refused', { refundId: `refund-${index}` }));
    expect(after(complaintIn('closed'), ...many).refunds.map(({ refundId }) => refundId)).toEqual(many.slice(1).map(({ refundId }) => refundId));
  });
});

describe('waiting for the approval of a refund', () => {
  test.each(['accepted', 'inProgress'] as const)('%s, work in hand waits once a refund is asked for', (state) => {
    const waiting = after(complaintIn(state), refund('asked'));
    expect(waiting).toMatchObject({ state: 'awaitingApproval', open: true, waiting: null });
    expect(waiting.milestones.at(-1)).toMatchObject({ stage: 'awaitingApproval', atMs: commandedAtMs });
    expect(waiting.dueAtMs).toBe(complaintIn(state).dueAtMs);
  });

  test.each(refundStandings.filter((standing) => standing !== 'asked'))('once it is %s, the work goes on', (standing) => {
    const resumed = after(complaintIn('inProgress'), refund('asked'), refund(standing));
    expect(resumed.state).toBe('inProgress');
    expect(resumed.milestones.at(-1)?.stage).toBe('resumed');
  });

  test('while another refund is still asked for it goes on waiting', () => {
    const both = after(complaintIn('inProgress'), refund('asked'), refund('asked', { refundId: secondId }));
    expect(after(both, refund('approved')).state).toBe('awaitingApproval');
    expect(after(both, refund('approved'), refund('refused', { refundId: secondId })).state).toBe('inProgress');
  });

  test.each(['recorded', 'assigned', 'awaitingCustomer', 'awaitingOther', 'answered', 'closed', 'reopened', 'withdrawn'] as const)(
    'what is %s stays so, whatever becomes of the refund',
    (state) => {
      const complaint = complaintIn(state);
      const noted = after(complaint, refund('asked'), refund('paid'));
      expect(noted).toMatchObject({ state, milestones: complaint.milestones, refunds: [refund('paid')] });
    },
  );

  test('the work can be taken up for another reason meanwhile, and cannot be resumed by hand', () => {
    const waiting = complaintIn('awaitingApproval');
    expect(decide(waiting, samples.answer, contextOf(actorOf(staff.handler), {})).ok).toBe(true);
    expect(decide(waiting, samples.resume, contextOf(actorOf(staff.handler), {}))).toEqual({
      ok: false,
      refusal: { code: 'notInThisState', detail: 'awaitingApproval' },
    });
    expect(decide(complaintIn('awaitingOther'), samples.resume, contextOf(actorOf(staff.handler), {})).ok).toBe(true);
  });
});

describe('the customer’s page', () => {
  const viewOf = (complaint: Complaint) => statusViewOf(complaint, telecom, (unitId) => units.get(unitId)?.name ?? null);

  test.each(refundStandings)('a refund that is %s: only what was approved or paid is shown, for the rest is no promise', (standing) => {
    const shown = standing === 'approved' || standing === 'paid' ? [{ amountFen: 3500, form: 'balanceCredit', standing, atMs: commandedAtMs }] : [];
    expect(viewOf(after(complaintIn('inProgress'), refund(standing))).refunds).toEqual(shown);
  });

  test('says nothing of cause, evidence or who found it', () => {
    const confirmed = evolvedBy(complaintIn('inProgress'), { type: 'causeConfirmed', atMs: commandedAtMs, cause });
    const page = JSON.stringify(viewOf(confirmed));
    for (const inner of [text, evidence, cause.byName]) expect(page).not.toContain(inner);
    expect(statusViewChanged(viewOf(complaintIn('inProgress')), viewOf(confirmed))).toBe(false);
  });

  test('is written again when a refund is approved', () => {
    const asked = after(complaintIn('inProgress'), refund('asked'));
    expect(statusViewChanged(viewOf(asked), viewOf(after(asked, refund('approved'))))).toBe(true);
  });
});

test('a complaint stored before there were refunds reads as one without any', () => {
  const { schemaVersion: _none, cause: _cause, refunds: _refunds, ...stored } = complaintIn('inProgress');
  expect(complaintFromStored(stored.id, stored)).toMatchObject({ cause: null, refunds: [] });
});

test('what is noted of an entry that changed nothing leaves the very same complaint', () => {
  const noted = after(complaintIn('inProgress'), refund('asked'));
  const again = notes(noted, refund('asked'));
  expect(again.ok && evolveAll(noted, again.events)).toBe(noted);
});

describe('REF-7, KNO-3: an answer that says that money was given', () => {
  const answers = (refunds: RefundStanding[], more: { howGiven?: string; result?: 'partly' | 'notMet' }) => {
    const [line, ...others] = samples.answer.checklist;
    const { result = 'met' as const, ...how } = more;
    const checklist = line ? [{ ...line, result }, ...others] : [];
    const command = { type: 'answer' as const, text: '已核实。', checklist, ...how };
    const decision = decide({ ...complaintIn('inProgress'), refunds }, command, contextOf(actorOf(staff.handler), {}));
    return decision.ok ? decision.events.map((event) => (event.type === 'answered' ? (event.answer.howGiven ?? 'answered') : event.type)) : decision.refusal;
  };
  const missing = { code: 'moneyMissing', detail: 'refund' };

  test.each(refundStandings)('with a refund that is %s', (standing) => {
    const isBehind = ['asked', 'approved', 'paid'].includes(standing);
    expect(answers([refund(standing)], {})).toEqual(isBehind ? ['answered'] : missing);
    expect(answers([refund(standing)], { howGiven: '次月账单减免' })).toEqual([isBehind ? 'answered' : '次月账单减免']);
    expect(moneyBehind('refund', [refund(standing)])).toBe(standing === 'paid' ? 'paid' : isBehind ? 'notYetPaid' : 'none');
  });

  test('without any refund it is refused, unless it says how, or does not say that it was given', () => {
    expect(answers([], {})).toEqual(missing);
    expect(answers([], { howGiven: '赠送流量' })).toEqual(['赠送流量']);
    for (const result of ['partly', 'notMet'] as const) expect(answers([], { result, howGiven: '多余' })).toEqual(['answered']);
  });

  test('compensation is money too; an explanation or an apology is none', () => {
    expect([moneyBehind('compensation', []), moneyBehind('explanation', []), moneyBehind('apology', [])]).toEqual(['none', null, null]);
    expect(moneyBehind('compensation', [refund('refused'), refund('paid')])).toBe('paid');
  });

  test('the customer reads how, without anybody’s number in it', () => {
    const { text, checklist } = samples.answer;
    const answer = { text, checklist, howGiven: '充到13912345678', byUid: 'handler', byName: '', atMs: commandedAtMs };
    const view = statusViewOf({ ...complaintIn('answered'), answer }, telecom, () => null);
    expect(view.answer?.howGiven).toContain('充到');
    expect(view.answer?.howGiven).not.toContain('13912345678');
  });
});
