import type { access as original } from '../zh-CN/access.ts';
import type { Translation } from '../translation.ts';

export const access = {
  title: 'Access to personal data',
  tabs: { label: 'Which ones', replies: 'To look into', days: 'By day', lookups: 'Look-ups' },
  intro: {
    replies:
      'What was said as a customer by number and phone after staff had opened the contact. It may be the customer all the same; a call to them settles it.',
    days: 'How many contacts each person opened on a day, and how often they looked up numbers or accounts. Who stands out has a mark.',
    lookups: 'Who looked up what and when, the newest first. Numbers are masked.',
  },
  empty: { replies: 'Nothing to look into.', days: 'Nobody has opened a contact yet.', lookups: 'Nobody has looked anything up yet.' },
  failed: { title: 'The records could not be loaded', text: 'Try again later. If it keeps failing, tell an administrator which page it is.' },
  cached: 'No network: this is what the phone has kept, and it may not be all.',
  cut_one: 'Only the newest record is shown.',
  cut_other: 'Only the newest {{count}} are shown.',
  notYours: { title: 'Not your work', text: 'These records are for quality inspectors and auditors.' },
  reply: { rate: 'Rating', disagree: 'Disagreement', noteSeen: 'Answer opened' },
  said: '{{said}}; number and phone were shown at {{lookedUp}}',
  openedBy: '{{name}} opened the contact at {{moment}}',
  much: 'Many',
  opened_one: '{{count}} contact opened',
  opened_other: '{{count}} contacts opened',
  asked_one: '{{count}} look-up',
  asked_other: '{{count}} look-ups',
  found_one: '{{count}} found',
  found_other: '{{count}} found',
  by: { phone: 'Number {{phone}}', phoneUnknown: 'A number (not kept)', complaint: 'Customer of a complaint', account: 'Account ending in {{last}}' },
} satisfies Translation<typeof original>;
