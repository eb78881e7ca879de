import type { me as original } from '../zh-CN/me.ts';
import type { Translation } from '../translation.ts';

export const me = {
  title: 'Me',
  staffNumber: 'Staff number {{number}}',
  language: 'Language',
  storage: {
    title: 'Storage on this phone',
    kept: 'Protected: the system does not clear unsent work by itself.',
    atRisk: 'When space runs out, the system may clear unsent work.',
    protect: 'Protect what is kept here',
    refused: 'The browser did not agree. Install the app, then try again.',
    used: '{{used}} MB used',
  },
  install: {
    title: 'Install on the home screen',
    text: 'Opens faster, and records without a connection.',
    install: 'Install',
    byMenu: 'In the browser’s menu (on an iPhone: “Share”), choose “Add to Home Screen”.',
  },
  version: 'Version {{version}}',
  signOut: {
    action: 'Sign out',
    ask: 'Sign out?',
    askText: 'Complaints and customers’ data kept on this phone are all removed.',
    unsent_one: '{{count}} item has not been sent',
    unsent_other: '{{count}} items have not been sent',
    unsentText: 'Signing out now loses them for good. Send them first, or export a file for your head.',
    sendNow: 'Send now',
    exportFile: 'Export a file',
    discard: 'Discard and sign out',
    unreadable: 'What waits to be sent cannot be read; signing out may lose it.',
    leaving: 'Signing out…',
  },
} satisfies Translation<typeof original>;
