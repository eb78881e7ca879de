import { closureNoticeKinds } from '../closure/notices.ts';
import { noticeKinds } from '../complaint/notices.ts';
import { tellings } from '../complaint/time/taken-step.ts';
import { refundNoticeKinds } from '../refund/notices.ts';

/** Every kind of notice that can lie in an inbox, whichever aggregate it comes from. */
export const allNoticeKinds = [
  ...noticeKinds,
  ...tellings,
  ...refundNoticeKinds,
  ...closureNoticeKinds,
  'digest',
  'namedDeputy',
  'booksDiffer',
  'calendarMissing',
] as const;
export type AnyNoticeKind = (typeof allNoticeKinds)[number];
