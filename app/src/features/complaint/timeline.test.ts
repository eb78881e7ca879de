import { type Complaint, untouchedProgress } from '@shouwen/domain/complaint/complaint';
import { describe, expect, test } from 'vitest';
import type { JournalEntry } from '../../records/live-aggregate.ts';
import { arrivedMuchLater, newestFailure, objectionIn, pendingOf, timelineOf, type UnsentEntry } from './timeline.ts';

const minuteMs = 60_000;
const complaint = {
  ...untouchedProgress,
  seq: 1,
  id: 'c',
  ownerUid: 'owner',
  ownerName: '王芳',
  receivingUnitId: 'branch',
  recordedInUnitId: 'outlet',
  capturedAtMs: 0,
  clockOffsetMs: 0,
  receivedAtMs: minuteMs,
} as unknown as Complaint;

function sent(id: string, receivedAtMs: number, rest: Partial<JournalEntry> = {}): JournalEntry {
  const actor = { kind: 'staff' as const, uid: 'me', name: '我', unitId: 'branch' };
  return {
    id,
    type: 'note',
    payload: { text: id },
    actor,
    after: null,
    capturedAtMs: receivedAtMs - 1_000,
    clockOffsetMs: 0,
    receivedAtMs,
    outcome: 'applied',
    ...rest,
  };
}

function unsent(id: string, rest: Partial<UnsentEntry> = {}): UnsentEntry {
  return { id, type: 'note', payload: { text: id }, capturedAtMs: 50 * minuteMs, clockOffsetMs: 0, notAccepted: null, ...rest };
}

describe('the timeline', () => {
  test('given what has arrived in any order and what has not, it is oldest first with the recording on top', () => {
    const items = timelineOf(complaint, [sent('b', 3 * minuteMs), sent('a', 2 * minuteMs)], [unsent('c')], 'me');
    expect(items.map((item) => [item.id, item.progress])).toEqual([
      ['recorded', 'applied'],
      ['a', 'applied'],
      ['b', 'applied'],
      ['c', 'waiting'],
    ]);
  });

  test('an entry that has arrived while the outbox still holds it is shown once', () => {
    const items = timelineOf(complaint, [sent('a', 2 * minuteMs, { outcome: 'pending' })], [unsent('a')], 'me');
    expect(items.map((item) => [item.id, item.progress])).toEqual([
      ['recorded', 'applied'],
      ['a', 'checking'],
    ]);
  });

  test('what was done offline and arrived much later says when it arrived (TIME)', () => {
    const items = timelineOf(complaint, [sent('a', 90 * minuteMs, { capturedAtMs: 10 * minuteMs })], [], 'me');
    expect(items.map(arrivedMuchLater)).toEqual([false, true]);
  });
});

describe('what a prediction is worked out from', () => {
  test("one's own entries without an outcome, sent ones first, each once; neither others' nor what was not accepted", () => {
    const others = sent('theirs', minuteMs, { outcome: 'pending', actor: { kind: 'staff', uid: 'other', name: null, unitId: null } });
    const pending = pendingOf(
      [others, sent('a', 2 * minuteMs, { outcome: 'pending' }), sent('done', minuteMs)],
      [unsent('a'), unsent('b'), unsent('bad', { notAccepted: { code: 'PERMISSION_DENIED' } })],
      'me',
    );
    expect(pending.map((entry) => [entry.id, entry.receivedAtMs])).toEqual([
      ['a', 2 * minuteMs],
      ['b', null],
    ]);
  });

  test('an entry that is no command is left to the server', () => {
    expect(pendingOf([], [unsent('x', { type: 'sing' })], 'me')).toEqual([]);
  });
});

describe('what came to nothing', () => {
  const refused = sent('a', 2 * minuteMs, { outcome: 'refused', reason: { code: 'notYours' } });

  test('is shown on top while it is the newest thing one did', () => {
    expect(newestFailure(timelineOf(complaint, [refused], [], 'me'), 'me')).toMatchObject({ id: 'a', reason: { code: 'notYours' } });
    expect(newestFailure(timelineOf(complaint, [], [unsent('b', { notAccepted: { code: 'tooLarge' } })], 'me'), 'me')).toMatchObject({ id: 'b' });
  });

  test('goes once something newer was done, and never concerns others', () => {
    expect(newestFailure(timelineOf(complaint, [refused, sent('b', 3 * minuteMs)], [], 'me'), 'me')).toBeNull();
    expect(newestFailure(timelineOf(complaint, [refused], [], 'other'), 'other')).toBeNull();
  });
});

describe('KNO-3: why the customer does not agree', () => {
  const customer = { kind: 'customer' as const, uid: null, name: null, unitId: null };
  const answered = sent('a', 2 * minuteMs, { type: 'answer', payload: { text: '已解释' } });
  const disagreed = sent('d', 3 * minuteMs, { type: 'disagree', payload: { text: '没有回答退费的事' }, actor: customer });
  const objectionAfter = (...entries: JournalEntry[]) => objectionIn(timelineOf(complaint, entries, [], 'me'));

  test('stands while nothing has been answered after it, whatever else was done', () => {
    expect(objectionAfter(answered, disagreed, sent('n', 4 * minuteMs))).toMatchObject({ text: '没有回答退费的事' });
  });

  test('goes with the next answer; one that was refused answers nothing', () => {
    const next = (outcome: 'applied' | 'refused') => sent('b', 5 * minuteMs, { type: 'answer', payload: { text: '已退' }, outcome });
    expect(objectionAfter(answered, disagreed, next('applied'))).toBeNull();
    expect(objectionAfter(answered, disagreed, next('refused'))).not.toBeNull();
  });

  test('is not there where nobody has disagreed', () => {
    expect(objectionAfter(answered)).toBeNull();
  });
});
