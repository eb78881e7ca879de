import type { Manifest } from '../journal/manifest.ts';
import { complaintNoticeWording } from './notice-wording.ts';

export const complaintManifest = {
  name: 'complaint',
  collection: 'complaints',
  untakenState: 'recorded',
  notices: complaintNoticeWording,
  pagePath: (id) => `/complaint/${id}`,
} as const satisfies Manifest;
