import { groupedBy } from '@shouwen/domain/kernel/grouped-by';
import type { ScheduledItem } from '../../records/preview-schedule.ts';

/** What would be done, kind by kind, and what would be left alone. */
export interface ScheduleGroups {
  would: [deed: string, items: ScheduledItem[]][];
  skipped: ScheduledItem[];
}

export function scheduleGroupsOf(items: readonly ScheduledItem[]): ScheduleGroups {
  const byTime = items.toSorted((one, other) => one.dueAtMs - other.dueAtMs);
  const done = byTime.filter(({ would }) => would !== null);
  return { would: [...groupedBy(done, ({ would }) => would ?? '')], skipped: byTime.filter(({ would }) => would === null) };
}

/** What a step's id says: `sla-reply-2` is the second step of the reply clock, and so is `sla-reply-2-3` when it is taken for the third time. */
export function stepInId(id: string | null): { clock: string; level: number } | null {
  const match = /^sla-([a-zA-Z]+)-(\d+)(?:-\d+)?$/.exec(id ?? '');
  return match ? { clock: match[1] ?? '', level: Number(match[2]) } : null;
}
