import type { NoticeManifest } from '../journal/manifest.ts';
import type { RefundNotice } from './notices.ts';

export const refundNoticeWording: Readonly<Record<RefundNotice['kind'], NoticeManifest>> = {
  refundNeedsYou: {
    group: 'money',
    words: { zh: '有退费等您审批', en: 'A refund waits for your approval' },
    push: { zh: '退费 {number} 等您审批', en: 'Refund {number} waits for your approval' },
  },
  refundHandedToYou: {
    group: 'money',
    words: { zh: '有退费请您代为审批', en: 'A refund was handed to you as deputy' },
    push: { zh: '退费 {number} 请您代为审批', en: 'Refund {number} was handed to you as deputy' },
  },
  refundReminder: {
    group: 'money',
    words: { zh: '催办：退费还等着您', en: 'Reminder: a refund still waits for you' },
    push: { zh: '退费 {number} 还等着您审批', en: 'Refund {number} still waits for you' },
  },
  refundMovedUp: {
    group: 'money',
    words: { zh: '退费审批超时，已转上一级', en: 'A refund waited too long and went to the next superior' },
    push: { zh: '退费 {number} 审批超时，已转上一级', en: 'Refund {number} went to the next superior' },
  },
  refundToExecute: {
    group: 'money',
    words: { zh: '有退费等您付款', en: 'A refund is to be paid' },
    push: { zh: '退费 {number} 等您付款', en: 'Refund {number} is to be paid' },
  },
  refundApproved: {
    group: 'money',
    words: { zh: '您申请的退费已批准', en: 'The refund you asked for was approved' },
    push: { zh: '您申请的退费 {number} 已批准', en: 'Refund {number} that you asked for was approved' },
  },
  refundRefused: {
    group: 'money',
    words: { zh: '您申请的退费没有批准', en: 'The refund you asked for was refused' },
    push: { zh: '您申请的退费 {number} 没有批准', en: 'Refund {number} that you asked for was refused' },
  },
  refundQuestion: {
    group: 'money',
    words: { zh: '审批人请您补充退费情况', en: 'An approver asks you for more about a refund' },
    push: { zh: '审批人请您补充退费 {number} 的情况', en: 'An approver asks you for more about refund {number}' },
  },
  refundWithdrawn: {
    group: 'money',
    words: { zh: '申请人撤回了退费', en: 'A refund request was withdrawn' },
    push: { zh: '退费 {number} 已撤回', en: 'Refund {number} was withdrawn' },
  },
  refundPosted: {
    group: 'money',
    words: { zh: '您申请的退费已付款', en: 'The refund you asked for was paid' },
    push: { zh: '您申请的退费 {number} 已付款', en: 'Refund {number} that you asked for was paid' },
  },
  refundPostingRejected: {
    group: 'money',
    words: { zh: '退费付款未成功，请处理', en: 'A refund could not be paid; see to it' },
    push: { zh: '退费 {number} 付款未成功，请处理', en: 'Refund {number} could not be paid; see to it' },
  },
  refundReversed: {
    group: 'money',
    words: { zh: '退费已冲正', en: 'A refund was reversed' },
    push: { zh: '退费 {number} 已冲正', en: 'Refund {number} was reversed' },
  },
};
