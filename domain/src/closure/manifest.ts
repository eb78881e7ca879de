import type { Manifest } from '../journal/manifest.ts';
import { closureNoticeWording } from './notice-wording.ts';

export const closureManifest = {
  name: 'closure',
  collection: 'closures',
  untakenState: 'requested',
  notices: closureNoticeWording,
  pagePath: (id) => `/closure/${id}`,
} as const satisfies Manifest;
