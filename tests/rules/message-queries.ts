import type { PhoneQueryShape, QueryShape } from './query-shape.ts';

const customerMessages = 'app/src/records/customer-messages.ts';
const centreMessages = 'app/src/features/messages/centre-messages.ts';
const duePages = 'functions/src/journal/due-pages.ts';
const ofOperator = [['pack', '==', 'my operator']] as const;

/** What phones ask about messages to customers. */
export const messagePhoneQueries: readonly PhoneQueryShape[] = [
  { file: customerMessages, below: 'a complaint', collection: 'messages', where: [], orderBy: ['createdAtMs', 'desc'], limit: 50 },
  {
    file: centreMessages,
    by: 'hotlineDutyLeader',
    collection: 'messages',
    isGroup: true,
    where: [...ofOperator, ['state', 'in', 'anything'], ['createdAtMs', '>=', 'anything']],
    orderBy: ['createdAtMs', 'desc'],
    limit: 1000,
  },
  {
    file: centreMessages,
    by: 'hotlineDutyLeader',
    collection: 'outreachLetters',
    where: [...ofOperator, ['meaning', '==', 'anything']],
    orderBy: ['receivedAt', 'desc'],
    limit: 50,
  },
];

/** What functions ask to send them. */
export const messageQueries: readonly QueryShape[] = [
  {
    file: duePages,
    collection: 'messages',
    isGroup: true,
    where: [
      ['state', 'in', 'anything'],
      ['nextDueAt', '<=', 'anything'],
    ],
    orderBy: ['nextDueAt', 'asc'],
  },
  { file: 'functions/src/telling/send-again.ts', collection: 'messages', where: [] },
  {
    file: 'functions/src/telling/send-message.ts',
    collection: 'accounts',
    where: [
      ['pack', '==', 'anything'],
      ['contactKey', 'in', 'anything'],
    ],
  },
];
