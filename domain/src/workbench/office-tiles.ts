import { type Role, roles } from '../organisation/staff.ts';
import type { Tile } from '../journal/tile.ts';

/** Behind everything else, wherever nothing is asked of the database. */
const lastPlace = 20;

/** Ways to work that belongs to no single aggregate. */
export const officeTiles: readonly Tile[] = [
  {
    id: 'schedule',
    places: { centreDirector: 7, departmentHead: 6, unitHead: 7, companyLeader: 5, auditor: 6, administrator: 2 },
    title: { zh: '定时任务预演', en: 'Schedule: dry run' },
    text: { zh: '今天会自动提醒或上报的投诉', en: 'Complaints about which the schedule acts today' },
    path: '/schedule',
    count: {
      collection: 'complaints',
      where: [
        ['audience', 'array-contains', { who: 'my unit' }],
        ['nextDueAt', '<=', { moment: 'endOfToday' }],
      ],
      orderBy: ['nextDueAt', 'asc'],
      limit: 200,
    },
  },
  {
    id: 'books',
    places: { auditor: 0, refundClerk: 3, centreDirector: 8, companyLeader: 4 },
    title: { zh: '账目', en: 'Books' },
    text: { zh: '两周内账目不平的天数', en: 'Days of the last two weeks that did not balance' },
    path: '/books',
    count: {
      collection: 'reconciliations',
      where: [
        ['pack', '==', { who: 'my operator' }],
        ['state', '==', { is: 'differs' }],
        ['day', '>=', { daysAgo: 14, as: 'day' }],
      ],
      orderBy: ['day', 'desc'],
      limit: 200,
    },
  },
  {
    id: 'messages',
    places: { hotlineDutyLeader: 15, complaintSupervisor: 15, centreDirector: 16 },
    title: { zh: '短信告知', en: 'Messages to customers' },
    text: { zh: '一周内对不上投诉的客户来信', en: 'Replies of the last week that could be about no complaint' },
    path: '/messages',
    count: {
      collection: 'outreachLetters',
      where: [
        ['pack', '==', { who: 'my operator' }],
        ['meaning', '==', { is: 'unclear' }],
        ['receivedAt', '>=', { daysAgo: 7, as: 'moment' }],
      ],
      orderBy: ['receivedAt', 'desc'],
      limit: 50,
    },
  },
  {
    id: 'policy',
    places: { administrator: 1, auditor: 3, qualityInspector: 3, centreDirector: 9, companyLeader: 7 },
    title: { zh: '规则设置', en: 'Rules' },
    text: { zh: '30 天内改过的次数', en: 'Changes in the last 30 days' },
    path: '/policy',
    count: {
      collection: 'policyChanges',
      where: [
        ['pack', '==', { who: 'my operator' }],
        ['at', '>=', { daysAgo: 30, as: 'moment' }],
      ],
      orderBy: ['at', 'desc'],
      limit: 100,
    },
  },
  {
    id: 'changes',
    places: { administrator: 6, auditor: 1, companyLeader: 0 },
    title: { zh: '改动确认', en: 'Changes to confirm' },
    text: { zh: '等第二人确认的改动', en: 'Waiting for a second person' },
    path: '/changes',
    count: {
      collection: 'changes',
      where: [
        ['pack', '==', { who: 'my operator' }],
        ['state', '==', { is: 'awaitingConfirmation' }],
      ],
      orderBy: ['proposedAtMs', 'desc'],
      limit: 100,
    },
  },
  {
    id: 'access',
    places: { qualityInspector: 6, auditor: 9 },
    title: { zh: '个人信息查看记录', en: 'Access to personal data' },
    text: { zh: '14 天内要核对的客户评价和查看', en: 'Words as a customer in the last 14 days to look into' },
    path: '/access',
    count: {
      collection: 'doubtfulReplies',
      where: [
        ['pack', '==', { who: 'my operator' }],
        ['receivedAt', '>=', { daysAgo: 14, as: 'moment' }],
      ],
      orderBy: ['receivedAt', 'desc'],
      limit: 200,
    },
  },
  {
    id: 'unitChanges',
    places: { outletManager: 19, hotlineDutyLeader: 19, departmentHead: 19, unitHead: 19 },
    title: { zh: '改动记录', en: 'Changes on record' },
    text: { zh: '您单位人员等确认的改动', en: 'About your people, waiting' },
    path: '/changes',
    count: {
      collection: 'changes',
      where: [
        ['pack', '==', { who: 'my operator' }],
        ['unitIds', 'array-contains', { who: 'my unit' }],
        ['state', '==', { is: 'awaitingConfirmation' }],
      ],
      orderBy: ['proposedAtMs', 'desc'],
      limit: 100,
    },
  },
  {
    id: 'unsent',
    places: Object.fromEntries(roles.map((role): [Role, number] => [role, lastPlace])),
    title: { zh: '待发送', en: 'Waiting to be sent' },
    text: { zh: '只在本机，还没有送达', en: 'On this phone only, not yet delivered' },
    path: '/outbox',
    count: 'unsent',
  },
];
