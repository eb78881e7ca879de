import type { StepNotice } from '../complaint/time/taken-step.ts';
import type { NoticeGroup } from '../journal/notice-group.ts';
import type { Bilingual } from '../kernel/bilingual.ts';

export const pushLanguages = ['zh-CN', 'en'] as const;
export type PushLanguage = (typeof pushLanguages)[number];

/** What is counted together when several notices are told at once: each step of the schedule by itself, everything else by its group. */
export type Counted = StepNotice | 'chased' | Exclude<NoticeGroup, 'overdue'>;

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
  contactPromised: { zh: '{count} 件约定联系', en: '{count} promised contacts' },
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
