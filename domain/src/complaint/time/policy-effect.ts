import type { EpochMs } from '../../kernel/brand.ts';
import type { CalendarYear } from '../../calendar/working-days.ts';
import type { Pack } from '../../policy/pack.ts';
import { reclock } from './clocks.ts';
import type { Complaint } from '../complaint.ts';

/** What another version of the policy would make of a complaint's promised time. */
export interface PolicyEffect {
  moved: 'earlier' | 'later' | 'not';
  /** In time under its own version, and overdue at once under the other. */
  isOverdueNow: boolean;
  dueBeforeMs: number | null;
  dueAfterMs: number | null;
}

/** The promise that an open complaint would have under another version, worked out from its start as if it had been opened under it. An answered one has none left to move. */
export function effectOnComplaint(complaint: Complaint, packAfter: Pack, calendar: readonly CalendarYear[], nowMs: EpochMs): PolicyEffect {
  const dueBeforeMs = complaint.dueAtMs;
  const isRunning = complaint.open && complaint.state !== 'answered';
  const dueAfterMs = (isRunning ? reclock(complaint, nowMs, packAfter, calendar)?.replyDueAtMs : null) ?? dueBeforeMs;
  if (dueBeforeMs === null || dueAfterMs === null || dueBeforeMs === dueAfterMs) return { moved: 'not', isOverdueNow: false, dueBeforeMs, dueAfterMs };
  return { moved: dueAfterMs < dueBeforeMs ? 'earlier' : 'later', isOverdueNow: dueAfterMs < nowMs && nowMs <= dueBeforeMs, dueBeforeMs, dueAfterMs };
}
