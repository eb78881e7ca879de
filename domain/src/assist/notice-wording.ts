import type { NoticeManifest } from '../journal/manifest.ts';
import type { AssistNotice } from './notices.ts';

export const assistNoticeWording: Readonly<Record<AssistNotice['kind'], NoticeManifest>> = {
  assistAsked: {
    group: 'assigned',
    words: { zh: '请您单位协办', en: 'Your unit is asked to assist' },
    push: { zh: '投诉 {number} 请您单位协办', en: 'Your unit is asked to assist with complaint {number}' },
  },
  assistRefused: {
    group: 'assigned',
    words: { zh: '协办请求没有发出', en: 'A request for assistance did not go out' },
    push: { zh: '投诉 {number} 的协办请求没有发出', en: 'The request for assistance with complaint {number} did not go out' },
  },
  assistAnswered: {
    group: 'assigned',
    words: { zh: '协办已答复', en: 'An assist was answered' },
    push: { zh: '投诉 {number} 的协办已答复', en: 'An assist for complaint {number} was answered' },
  },
  assistReturned: {
    group: 'assigned',
    words: { zh: '协办被退回', en: 'An assist was returned' },
    push: { zh: '投诉 {number} 的协办被退回', en: 'An assist for complaint {number} was returned' },
  },
  assistToArbitrate: {
    group: 'handOver',
    words: { zh: '协办推诿，等您裁定由谁答复', en: 'Units refuse an assist; decide who answers' },
    push: { zh: '投诉 {number} 的协办等您裁定', en: 'Decide who answers an assist for complaint {number}' },
  },
  assistOverdue: {
    group: 'overdue',
    words: { zh: '本单位的协办已超时', en: 'An assist of your unit is overdue' },
    push: { zh: '投诉 {number} 的协办已超时', en: 'An assist of your unit for complaint {number} is overdue' },
  },
  assistToChase: {
    group: 'overdue',
    words: { zh: '外部协办到期未答复，请催办', en: 'Somebody outside has not answered in time; chase them' },
    push: { zh: '投诉 {number} 的外部协办到期，请催办', en: 'Chase whoever was asked to assist with complaint {number}' },
  },
  assistCancelled: {
    group: 'assigned',
    words: { zh: '您受理的协办已收回', en: 'An assist that you accepted was cancelled' },
    push: { zh: '投诉 {number} 的协办已收回', en: 'The assist for complaint {number} was cancelled' },
  },
};
