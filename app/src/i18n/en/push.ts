import type { push as original } from '../zh-CN/push.ts';
import type { Translation } from '../translation.ts';

export const push = {
  title: 'Push notifications',
  standing: {
    notSetUp: 'Your operator has not set up push. Everything is in your inbox.',
    installFirst: 'On an iPhone, add Shouwen to the home screen first and turn push on from there.',
    unsupported: 'This browser has no push. Everything is in your inbox.',
    denied: 'The browser forbids notifications. Allow them for Shouwen in its settings or in those of the phone.',
    off: 'Hear of news without opening Shouwen. Notifications hold nothing about customers, and at night only critical complaints are told.',
    on: 'This phone is told. Notifications hold nothing about customers, and at night only critical complaints are told.',
  },
  failure: {
    denied: 'It was not allowed, so push is still off.',
    dismissed: 'Nothing was chosen, so push is still off.',
    notSetUp: 'Your operator has not set up push, so it is still off.',
    failed: 'It was not turned on. Connect and try again.',
  },
  turnOn: 'Turn push on',
  turningOn: 'Turning on…',
  turnOff: 'Turn off on this phone',
  which: 'What to be told',
  all: 'Push on all my devices',
  group: {
    assigned: 'Complaints assigned to me',
    handOver: 'Hand-overs and returns',
    overdue: 'Due, overdue and chased',
    money: 'Refunds, closures and books',
    customer: 'Word from customers',
    administration: 'Administration',
  },
  preferencesFailed: 'This was not changed. Connect and try again.',
} satisfies Translation<typeof original>;
