import type { Tile } from '../journal/tile.ts';

export const closureTiles: readonly Tile[] = [
  {
    id: 'closures',
    needs: 'closures',
    places: { outletClerk: 6, outletManager: 6, refundClerk: 2, centreDirector: 5, unitHead: 6, companyLeader: 6, auditor: 4 },
    title: { zh: '销户', en: 'Closings' },
    text: { zh: '等待结转或暂停', en: 'Waiting for their transfer, or held' },
    path: '/closures',
    count: {
      collection: 'closures',
      where: [
        ['audience', 'array-contains', { who: 'my unit' }],
        ['open', '==', { is: true }],
      ],
      orderBy: ['updatedAt', 'desc'],
      // As many as the database's rules let anybody ask for at once.
      limit: 200,
    },
  },
];
