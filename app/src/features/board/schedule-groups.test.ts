import { expect, test } from 'vitest';
import type { ScheduledItem } from '../../records/preview-schedule.ts';
import { scheduleGroupsOf, stepInId } from './schedule-groups.ts';

const item = (id: string, dueAtMs: number, would: string | null, skip: string | null = null): ScheduledItem => ({
  kind: 'complaint',
  id,
  number: id,
  dueAtMs,
  would,
  skip,
  amountFen: null,
  figures: null,
  account: null,
  target: null,
  step: null,
  to: null,
  passedOver: [],
});

test('what would be done stands by kind, soonest first, and what would not apart from it', () => {
  const groups = scheduleGroupsOf([item('late', 30, 'tell'), item('quiet', 20, null, 'quietHours'), item('moved', 10, 'reassign'), item('soon', 5, 'tell')]);
  expect(groups.would.map(([deed, items]) => [deed, items.map(({ id }) => id)])).toEqual([
    ['tell', ['soon', 'late']],
    ['reassign', ['moved']],
  ]);
  expect(groups.skipped.map(({ id }) => id)).toEqual(['quiet']);
});

test('SLA-6: a step’s id names its clock and level, however often it comes', () => {
  expect(stepInId('sla-reply-2')).toEqual({ clock: 'reply', level: 2 });
  expect(stepInId('sla-handOver-1-3')).toEqual({ clock: 'handOver', level: 1 });
  expect(stepInId('refund-1')).toBeNull();
  expect(stepInId(null)).toBeNull();
});
