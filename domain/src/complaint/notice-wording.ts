import type { NoticeManifest } from '../journal/manifest.ts';
import type { NoticeKind } from './notices.ts';
import type { StepNotice } from './time/taken-step.ts';

export const complaintNoticeWording: Readonly<Record<NoticeKind | StepNotice, NoticeManifest>> = {
  assignedToYou: {
    group: 'assigned',
    words: { zh: '有投诉派给您', en: 'A complaint was assigned to you' },
    push: { zh: '投诉 {number} 派给您', en: 'Complaint {number} was assigned to you' },
  },
  yourComplaintAssigned: {
    group: 'assigned',
    words: { zh: '您登记的投诉已派单', en: 'A complaint you received has been assigned' },
    push: { zh: '您登记的投诉 {number} 已派单', en: 'Complaint {number} that you received has been assigned' },
  },
  poolNeedsYou: {
    group: 'assigned',
    words: { zh: '本单位有投诉待指派', en: 'Your unit has a complaint without a handler' },
    push: { zh: '投诉 {number} 待您指派', en: 'Complaint {number} has no handler yet' },
  },
  handOverOffered: {
    group: 'handOver',
    words: { zh: '有投诉要转交给您', en: 'A complaint is being handed over to you' },
    push: { zh: '投诉 {number} 要转交给您', en: 'Complaint {number} is being handed over to you' },
  },
  handOverAccepted: {
    group: 'handOver',
    words: { zh: '转交已被接收', en: 'Your hand-over was accepted' },
    push: { zh: '投诉 {number} 的转交已被接收', en: 'Your hand-over of complaint {number} was accepted' },
  },
  handOverDeclined: {
    group: 'handOver',
    words: { zh: '转交被谢绝', en: 'Your hand-over was declined' },
    push: { zh: '投诉 {number} 的转交被谢绝', en: 'Your hand-over of complaint {number} was declined' },
  },
  chased: {
    group: 'overdue',
    words: { zh: '有人催办', en: 'You are being chased for this' },
    push: { zh: '投诉 {number} 有人催办', en: 'You are being chased for complaint {number}' },
  },
  passedAround: {
    group: 'handOver',
    words: { zh: '您登记的投诉被多次转派', en: 'A complaint you received is being passed around' },
    push: { zh: '投诉 {number} 被多次转派', en: 'Complaint {number} is being passed around' },
  },
  reopened: {
    group: 'customer',
    words: { zh: '投诉重新处理', en: 'A complaint was reopened' },
    push: { zh: '投诉 {number} 重新处理', en: 'Complaint {number} was reopened' },
  },
  customerAddedInformation: {
    group: 'customer',
    words: { zh: '客户补充了情况', en: 'The customer added information' },
    push: { zh: '投诉 {number} 的客户补充了情况', en: 'The customer of complaint {number} added information' },
  },
  customerRated: {
    group: 'customer',
    words: { zh: '客户作了评价', en: 'The customer rated the answer' },
    push: { zh: '投诉 {number} 的客户作了评价', en: 'The customer of complaint {number} rated the answer' },
  },
  returned: {
    group: 'handOver',
    words: { zh: '您登记的投诉被退回重派', en: 'A complaint you received was returned' },
    push: { zh: '投诉 {number} 被退回重派', en: 'Complaint {number} was returned' },
  },
  ownershipMovedToYou: {
    group: 'assigned',
    words: { zh: '一件投诉改由您负责到底', en: 'You now own a complaint to the end' },
    push: { zh: '投诉 {number} 改由您负责到底', en: 'You now own complaint {number} to the end' },
  },
  customerLedToYou: {
    group: 'handOver',
    words: { zh: '有客户在场，请您接待', en: 'A customer is here for you to receive' },
    push: { zh: '投诉 {number} 的客户在场，请您接待', en: 'The customer of complaint {number} is here for you to receive' },
  },
  receivedInPerson: {
    group: 'handOver',
    words: { zh: '值班经理已接待您的客户', en: 'The manager on duty has received your customer' },
    push: { zh: '值班经理已接待投诉 {number} 的客户', en: 'The manager on duty has received the customer of complaint {number}' },
  },
  withdrawn: {
    group: 'customer',
    words: { zh: '客户撤诉', en: 'The customer withdrew a complaint' },
    push: { zh: '投诉 {number} 已撤诉', en: 'Complaint {number} was withdrawn' },
  },
  merged: {
    group: 'assigned',
    words: { zh: '投诉已合并', en: 'A complaint was merged' },
    push: { zh: '投诉 {number} 已合并', en: 'Complaint {number} was merged' },
  },
  outOfScope: {
    group: 'assigned',
    words: { zh: '投诉不属受理范围', en: 'A complaint was out of scope' },
    push: { zh: '投诉 {number} 不属受理范围', en: 'Complaint {number} was out of scope' },
  },
  raisedToYou: {
    group: 'overdue',
    words: { zh: '同事把一件投诉上报给您', en: 'A colleague raised a complaint to you' },
    push: { zh: '同事把投诉 {number} 上报给您', en: 'A colleague raised complaint {number} to you' },
  },
  lifeThreatened: {
    group: 'overdue',
    isAlwaysTold: true,
    words: { zh: '有投诉涉及人身安全，请立即处置', en: 'A complaint is about somebody’s life: act at once' },
    push: { zh: '投诉 {number} 涉及人身安全，请立即查看', en: 'Complaint {number} is about somebody’s life: look at once' },
  },
  customerNotTold: {
    group: 'customer',
    words: { zh: '短信没有送到，请用电话告知客户', en: 'A message did not reach the customer: tell them by phone' },
    push: { zh: '投诉 {number}：短信没有送到客户', en: 'Complaint {number}: a message did not reach the customer' },
  },
  nearDue: {
    group: 'overdue',
    words: { zh: '投诉临近答复期限', en: 'A complaint is nearly due' },
    push: { zh: '投诉 {number} 即将到期', en: 'Complaint {number} is near due' },
  },
  overdue: {
    group: 'overdue',
    words: { zh: '投诉答复已超时', en: 'A complaint is overdue' },
    push: { zh: '投诉 {number} 已超时', en: 'Complaint {number} is overdue' },
  },
  raised: {
    group: 'overdue',
    words: { zh: '有投诉逐级上报给您', en: 'A complaint was raised to you' },
    push: { zh: '投诉 {number} 超时未办，已上报给您', en: 'Complaint {number} is overdue and was raised to you' },
  },
  acceptOverdue: {
    group: 'overdue',
    words: { zh: '投诉超时未受理', en: 'A complaint was not accepted in time' },
    push: { zh: '投诉 {number} 超时未受理', en: 'Complaint {number} was not accepted in time' },
  },
  handOverWaiting: {
    group: 'overdue',
    words: { zh: '转交的投诉无人回应', en: 'A hand-over was not answered' },
    push: { zh: '投诉 {number} 的转交还没有人答复', en: 'The hand-over of complaint {number} is unanswered' },
  },
  statutoryNear: {
    group: 'overdue',
    words: { zh: '投诉临近法定期限', en: 'The time by law is nearly over for a complaint' },
    push: { zh: '投诉 {number} 临近法定期限', en: 'Complaint {number} nears its statutory end' },
  },
  statutoryPassed: {
    group: 'overdue',
    words: { zh: '投诉已过法定期限', en: 'The time by law is over for a complaint' },
    push: { zh: '投诉 {number} 已过法定期限', en: 'Complaint {number} is past its statutory end' },
  },
  waitEnded: {
    group: 'overdue',
    words: { zh: '等待到期，请继续处理', en: 'A wait is over; go on with the complaint' },
    push: { zh: '投诉 {number} 等待已结束，请继续处理', en: 'The wait of complaint {number} is over' },
  },
  contactPromised: {
    group: 'overdue',
    words: { zh: '约定联系客户的时间快到了', en: 'A promised contact with a customer is near' },
    push: { zh: '投诉 {number}：约定联系客户的时间快到了', en: 'Complaint {number}: a promised contact is near' },
  },
  dispatched: {
    group: 'overdue',
    words: { zh: '预处理时间到，已转工程师', en: 'The first look is over; it went to an engineer' },
    push: { zh: '投诉 {number} 已转给网络工程师', en: 'Complaint {number} went on to the engineers' },
  },
};
