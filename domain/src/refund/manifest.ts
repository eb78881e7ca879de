import type { Manifest } from '../journal/manifest.ts';
import { refundNoticeWording } from './notice-wording.ts';
import { refundTiles } from './tiles.ts';

export const refundManifest = {
  name: 'refund',
  title: { zh: '退费', en: 'Refund' },
  collection: 'refunds',
  untakenState: 'requested',
  notices: refundNoticeWording,
  schedule: {
    does: { moveUp: { zh: '转上一级审批', en: 'Move up to the next superior' }, remind: { zh: '提醒', en: 'Remind' } },
    leaves: { failing: { zh: '这笔退费的数据有问题，需人工查看', en: 'something about this refund is wrong and a person has to look at it' } },
  },
  tiles: refundTiles,
  pagePath: (id) => `/refund/${id}`,
} as const satisfies Manifest;
