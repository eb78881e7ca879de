import type { Manifest } from '../journal/manifest.ts';
import { heldWording } from './held-wording.ts';
import { closureNoticeWording } from './notice-wording.ts';
import { closureTiles } from './tiles.ts';

export const closureManifest = {
  name: 'closure',
  title: { zh: '销户', en: 'Closing' },
  collection: 'closures',
  untakenState: 'requested',
  notices: closureNoticeWording,
  schedule: {
    does: { transfer: { zh: '结转余额', en: 'Move what is left' } },
    leaves: { ...heldWording, failing: { zh: '这件销户的数据有问题，需人工查看', en: 'something about this closing is wrong and a person has to look at it' } },
  },
  tiles: closureTiles,
  pagePath: (id) => `/closure/${id}`,
} as const satisfies Manifest;
