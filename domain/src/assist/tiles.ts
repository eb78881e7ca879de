import type { Tile, TileCondition } from '../journal/tile.ts';

/** As many as the database's rules let anybody ask for at once. */
const limit = 200;
const isOpen: TileCondition = ['open', '==', { is: true }];

export const assistTiles: readonly Tile[] = [
  {
    id: 'assistsToDo',
    places: {
      outletManager: 7,
      hotlineDutyLeader: 7,
      complaintSupervisor: 9,
      centreDirector: 14,
      departmentHandler: 3.5,
      departmentHead: 3.5,
      networkEngineer: 3.5,
      unitHead: 3.5,
    },
    title: { zh: '协办', en: 'Assistance' },
    text: { zh: '请本单位协办，还没有答复', en: 'This unit is asked to assist and has not answered' },
    path: '/assists',
    count: {
      collection: 'assists',
      where: [
        ['toUnitId', '==', { who: 'my unit' }],
        ['isAwaited', '==', { is: true }],
      ],
      orderBy: ['dueAt', 'asc'],
      limit,
    },
  },
  {
    id: 'assistsToArbitrate',
    places: { complaintSupervisor: 7, centreDirector: 10 },
    title: { zh: '协办裁定', en: 'Who assists' },
    text: { zh: '两个单位退回，等客户服务裁定', en: 'Two units have refused; customer service decides' },
    path: '/assists?list=toArbitrate',
    count: {
      collection: 'assists',
      where: [
        ['audience', 'array-contains', { who: 'my unit' }],
        ['state', '==', { is: 'inArbitration' }],
      ],
      orderBy: ['dueAt', 'asc'],
      limit,
    },
  },
  {
    id: 'assistsAsked',
    places: { fieldStaff: 7, outletClerk: 7, hotlineAgent: 7, departmentHandler: 7, networkEngineer: 7 },
    title: { zh: '我请求的协办', en: 'Asked by me' },
    text: { zh: '我请别人协办，还没有办结', en: 'What I asked of others and have not closed' },
    path: '/assists?list=asked',
    count: {
      collection: 'assists',
      where: [['requesterUid', '==', { who: 'me' }], isOpen],
      orderBy: ['updatedAt', 'desc'],
      limit,
    },
  },
];
