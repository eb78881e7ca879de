import type { worklist as original } from '../zh-CN/worklist.ts';
import type { Translation } from '../translation.ts';

export const worklist = {
  title: 'Worklist',
  tabs: { label: 'Which complaints', mine: 'Mine', unit: 'Unit', received: 'I received' },
  showClosed: 'Include closed',
  search: 'Number, last four digits or words',
  clearSearch: 'Clear the search',
  record: 'Record a complaint',
  found_one: '{{count}} found',
  found_other: '{{count}} found',
  searching: 'Searching…',
  nothingFound: { title: 'Nothing found', text: 'Try another number or other words. With a connection, all complaints of your unit are searched.' },
  empty: {
    mine: { title: 'Nothing waits for you', text: 'Complaints assigned to you appear here.' },
    unit: { title: 'Nothing waits in your unit', text: 'Complaints of your unit and the units below appear here.' },
    received: { title: 'You have not recorded a complaint yet', text: 'Those you record stay here until the customer is settled.' },
  },
  failed: 'The worklist could not be loaded: what this phone has kept is shown.',
  offline: 'No connection: what this phone has kept is shown.',
  refresh: 'Pull to refresh',
  refreshing: 'Refreshing…',
  pool: '{{unit}} (no handler yet)',
  nobodyYet: 'Being assigned',
  due: 'Answer by {{moment}}',
  dueIn: 'Due {{distance}} · {{moment}}',
  overdue: 'Overdue · {{moment}} · {{distance}}',
  closedOn: 'Closed {{moment}}',
  recordedOn: 'Recorded {{moment}}',
  unsent: 'Waiting to be sent',
  notAccepted: 'Not accepted',
  moreBelow: 'Loading more…',
} satisfies Translation<typeof original>;
