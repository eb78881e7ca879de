import type { Manifest } from '../journal/manifest.ts';
import { assistNoticeWording } from './notice-wording.ts';
import { assistTiles } from './tiles.ts';

export const assistManifest = {
  name: 'assist',
  title: { zh: '协办', en: 'Assist' },
  collection: 'assists',
  untakenState: 'requested',
  notices: assistNoticeWording,
  schedule: {
    does: {
      noteOverdue: { zh: '记录协办超时，告知协办单位负责人', en: 'Note the assist as overdue and tell the head of the asked unit' },
      chase: { zh: '提醒催办', en: 'Remind to chase' },
      close: { zh: '办结已答复的协办', en: 'Close an answered assist' },
      cancel: { zh: '投诉已办结，收回协办', en: 'Cancel, as the complaint is over' },
    },
    leaves: { failing: { zh: '这项协办的数据有问题，需人工查看', en: 'something about this assist is wrong and a person has to look at it' } },
  },
  tiles: assistTiles,
  pagePath: (id) => `/assist/${id}`,
} as const satisfies Manifest;
