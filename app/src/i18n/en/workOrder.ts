import type { workOrder as original } from '../zh-CN/workOrder.ts';
import type { Translation } from '../translation.ts';

export const workOrder = {
  title: 'Complaint work order',
  print: 'Print or save as PDF',
  toShow: 'Name and number are masked. To print them in full, show the contact first (it is put on record).',
  number: 'Number',
  scan: { status: 'Scan to follow it', lookUp: 'Scan, then give number and phone' },
  printedAt: 'Printed {{moment}}',
  party: {
    customer: 'Customer',
    phone: 'Phone',
    address: 'Address',
    tier: 'Tier',
    homeRegion: 'Home region',
    channel: 'Channel',
    owner: 'First-contact owner',
    handler: 'Handler',
    mailItem: 'Mail item',
  },
  what: 'What happened',
  category: 'Category',
  asks: 'Asked for',
  clocks: { occurred: 'Happened', recorded: 'Recorded', promised: 'Promised', statutory: 'Statutory', closed: 'Closed' },
  timeline: 'Timeline',
  left_one: '({{count}} entry in between left out)',
  left_other: '({{count}} entries in between left out)',
  cut: 'Long texts are cut at “…”; the system holds them in full.',
  answer: 'Answer',
  noAnswer: 'Not answered yet.',
  signature: { handler: 'Handler', head: 'Head', customer: 'Customer', date: 'Date' },
  opinion: 'Customer: □ content □ partly content □ not content',
} satisfies Translation<typeof original>;
