import type { NoticeManifest } from '../journal/manifest.ts';
import type { ClosureNotice } from './notices.ts';

export const closureNoticeWording: Readonly<Record<ClosureNotice['kind'], NoticeManifest>> = {
  closureRefused: {
    group: 'money',
    words: { zh: '销户没有办成', en: 'A closure did not go through' },
    push: { zh: '销户 {number} 没有办成', en: 'Closure {number} did not go through' },
  },
  closureToConfirm: {
    group: 'money',
    words: { zh: '销户等您确认', en: 'A closure waits for your word' },
    push: { zh: '销户 {number} 等您确认', en: 'Closure {number} waits for your word' },
  },
  closureConfirmed: {
    group: 'money',
    words: { zh: '销户已经第二人确认', en: 'A second person has confirmed a closure' },
    push: { zh: '销户 {number} 已确认', en: 'Closure {number} was confirmed' },
  },
  closureCancelAsked: {
    group: 'money',
    words: { zh: '有人申请撤销销户，等您批准', en: 'Somebody asks to cancel a closure; it waits for you' },
    push: { zh: '销户 {number} 申请撤销，等您批准', en: 'Cancelling closure {number} waits for you' },
  },
  closureCancelled: {
    group: 'money',
    words: { zh: '销户已撤销，账户恢复', en: 'A closure was cancelled and the account is back' },
    push: { zh: '销户 {number} 已撤销', en: 'Closure {number} was cancelled' },
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
