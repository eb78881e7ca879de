import type { shell as original } from '../zh-CN/shell.ts';
import type { Translation } from '../translation.ts';

export const shell = {
  brand: 'Shouwen',
  navigation: 'Main navigation',
  skipToContent: 'Skip to content',
  tabs: { worklist: 'Worklist', workbench: 'Workbench', record: 'Record', inbox: 'Inbox', me: 'Me' },
  unread_one: '{{count}} unread notice',
  unread_other: '{{count}} unread notices',
  waitingToSend_one: '{{count}} item waiting to be sent',
  waitingToSend_other: '{{count}} items waiting to be sent',
  back: 'Back',
  cancel: 'Cancel',
  close: 'Close',
  clearSearch: 'Clear the search',
  retry: 'Try again',
  loading: 'Loading…',
  lasting: { text: 'This takes longer than usual. If nothing appears, reload; everything you entered is kept on this device.', reload: 'Reload' },
  unreadable: {
    title: 'This cannot be shown',
    text: 'This version of the app cannot read it. Update the app; if that does not help, tell your administrator.',
  },
  restart: { text: 'What this device kept was cleared or cut off, and what you see is no longer updated. Reload the app.', reload: 'Reload' },
  noConnection: 'No connection',
  pageMissing: {
    title: 'This page cannot be opened',
    text: 'The connection may be down, or the app has just been updated. Everything you entered is still there.',
  },
  pageBroken: {
    title: 'This page has broken',
    text: 'It is not your connection. Other pages work, and everything you entered is still there. Reload; if it breaks again, tell your administrator which page it was.',
  },
  brokenCard:
    'This part cannot be shown: something in it makes no sense. The rest of the page works; tell your administrator the number of the complaint or transaction.',
  length: {
    left: 'Characters left: {{left}}',
    over: '{{over}} characters too many; {{most}} at most. All of it is still here: shorten it, then send.',
  },
  oddYear: { ask: 'The year {{year}}: is that right?', take: 'Change to {{year}}' },
  notFound: { title: 'There is no such page', text: 'The link may be incomplete.', home: 'Back to the worklist' },
  update: { ready: 'A new version is ready.', apply: 'Update now', later: 'Later' },
  expired: { text: 'Your sign-in has expired. Everything unsent stays on this phone and is sent once you have signed in again.', signIn: 'Sign in again' },
  suspended:
    'Your account is suspended: nothing can be sent and nothing new is shown. Ask your administrator; unsent work can be exported from “Waiting to be sent”.',
} satisfies Translation<typeof original>;
