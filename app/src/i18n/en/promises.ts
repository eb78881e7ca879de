import type { promises as original } from '../zh-CN/promises.ts';
import type { Translation } from '../translation.ts';

export const promises = {
  title: 'Calendar of promises',
  tabs: { label: 'Whose promises', mine: 'Mine', unit: 'Unit' },
  month: 'Answers promised in {{month}}',
  before: 'Month before',
  after: 'Month after',
  today: 'Today',
  due_one: '{{count}} due',
  due_other: '{{count}} due',
  none: 'none due',
  holiday: 'off',
  makeUp: 'work',
  holidayOf: 'public holiday',
  makeUpOf: 'make-up working day',
  notCovered: 'Public holidays are published until {{day}}; after that only weekends are marked.',
  ofDay: 'Due {{day}}',
  emptyDay: 'Nothing is due on this day.',
  overdue_one: '{{count}} overdue',
  overdue_other: '{{count}} overdue',
  local: 'No connection: only what this phone has is counted.',
  failed: 'Not everything could be loaded: only what this phone has is counted.',
} satisfies Translation<typeof original>;
