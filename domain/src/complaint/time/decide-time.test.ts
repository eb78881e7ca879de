import { describe, expect, test } from 'vitest';
import { endOfDayMs, hourMs } from '../../calendar/day.ts';
import type { Pack } from '../../policy/pack.ts';
import { actedAt, eventsAt } from '../../testing/acted.ts';
import { assignmentTo, complaintIn, recordedAtMs } from '../../testing/complaints.ts';
import { actorOf, at, staff, systemActor, telecom } from '../../testing/organisation.ts';
import { samples } from '../../testing/sample-commands.ts';
import type { Complaint } from '../complaint.ts';

const inHand = complaintIn('inProgress');
const owner = actorOf(staff.owner);

function packWith(clocks: Partial<Pack['clocks']>): Pack {
  return { ...telecom, clocks: { ...telecom.clocks, ...clocks } };
}

describe('SLA-5: waiting', () => {
  const waits = (time: string, until: string | null, complaint = inHand, pack = telecom) =>
    actedAt(time, complaint, { ...samples.awaitCustomer, untilAtMs: until === null ? null : at(until) }, { pack });

  test('for the customer stops the operator’s own clock, until the end that was said', () => {
    const waiting = waits('2026-11-20 15:00', '2026-11-21 15:00');
    expect(waiting).toMatchObject({ state: 'awaitingCustomer', dueAtMs: at('2026-11-23 09:00'), nextDueAtMs: at('2026-11-21 15:00') });
    expect(waiting.clocks?.statutoryDueAtMs).toBe(inHand.clocks?.statutoryDueAtMs);
  });

  test('without an end it lasts as long as the pack lets one last, and none lasts longer', () => {
    expect(waits('2026-11-20 15:00', null).waiting?.untilAtMs).toBe(at('2026-11-23 15:00'));
    expect(waits('2026-11-20 15:00', '2026-12-20 15:00').waiting?.untilAtMs).toBe(at('2026-11-23 15:00'));
    expect(waits('2026-11-20 15:00', '2026-11-23 14:59').waiting?.untilAtMs).toBe(at('2026-11-23 14:59'));
  });

  test('ended early, the clock runs from then on', () => {
    const resumed = actedAt('2026-11-20 17:00', waits('2026-11-20 15:00', '2026-11-21 15:00'), samples.resume);
    expect(resumed).toMatchObject({ dueAtMs: at('2026-11-22 11:00'), pauses: [{ sinceAtMs: at('2026-11-20 15:00'), untilAtMs: at('2026-11-20 17:00') }] });
  });

  test.each([
    [
      'given to somebody else',
      (complaint: Complaint) => actedAt('2026-11-20 17:00', complaint, { type: 'releaseHandler', uid: 'handler' }, { actor: systemActor }),
    ],
    ['answered', (complaint: Complaint) => actedAt('2026-11-20 17:00', complaint, samples.answer)],
    ['waiting for someone else', (complaint: Complaint) => actedAt('2026-11-20 17:00', complaint, samples.awaitOther)],
  ])('%s, the pause is over as well', (_told, leaves) => {
    expect(leaves(waits('2026-11-20 15:00', '2026-11-21 15:00'))).toMatchObject({
      dueAtMs: at('2026-11-22 11:00'),
      pauses: [{ sinceAtMs: at('2026-11-20 15:00'), untilAtMs: at('2026-11-20 17:00') }],
    });
  });

  test('which waits stop the clock, the pack says', () => {
    const pauses = { awaitingCustomer: false, awaitingOther: true, mostHours: 72, most: 5 };
    expect(waits('2026-11-20 15:00', null, inHand, packWith({ pauses }))).toMatchObject({ dueAtMs: inHand.dueAtMs, pauses: [] });
    expect(actedAt('2026-11-20 15:00', inHand, samples.awaitOther, { pack: packWith({ pauses }) })).toMatchObject({ dueAtMs: at('2026-11-25 09:00') });
    expect(actedAt('2026-11-20 15:00', inHand, samples.awaitOther)).toMatchObject({ dueAtMs: inHand.dueAtMs, pauses: [] });
  });

  test('so many waits stop it and no more; they are still waits', () => {
    const pauses = { ...telecom.clocks.pauses, most: 1 };
    const once = actedAt('2026-11-20 17:00', waits('2026-11-20 15:00', null, inHand, packWith({ pauses })), samples.resume, { pack: packWith({ pauses }) });
    const twice = waits('2026-11-20 18:00', null, once, packWith({ pauses }));
    expect(once.pauses).toHaveLength(1);
    expect(twice).toMatchObject({ state: 'awaitingCustomer', pauses: once.pauses, dueAtMs: once.dueAtMs, waiting: { pausesClock: false } });
  });

  test('TIME: what an offline phone brings in late does not pause the same time twice', () => {
    const resumed = actedAt('2026-11-20 17:00', waits('2026-11-20 15:00', null), samples.resume);
    const late = waits('2026-11-20 16:00', '2026-11-20 18:00', resumed);
    expect(late).toMatchObject({ waiting: { sinceAtMs: at('2026-11-20 17:00') }, dueAtMs: at('2026-11-22 12:00') });
    const wholly = waits('2026-11-20 16:00', '2026-11-20 16:30', resumed);
    expect(wholly).toMatchObject({ pauses: resumed.pauses, dueAtMs: resumed.dueAtMs });
  });

  test('a wait of no length stops nothing', () => {
    expect(waits('2026-11-20 15:00', '2026-11-20 15:00').pauses).toEqual([]);
  });
});

describe('SLA-4: agreeing another time with the customer', () => {
  const agrees = (until: string | number, complaint = inHand, time = '2026-11-20 15:00') =>
    actedAt(time, complaint, { ...samples.agreeTime, untilAtMs: typeof until === 'string' ? at(until) : until });

  test('makes it the promise, with its reason and who agreed', () => {
    expect(agrees('2026-11-26 10:00')).toMatchObject({
      dueAtMs: at('2026-11-26 10:00'),
      agreedTime: { dueAtMs: at('2026-11-26 10:00'), reason: '客户要求周一回电', byUid: 'handler', byName: '员工handler', atMs: at('2026-11-20 15:00') },
    });
  });

  test('SLA-8: up to the last moment of the law, and no later; not before now', () => {
    const lastMs = endOfDayMs('2026-12-05');
    expect(agrees(lastMs).dueAtMs).toBe(lastMs);
    expect(() => agrees(lastMs + 1)).toThrow('beyondStatutory');
    expect(agrees('2026-11-20 15:00').dueAtMs).toBe(at('2026-11-20 15:00'));
    expect(() => agrees('2026-11-20 14:59')).toThrow('momentInThePast');
  });

  test('said twice it is agreed once; another time or reason is another agreement', () => {
    const once = agrees('2026-11-26 10:00');
    expect(agrees('2026-11-26 10:00', once, '2026-11-20 15:10')).toBe(once);
    expect(agrees('2026-11-25 10:00', once, '2026-11-20 15:10').dueAtMs).toBe(at('2026-11-25 10:00'));
  });

  test('it is not moved by a wait, and ends with the run: reopened, the operator’s own clock counts again', () => {
    const agreed = agrees('2026-11-26 10:00');
    expect(actedAt('2026-11-20 16:00', agreed, samples.awaitCustomer).dueAtMs).toBe(at('2026-11-26 10:00'));
    const answered = actedAt('2026-11-20 17:00', agreed, samples.answer);
    expect(actedAt('2026-11-20 18:00', answered, samples.reopen)).toMatchObject({ agreedTime: null, dueAtMs: at('2026-11-22 18:00') });
  });

  test('a reminder that was sent of the old promise is sent again of the new one', () => {
    const reminded = actedAt('2026-11-21 21:00', inHand, samples.takeSteps, { actor: systemActor });
    const agreed = agrees('2026-11-27 10:00', reminded, '2026-11-21 21:10');
    expect(agreed.clocks?.plan[0]).toMatchObject({ id: 'sla-accept-1' });
    expect(agreed.clocks?.plan.find(({ clock }) => clock === 'reply')).toMatchObject({ id: 'sla-reply-1-2', takenAtMs: null });
    expect(agreed.escalationLevel).toBe(0);
  });
});

describe('SLA-1…3: putting right what was recorded wrongly', () => {
  const corrects = (changes: Partial<typeof samples.correct>, complaint = inHand, facts = {}) =>
    actedAt('2026-11-20 15:00', complaint, { ...samples.correct, tier: 'ordinary', ...changes }, { facts });

  test('the tier: the clock counts from the start, which may be past at once', () => {
    expect(corrects({ tier: 'vip' })).toMatchObject({ tier: 'vip', dueAtMs: recordedAtMs + 8 * hourMs, clocks: { startAtMs: recordedAtMs } });
  });

  test('the category and what else it needs', () => {
    expect(corrects({ category: 'T12-02' })).toMatchObject({ category: 'T12-02', clocks: { rule: 'SLA-3' }, dueAtMs: endOfDayMs('2026-12-01') });
    expect(corrects({ need: 'crossProvince' })).toMatchObject({ need: 'crossProvince', clocks: { rule: 'SLA-3' }, dueAtMs: endOfDayMs('2026-11-26') });
  });

  test('SLA-2: urgency is asked of the network’s categories, and means nothing elsewhere', () => {
    expect(corrects({ category: 'T04-01', urgency: 'critical' })).toMatchObject({ urgency: 'critical', clocks: { rule: 'SLA-2' } });
    expect(() => corrects({ category: 'T04-01', urgency: null })).toThrow('urgencyMissing');
    expect(corrects({ tier: 'vip', urgency: 'critical' }).urgency).toBeNull();
  });

  test('what the pack does not know is refused', () => {
    expect(() => corrects({ category: 'T77-77' })).toThrow('unknownCategory');
    expect(() => corrects({ tier: 'platinum' })).toThrow('unknownTier');
  });

  test('nothing corrected is nothing done', () => {
    expect(corrects({})).toBe(inHand);
  });

  test('ATT-1, ATT-5: flags of the wrong category or tier go, those of the right one come, and what was found since stays', () => {
    const flagged = { ...inHand, flags: ['regulatory-risk:third-party-service', 'repeat', 'passed-around'] };
    expect(corrects({ category: 'T02-01' }, flagged).flags.sort()).toEqual(['passed-around', 'red-line', 'repeat']);
    expect(corrects({ tier: 'vip' }, flagged).flags).toContain('important');
  });

  test('ATT-2: what it repeats is looked at again, both ways; a phone, which does not know, leaves it as it is', () => {
    const repeat = { ...inHand, flags: ['repeat', 'passed-around'], repeatOf: ['earlier'] };
    expect(corrects({ category: 'T02-01' }, repeat, { repeatOf: [] })).toMatchObject({ flags: ['passed-around', 'red-line'], repeatOf: [] });
    expect(corrects({ category: 'T02-01' }, repeat, { repeatOf: ['another'] })).toMatchObject({
      flags: ['passed-around', 'red-line', 'repeat'],
      repeatOf: ['another'],
    });
    expect(corrects({ category: 'T02-01' }, inHand, { repeatOf: ['another'] })).toMatchObject({ flags: ['red-line', 'repeat'], repeatOf: ['another'] });
    expect(corrects({ category: 'T02-01' }, repeat)).toMatchObject({ flags: ['repeat', 'passed-around', 'red-line'], repeatOf: ['earlier'] });
  });

  test('OWN-2: where another unit handles such complaints it goes there; a phone leaves that open', () => {
    const assignment = { ...assignmentTo('network', { uid: 'engineer', name: '工程师' }), route: 'corrected' as const };
    const network = { category: 'T04-01', urgency: 'normal' as const };
    expect(corrects(network, inHand, { assignment })).toMatchObject({ state: 'assigned', handlerUid: 'engineer', handlingUnitId: 'network' });
    expect(corrects(network)).toMatchObject({ state: 'inProgress', handlerUid: 'handler' });
  });

  test('SLA-5: what was paused stays paused', () => {
    const paused = actedAt('2026-11-20 14:00', actedAt('2026-11-20 11:00', inHand, samples.awaitCustomer), samples.resume);
    expect(corrects({ tier: 'vip' }, paused).dueAtMs).toBe(recordedAtMs + 11 * hourMs);
  });
});

describe('an open complaint under another version of the policy', () => {
  const newer = { ...packWith({ acceptMinutes: 60 }), version: 'telecom-2026.2', tiers: telecom.tiers.map((tier) => ({ ...tier, replyHours: 12 })) };
  const applied = actedAt('2026-11-20 15:00', inHand, samples.applyPolicy, { actor: systemActor, pack: newer });

  test('has that version, and its clocks from the start', () => {
    expect(applied).toMatchObject({ packVersion: 'telecom-2026.2', dueAtMs: recordedAtMs + 12 * hourMs, clocks: { acceptDueAtMs: recordedAtMs + hourMs } });
  });

  test('applied again, nothing happens, and to what is answered it is not applied', () => {
    expect(eventsAt('2026-11-20 15:05', applied, samples.applyPolicy, { actor: systemActor, pack: newer })).toEqual([]);
    expect(() => actedAt('2026-11-20 15:00', complaintIn('answered'), samples.applyPolicy, { actor: systemActor, pack: newer })).toThrow('notInThisState');
  });
});

describe('the clocks are worked out anew when what they depend on changes, and otherwise left alone', () => {
  test.each([
    ['a note', samples.note],
    ['an attempt to reach the customer', samples.contactAttempt],
    ['a confirmed cause', samples.confirmCause],
  ])('%s leaves them', (_told, command) => {
    expect(actedAt('2026-11-20 15:00', inHand, command).clocks).toBe(inHand.clocks);
  });

  test('an answer and an end leave them too', () => {
    expect(actedAt('2026-11-20 15:00', inHand, samples.answer).clocks).toBe(inHand.clocks);
    expect(actedAt('2026-11-20 15:00', inHand, samples.withdraw, { actor: owner }).clocks).toBe(inHand.clocks);
  });

  test('SLA-6: a late answer says that it was late, though the schedule never ran', () => {
    const late = actedAt('2026-11-22 09:01', inHand, samples.answer);
    expect(late.overdues).toEqual([{ clock: 'reply', dueAtMs: at('2026-11-22 09:00'), cause: 'inHand', handlerUid: 'handler', unitId: 'branch' }]);
    expect(late.replyTime).toMatchObject({ inTime: false });
    expect(actedAt('2026-11-22 09:00', inHand, samples.answer)).toMatchObject({ overdues: [], replyTime: { inTime: true } });
  });
});
