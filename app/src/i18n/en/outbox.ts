import type { outbox as original } from '../zh-CN/outbox.ts';
import type { Translation } from '../translation.ts';

export const outbox = {
  title: 'Outbox',
  none: { title: 'Everything has arrived', text: 'Nothing waits to be sent.' },
  summary: {
    waiting_one: '{{count}} item waits to be sent',
    waiting_other: '{{count}} items wait to be sent',
    notAccepted_one: '{{count}} item was not accepted',
    notAccepted_other: '{{count}} items were not accepted',
    lastSent: 'last sent {{moment}}',
    neverSent: 'nothing sent from this phone yet',
  },
  offline: 'No network. Everything is safe on this phone and is sent when there is one.',
  keepOpen: 'Keep the app open until everything has arrived: once it is closed, this phone sends nothing.',
  signInNeeded: 'Your sign-in has expired. Everything is safe on this phone and is sent once you have signed in again.',
  signIn: 'Sign in again',
  storage: {
    full: 'This phone’s storage is full; new work may not fit. Export it, then free some space.',
    broken: 'This phone’s storage does not answer; below is what was last read. Close and reopen the app.',
  },
  kind: { complaint: 'Complaint', aggregate: 'New matter', photo: 'Photo', entry: 'Journal entry' },
  state: { waiting: 'Waiting', sending: 'Sending', notAccepted: 'Not accepted', heldUp: 'Waits for the one before it' },
  size: '{{size}} KB',
  reason: {
    PERMISSION_DENIED:
      'The server does not allow it: your unit or authority may have changed. Open, check and send again; if that fails, export it for your head.',
    INVALID_ARGUMENT: 'The content is not in order. Open, mend and send again.',
    FAILED_PRECONDITION: 'The complaint has changed and this step no longer applies. Go on from its present state.',
    ALREADY_EXISTS: 'The server already has something under this number. Open, mend and send again.',
    conflict: 'What the server has under this number differs from this phone. Editing sends it under a new one.',
    tooLarge: 'Too large for the server. Choose a smaller photo.',
    unreadable: 'The content on this phone is damaged and cannot be read. Delete it and record it again.',
    other: 'The server did not accept it (code {{code}}). Send again; if that fails, export it for your head.',
  },
  retry: 'Send again',
  edit: 'Edit',
  discard: 'Delete',
  discardAsk: {
    complaint: 'This complaint with its photos and entries cannot be brought back.',
    aggregate: 'This matter with its photos and entries cannot be brought back.',
    photo: 'This photo cannot be brought back.',
    entry: 'This entry cannot be brought back.',
  },
  discardConfirm: 'Delete for good',
  cancel: 'Keep',
  sendAll: 'Send now',
  export: 'Export as file',
  exportFailed: 'Not exported: this phone’s storage does not answer.',
  fileName: 'shouwen-outbox',
} satisfies Translation<typeof original>;
