import type { Manifest } from '../journal/manifest.ts';
import { complaintNoticeWording } from './notice-wording.ts';
import { complaintTiles } from './tiles.ts';

export const complaintManifest = {
  name: 'complaint',
  title: { zh: '投诉', en: 'Complaint' },
  collection: 'complaints',
  untakenState: 'recorded',
  notices: complaintNoticeWording,
  schedule: {
    does: {
      tell: { zh: '逐级提醒', en: 'Tell the next level' },
      reassign: { zh: '转由上级处理', en: 'Move to a superior' },
      endWait: { zh: '等待到期，恢复处理', en: 'End the wait' },
      dispatch: { zh: '转交工程师', en: 'Dispatch to the engineers' },
    },
    leaves: {
      quietHours: { zh: '正值免打扰时段，到时段结束再办', en: 'it is quiet time; it waits for the morning' },
      nobodyToTell: { zh: '上级岗位均无人在岗', en: 'nobody above is on duty' },
      failing: { zh: '这件投诉的数据有问题，需人工查看', en: 'something is wrong with this complaint’s data; a person has to look at it' },
    },
  },
  tiles: complaintTiles,
  pagePath: (id) => `/complaint/${id}`,
} as const satisfies Manifest;
