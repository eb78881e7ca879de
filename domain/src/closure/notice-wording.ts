import type { NoticeManifest } from '../journal/manifest.ts';
import type { ClosureNotice } from './notices.ts';

export const closureNoticeWording: Readonly<Record<ClosureNotice['kind'], NoticeManifest>> = {
  closureRefused: {
    group: 'money',
    words: { zh: '销户没有办成', en: 'A closure did not go through' },
    push: { zh: '销户 {number} 没有办成', en: 'Closure {number} did not go through' },
  },
  closureHeld: {
    group: 'money',
    words: { zh: '销户余额转不出去，请处理', en: 'What is left of a closed account cannot move; see to it' },
    push: { zh: '销户 {number} 的余额转不出去，请处理', en: 'What is left of closure {number} cannot move; see to it' },
  },
  closureSettled: {
    group: 'money',
    words: { zh: '销户余额已结清', en: 'What was left of a closed account has moved' },
    push: { zh: '销户 {number} 的余额已结清', en: 'What was left of closure {number} has moved' },
  },
};
