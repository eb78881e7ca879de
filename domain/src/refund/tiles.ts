import type { Tile } from '../journal/tile.ts';

/** As many as the database's rules let anybody ask for at once. */
const limit = 200;

export const refundTiles: readonly Tile[] = [
  {
    id: 'approvals',
    // Anybody can be named as a deputy, so nobody is without the way.
    places: {
      fieldStaff: 6,
      outletClerk: 5,
      outletManager: 1,
      hotlineAgent: 5,
      hotlineDutyLeader: 5,
      complaintSupervisor: 5,
      centreDirector: 2,
      departmentHandler: 6,
      departmentHead: 2,
      networkEngineer: 6,
      unitHead: 2,
      companyLeader: 2,
      refundClerk: 5,
      spokesperson: 6,
      qualityInspector: 5,
      knowledgeEditor: 3,
      auditor: 7,
      administrator: 5,
    },
    title: { zh: '退费审批', en: 'Refunds to decide' },
    text: { zh: '等我审批', en: 'Waiting for my decision' },
    path: '/approvals?list=waiting',
    count: {
      collection: 'refunds',
      where: [
        ['approverUids', 'array-contains', { who: 'me' }],
        ['state', '==', { is: 'awaitingApproval' }],
      ],
      orderBy: ['dueAt', 'asc'],
      limit,
    },
  },
  {
    id: 'toPay',
    places: { refundClerk: 1 },
    title: { zh: '待付款', en: 'Refunds to pay' },
    text: { zh: '已批准，等待付款', en: 'Approved, waiting to be paid' },
    path: '/approvals?list=toPay',
    count: {
      collection: 'refunds',
      where: [
        ['audience', 'array-contains', { who: 'my unit' }],
        ['state', '==', { is: 'approved' }],
      ],
      orderBy: ['dueAt', 'asc'],
      limit,
    },
  },
  {
    id: 'askedRefunds',
    places: {
      fieldStaff: 5,
      outletClerk: 8,
      outletManager: 9,
      hotlineAgent: 6,
      hotlineDutyLeader: 8,
      complaintSupervisor: 8,
      centreDirector: 12,
      departmentHandler: 5,
      departmentHead: 9,
      networkEngineer: 5,
      unitHead: 10,
    },
    title: { zh: '我申请的退费', en: 'Refunds I asked for' },
    text: { zh: '还没有付清或了结', en: 'Not yet paid or settled' },
    path: '/approvals?list=mine',
    count: {
      collection: 'refunds',
      where: [
        ['requesterUid', '==', { who: 'me' }],
        ['open', '==', { is: true }],
      ],
      orderBy: ['updatedAt', 'desc'],
      limit,
    },
  },
];
