import type { inbox as original } from '../zh-CN/inbox.ts';
import type { Translation } from '../translation.ts';

export const inbox = {
  title: 'Inbox',
  unread: 'Unread',
  empty: { title: 'No notices', text: 'You are told here of assignments, reminders, hand-overs and what customers reply.' },
  failed: { title: 'The inbox could not be loaded', text: 'Check the connection and try again.' },
  offline: 'No connection: new notices appear once it is back.',
} satisfies Translation<typeof original>;
