import { describe, expect, test } from 'vitest';
import { hourMs } from '../../calendar/day.ts';
import { changePolicy, type PolicyChange } from '../../policy/change-policy.ts';
import { complaintIn, recordedAtMs } from '../../testing/complaints.ts';
import { calendar, telecom } from '../../testing/organisation.ts';
import { effectOnComplaint } from './policy-effect.ts';

const running = complaintIn('inProgress');
const dueBeforeMs = recordedAtMs + 48 * hourMs;

function under(...changes: PolicyChange[]) {
  const changed = changePolicy(telecom, changes, 'telecom-2026.2');
  if (!changed.ok) throw new Error(`the change was refused: ${changed.refusal.code}`);
  return changed.pack;
}

const effect = (replyHours: number, elapsedHours: number) =>
  effectOnComplaint(running, under({ key: 'tiers.ordinary.replyHours', value: replyHours }), calendar, recordedAtMs + elapsedHours * hourMs);

describe('what a version would do to a complaint that is open', () => {
  test.each([
    ['a shorter promise', 24, 1, 'earlier', false],
    ['a shorter promise that has run out by now', 24, 25, 'earlier', true],
    ['a longer promise', 72, 1, 'later', false],
    ['a shorter promise for one that was overdue anyway', 24, 49, 'earlier', false],
  ] as const)('%s: %i hours, %i hours on', (_what, replyHours, elapsedHours, moved, isOverdueNow) => {
    expect(effect(replyHours, elapsedHours)).toEqual({ moved, isOverdueNow, dueBeforeMs, dueAfterMs: recordedAtMs + replyHours * hourMs });
  });

  test('another tier’s promise does not move it', () => {
    const pack = under({ key: 'tiers.vip.replyHours', value: 4 });
    expect(effectOnComplaint(running, pack, calendar, recordedAtMs + hourMs)).toEqual({
      moved: 'not',
      isOverdueNow: false,
      dueBeforeMs,
      dueAfterMs: dueBeforeMs,
    });
  });

  test.each(['answered', 'closed'] as const)('one that is %s has no promise left to move', (state) => {
    const pack = under({ key: 'tiers.ordinary.replyHours', value: 24 });
    expect(effectOnComplaint(complaintIn(state), pack, calendar, recordedAtMs + 30 * hourMs)).toMatchObject({ moved: 'not', isOverdueNow: false });
  });
});
