import type { Manifest } from '../journal/manifest.ts';
import { refundNoticeWording } from './notice-wording.ts';

export const refundManifest = {
  name: 'refund',
  collection: 'refunds',
  untakenState: 'requested',
  notices: refundNoticeWording,
  pagePath: (id) => `/refund/${id}`,
} as const satisfies Manifest;
