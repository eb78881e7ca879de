import type { Telling } from '../complaint/time/taken-step.ts';
import type { Bilingual } from '../policy/bilingual.ts';
import type { NoticeGroup } from './notice-group.ts';
import type { AnyNoticeKind } from './notice-kind.ts';

export const pushLanguages = ['zh-CN', 'en'] as const;
export type PushLanguage = (typeof pushLanguages)[number];

/** One notice in one sentence with the number that staff know it by. No names, no telephone numbers, no amounts: a locked screen shows it to anybody. */
export const pushSentences: Readonly<Record<Exclude<AnyNoticeKind, 'digest'>, Bilingual>> = {
  assignedToYou: { zh: '投诉 {number} 派给您', en: 'Complaint {number} was assigned to you' },
  yourComplaintAssigned: { zh: '您登记的投诉 {number} 已派单', en: 'Complaint {number} that you received has been assigned' },
  poolNeedsYou: { zh: '投诉 {number} 待您指派', en: 'Complaint {number} has no handler yet' },
  handOverOffered: { zh: '投诉 {number} 要转交给您', en: 'Complaint {number} is being handed over to you' },
  handOverAccepted: { zh: '投诉 {number} 的转交已被接收', en: 'Your hand-over of complaint {number} was accepted' },
  handOverDeclined: { zh: '投诉 {number} 的转交被谢绝', en: 'Your hand-over of complaint {number} was declined' },
  chased: { zh: '投诉 {number} 有人催办', en: 'You are being chased for complaint {number}' },
  passedAround: { zh: '投诉 {number} 被多次转派', en: 'Complaint {number} is being passed around' },
  reopened: { zh: '投诉 {number} 重新处理', en: 'Complaint {number} was reopened' },
  customerAddedInformation: { zh: '投诉 {number} 的客户补充了情况', en: 'The customer of complaint {number} added information' },
  customerRated: { zh: '投诉 {number} 的客户作了评价', en: 'The customer of complaint {number} rated the answer' },
  returned: { zh: '投诉 {number} 被退回重派', en: 'Complaint {number} was returned' },
  ownershipMovedToYou: { zh: '投诉 {number} 改由您负责到底', en: 'You now own complaint {number} to the end' },
  withdrawn: { zh: '投诉 {number} 已撤诉', en: 'Complaint {number} was withdrawn' },
  merged: { zh: '投诉 {number} 已合并', en: 'Complaint {number} was merged' },
  outOfScope: { zh: '投诉 {number} 不属受理范围', en: 'Complaint {number} was out of scope' },
  raisedToYou: { zh: '同事把投诉 {number} 上报给您', en: 'A colleague raised complaint {number} to you' },
  nearDue: { zh: '投诉 {number} 即将到期', en: 'Complaint {number} is near due' },
  overdue: { zh: '投诉 {number} 已超时', en: 'Complaint {number} is overdue' },
  raised: { zh: '投诉 {number} 超时未办，已上报给您', en: 'Complaint {number} is overdue and was raised to you' },
  acceptOverdue: { zh: '投诉 {number} 超时未受理', en: 'Complaint {number} was not accepted in time' },
  handOverWaiting: { zh: '投诉 {number} 的转交还没有人答复', en: 'The hand-over of complaint {number} is unanswered' },
  statutoryNear: { zh: '投诉 {number} 临近法定期限', en: 'Complaint {number} nears its statutory end' },
  statutoryPassed: { zh: '投诉 {number} 已过法定期限', en: 'Complaint {number} is past its statutory end' },
  waitEnded: { zh: '投诉 {number} 等待已结束，请继续处理', en: 'The wait of complaint {number} is over' },
  dispatched: { zh: '投诉 {number} 已转给网络工程师', en: 'Complaint {number} went on to the engineers' },
  refundNeedsYou: { zh: '退费 {number} 等您审批', en: 'Refund {number} waits for your approval' },
  refundHandedToYou: { zh: '退费 {number} 请您代为审批', en: 'Refund {number} was handed to you as deputy' },
  refundReminder: { zh: '退费 {number} 还等着您审批', en: 'Refund {number} still waits for you' },
  refundMovedUp: { zh: '退费 {number} 审批超时，已转上一级', en: 'Refund {number} went to the next superior' },
  refundToExecute: { zh: '退费 {number} 等您付款', en: 'Refund {number} is to be paid' },
  refundApproved: { zh: '您申请的退费 {number} 已批准', en: 'Refund {number} that you asked for was approved' },
  refundRefused: { zh: '您申请的退费 {number} 没有批准', en: 'Refund {number} that you asked for was refused' },
  refundQuestion: { zh: '审批人请您补充退费 {number} 的情况', en: 'An approver asks you for more about refund {number}' },
  refundWithdrawn: { zh: '退费 {number} 已撤回', en: 'Refund {number} was withdrawn' },
  refundPosted: { zh: '您申请的退费 {number} 已付款', en: 'Refund {number} that you asked for was paid' },
  refundPostingRejected: { zh: '退费 {number} 付款未成功，请处理', en: 'Refund {number} could not be paid; see to it' },
  refundReversed: { zh: '退费 {number} 已冲正', en: 'Refund {number} was reversed' },
  closureRefused: { zh: '销户 {number} 没有办成', en: 'Closure {number} did not go through' },
  closureHeld: { zh: '销户 {number} 的余额转不出去，请处理', en: 'What is left of closure {number} cannot move; see to it' },
  closureSettled: { zh: '销户 {number} 的余额已结清', en: 'What was left of closure {number} has moved' },
  namedDeputy: { zh: '您被指定为审批代理人（{number}）', en: 'You were named as a deputy ({number})' },
  booksDiffer: { zh: '{number} 账目不平，请核查', en: 'The books of {number} do not balance; look into it' },
  calendarMissing: { zh: '{number} 年的工作日历还没有导入', en: 'The working-day calendar of {number} has not been imported' },
};

/** What is counted together when several notices are told at once: each step of the schedule by itself, everything else by its group. */
export type Counted = Telling | 'chased' | Exclude<NoticeGroup, 'overdue'>;

/** In the order in which they are told, the most pressing first. */
export const countedPhrases: Readonly<Record<Counted, Bilingual>> = {
  statutoryPassed: { zh: '{count} 件已过法定期限', en: '{count} past the statutory end' },
  statutoryNear: { zh: '{count} 件临近法定期限', en: '{count} near the statutory end' },
  raised: { zh: '{count} 件上报给您', en: '{count} raised to you' },
  overdue: { zh: '{count} 件已超时', en: '{count} overdue' },
  handOverWaiting: { zh: '{count} 件转交未答复', en: '{count} with an unanswered hand-over' },
  acceptOverdue: { zh: '{count} 件超时未受理', en: '{count} not accepted in time' },
  nearDue: { zh: '{count} 件即将到期', en: '{count} near due' },
  chased: { zh: '{count} 件被催办', en: '{count} chased' },
  waitEnded: { zh: '{count} 件等待已结束', en: '{count} no longer waiting' },
  assigned: { zh: '{count} 件新指派', en: '{count} newly assigned' },
  handOver: { zh: '{count} 件转交或退回', en: '{count} handed over or returned' },
  customer: { zh: '{count} 件有客户回应', en: '{count} with word from the customer' },
  money: { zh: '{count} 件退费或账务', en: '{count} about money' },
  administration: { zh: '{count} 件管理事项', en: '{count} administrative' },
  dispatched: { zh: '{count} 件已转给工程师', en: '{count} passed on to engineers' },
};

export const unreadInAll: Bilingual = { zh: '共 {count} 条未读消息', en: '{count} unread in all' };
export const separators: Bilingual = { zh: '，', en: ', ' };
