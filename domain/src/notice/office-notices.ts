import type { NoticeManifest } from '../journal/manifest.ts';

/** A notice that is about no single matter, and the page where it can be seen to. */
interface OfficeNotice extends Omit<NoticeManifest, 'push'> {
  /** Null where it is counted instead of put into one sentence. */
  push: NoticeManifest['push'] | null;
  path: string;
}

export const officeNotices = {
  digest: {
    group: 'overdue',
    path: '/worklist',
    words: { zh: '有投诉临近或超过期限', en: 'Complaints are nearly due or overdue' },
    push: null,
  },
  namedDeputy: {
    group: 'administration',
    path: '/approvals',
    words: { zh: '您被指定为审批代理人', en: 'You were named as a deputy' },
    push: { zh: '您被指定为审批代理人（{number}）', en: 'You were named as a deputy ({number})' },
  },
  deputyNamed: {
    group: 'administration',
    path: '/approvals',
    words: { zh: '有人指定了审批代理人', en: 'Somebody below you has a deputy' },
    push: { zh: '指定了审批代理人：{number}', en: 'A deputy was named: {number}' },
  },
  deputyNamedForYou: {
    group: 'administration',
    path: '/me',
    words: { zh: '上级为您指定了审批代理人', en: 'Your superior named a deputy for you' },
    push: { zh: '上级为您指定了审批代理人：{number}', en: 'Your superior named a deputy for you: {number}' },
  },
  changeAwaitsYou: {
    group: 'administration',
    path: '/changes',
    words: { zh: '有一项改动等您确认', en: 'A change waits for you to confirm it' },
    push: { zh: '有一项改动等您确认：{number}', en: 'A change waits for you to confirm it: {number}' },
  },
  changeApplied: {
    group: 'administration',
    path: '/changes',
    words: { zh: '规则或岗位有改动，已经生效', en: 'A change of rules or of a job is in force' },
    push: { zh: '规则或岗位有改动，已经生效：{number}', en: 'A change of rules or of a job is in force: {number}' },
  },
  changeRefused: {
    group: 'administration',
    path: '/changes',
    words: { zh: '您提出的改动没有生效', en: 'The change that you proposed has not come into force' },
    push: { zh: '您提出的改动没有生效：{number}', en: 'The change that you proposed has not come into force: {number}' },
  },
  booksDiffer: {
    group: 'money',
    path: '/books',
    words: { zh: '账目不平，请核查', en: 'The books do not balance; look into it' },
    push: { zh: '{number} 账目不平，请核查', en: 'The books of {number} do not balance; look into it' },
  },
  manyContacts: {
    group: 'administration',
    path: '/access',
    words: { zh: '有人今天查看了很多客户的联系方式，请核查', en: 'Somebody has opened many contacts today; look into it' },
    push: { zh: '{number} 今天查看了很多客户的联系方式，请核查', en: '{number} has opened many contacts today; look into it' },
  },
  calendarMissing: {
    group: 'administration',
    path: '/policy',
    words: { zh: '明年的节假日安排还没有导入', en: 'Next year’s public holidays have not been imported' },
    push: { zh: '{number} 年的工作日历还没有导入', en: 'The working-day calendar of {number} has not been imported' },
  },
} as const satisfies Readonly<Record<string, OfficeNotice>>;
