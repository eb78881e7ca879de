import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dayMs, hourMs } from '../../calendar/day.ts';
import { answer, complaintIn, evolvedBy, formOf, justRecorded, originOf, recordedAtMs, taken, token } from '../../testing/complaints.ts';
import { staff, telecom, units } from '../../testing/organisation.ts';
import { randomRun } from '../../testing/random-run.ts';
import type { Complaint } from '../complaint.ts';
import { type ComplaintState, complaintStates } from '../complaint-values.ts';
import { buildRecording } from '../intake/recording.ts';
import { statusViewChanged, statusViewOf } from './status-view.ts';

const unitName = (unitId: string) => units.get(unitId)?.name ?? null;
const viewOf = (complaint: Complaint) => statusViewOf(complaint, telecom, unitName);
const closedAtMs = answer.atMs + hourMs;

describe('what a customer is shown', () => {
  test('who the operator is, what it is about, who has it, and what was promised', () => {
    expect(viewOf(complaintIn('accepted'))).toMatchObject({
      operator: { zh: '淮安移动' },
      hotline: '10086',
      regulatorHotline: '12300',
      category: { zh: '资费计费' },
      asks: ['refund', 'explanation'],
      state: 'accepted',
      recordedAtMs,
      promisedAtMs: recordedAtMs + 48 * hourMs,
      holder: { en: 'Unit branch' },
      answer: null,
      reopenUntilMs: null,
      expiresAtMs: null,
    });
  });

  test('each stage with its unit, and none for a unit that is not known', () => {
    const [recorded, assigned] = viewOf(complaintIn('assigned')).milestones;
    expect(recorded).toEqual({ stage: 'recorded', atMs: recordedAtMs, unit: { zh: 'outlet单位', en: 'Unit outlet' } });
    expect(assigned).toEqual({ stage: 'assigned', atMs: recordedAtMs, unit: { zh: 'branch单位', en: 'Unit branch' } });
    expect(statusViewOf(complaintIn('assigned'), telecom, () => null)).toMatchObject({ holder: null, milestones: [{ unit: null }, { unit: null }] });
  });

  test('before the server has looked at it, what the phone knows', () => {
    expect(viewOf(justRecorded())).toMatchObject({ recordedAtMs, promisedAtMs: null, statutoryAtMs: null, holder: null, milestones: [] });
    expect(viewOf(justRecorded({ category: 'T77-77' })).category).toEqual(telecom.operator);
  });

  const endOfLawMs = Date.parse('2026-12-05T23:59:59.999+08:00');
  test.each([
    ['accepted', recordedAtMs + 48 * hourMs, endOfLawMs, null, null],
    ['answered', null, endOfLawMs, answer.atMs + 15 * dayMs, null],
    ['closed', null, null, closedAtMs + 15 * dayMs, closedAtMs + 180 * dayMs],
    ['reopened', answer.atMs + 50 * hourMs, endOfLawMs, null, null],
    ['withdrawn', null, null, null, recordedAtMs + hourMs + 180 * dayMs],
  ] as const)(
    'SLA-8: in %s, the promise, the end of the statutory time, until when one may disagree, until when the page lives',
    (state, promisedAtMs, statutoryAtMs, reopenUntilMs, expiresAtMs) => {
      expect(viewOf(complaintIn(state))).toMatchObject({ promisedAtMs, statutoryAtMs, reopenUntilMs, expiresAtMs });
    },
  );

  const answered: Partial<Record<ComplaintState, boolean>> = { answered: true, closed: true };
  test.each(complaintStates)('an answer is shown while it stands: %s', (state) => {
    expect(viewOf(complaintIn(state)).answer !== null).toBe(answered[state] ?? false);
  });

  test('what is needed from the customer is shown while the operator waits for them, and not what others are asked', () => {
    expect(viewOf(complaintIn('awaitingCustomer')).neededFromCustomer).toBe('请提供账单');
    expect(viewOf(complaintIn('awaitingOther')).neededFromCustomer).toBeNull();
  });

  const agreedTime = { dueAtMs: recordedAtMs + 72 * hourMs, reason: '客户出差', byUid: 'handler', byName: staff.handler.name, atMs: recordedAtMs + hourMs };
  test.each([
    ['inProgress', true],
    ['answered', false],
    ['closed', false],
  ] as const)('SLA-4: that the time was agreed with them is said while it is still to be kept: %s', (state, isAgreed) => {
    expect(viewOf({ ...complaintIn(state), agreedTime }).isAgreed).toBe(isAgreed);
    expect(viewOf(complaintIn(state)).isAgreed, 'and not of a time that nobody agreed').toBe(false);
  });

  test.each([
    ['awaitingCustomer', true, recordedAtMs + 72 * hourMs],
    ['awaitingCustomer', false, null],
    ['awaitingOther', true, null],
  ] as const)('SLA-5: in %s, clock standing still: %s', (state, pausesClock, pausedUntilMs) => {
    const waiting = { reason: '请提供账单', whom: null, sinceAtMs: recordedAtMs, untilAtMs: recordedAtMs + 72 * hourMs, pausesClock };
    expect(viewOf({ ...complaintIn(state), waiting }).pausedUntilMs).toBe(pausedUntilMs);
  });

  test('OWN-5: where to turn stays readable, its phone number too', () => {
    const elsewhere = evolvedBy(complaintIn('assigned'), {
      type: 'closedOutOfScope',
      atMs: recordedAtMs,
      reason: '与13800001001无关',
      whereToTurn: '消协 0517-88888888',
    });
    expect(viewOf(elsewhere).outOfScope).toEqual({ reason: '与13*******01无关', whereToTurn: '消协 0517-88888888' });
  });
});

test('RET-2, OWN-3: the page tells what was recorded, so that the customer can put it right, without the name and the numbers of persons in it', () => {
  const complaint: Complaint = {
    ...complaintIn('assigned'),
    what: '王小明来电:2026-11-01被扣35元,要求退到13800001001。王营镇的厅也去过',
    contactMasked: { name: '王**', phone: '138****1001' },
  };
  expect(viewOf(complaint).what).toBe('王**来电:2026-11-01被扣35元,要求退到13*******01。王**的厅也去过');
  expect(viewOf({ ...complaint, contactMasked: { ...complaint.contactMasked, name: '李*' } }).what).toContain('王营镇的厅');
});

test('RET-2: what the operator itself is reached by stays in an answer, and the customer’s own parcel; a person’s number does not', () => {
  const text = '请到淮海路营业厅(0517-83901234)或拨10086,邮件1123456789012已补寄,经办人13800001001';
  const answered = complaintIn('answered');
  const complaint: Complaint = { ...answered, mailItem: '1123456789012', answer: answered.answer && { ...answered.answer, text } };
  expect(statusViewOf(complaint, telecom, unitName, ['0517-83901234']).answer?.text).toBe(text.replace('13800001001', '13*******01'));
});

describe('RET-2: what a customer’s page never holds', () => {
  const digits = fc
    .tuple(fc.integer({ min: 3, max: 9 }), fc.integer({ min: 0, max: 999_999_999 }))
    .map(([second, rest]) => `1${second}${String(rest).padStart(9, '0')}`);
  const names = fc.tuple(fc.constantFrom('王', '欧阳', '邵'), fc.constantFrom('鹏飞', '桂芬', '琥珀')).map((parts) => parts.join(''));
  const written = fc.constantFrom(
    (phone: string) => phone,
    (phone: string) => `${phone.slice(0, 3)}-${phone.slice(3, 7)}-${phone.slice(7)}`,
    (phone: string) => `${phone.slice(0, 3)} ${phone.slice(3, 7)} ${phone.slice(7)}`,
  );

  test('name, number, address, key and token, in whatever state, and numbers that staff typed into a text', () => {
    const property = fc.property(names, digits, written, fc.constantFrom(...complaintStates), (name, phone, spelling, state) => {
      const { recording, contact } = buildRecording(formOf({ name, phone, what: `${name}${phone}来诉` }), originOf());
      const text = `已与客户(${spelling(phone)})说明`;
      const typed = { ...complaintIn(state), ...recording };
      const complaint: Complaint = {
        ...typed,
        answer: typed.answer && { ...typed.answer, text },
        waiting: typed.waiting && { ...typed.waiting, reason: text },
        outOfScope: typed.outOfScope && { ...typed.outOfScope, reason: text },
      };
      const page = JSON.stringify(viewOf(complaint));
      for (const secret of [
        name,
        phone,
        spelling(phone),
        contact.address,
        token,
        recording.statusId,
        recording.contactMasked.phone,
        staff.handler.name,
        staff.owner.name,
      ]) {
        expect(page).not.toContain(secret);
      }
    });
    fc.assert(property, randomRun(300));
  });
});

describe('the page is written again only when it changes', () => {
  const before = complaintIn('inProgress');

  test.each([
    ['a note', evolvedBy(before, { type: 'noted', atMs: recordedAtMs + dayMs, uid: 'owner' }), false],
    ['a chase', evolvedBy(before, { type: 'chased', atMs: recordedAtMs + dayMs, uid: 'owner' }), false],
    [
      'a wait for the customer',
      evolvedBy(before, {
        type: 'waitStarted',
        atMs: recordedAtMs + dayMs,
        for: 'customer',
        waiting: { reason: '请提供账单', whom: null, sinceAtMs: 0, untilAtMs: null, pausesClock: false },
      }),
      true,
    ],
    ['an answer', evolvedBy(before, { type: 'answered', atMs: recordedAtMs + dayMs, answer, replyTime: null }), true],
  ])('%s', (_told, after, isChanged) => {
    expect(statusViewChanged(viewOf(before), viewOf(after))).toBe(isChanged);
  });

  test('taking it in changes it', () => {
    expect(statusViewChanged(viewOf(justRecorded()), viewOf(taken(justRecorded(), null)))).toBe(true);
  });
});
