import { leastHeadRoomPercent, measureHeadRoom } from '../../../tests/rules/head-room.ts';
import { startFirestoreOnly } from '../../emulators.ts';
import { figure, type FigureGroup } from '../figure.ts';

/** How much of the expressions that Firestore grants a request its longest document leaves free: below the limit it would be refused. */
export const rulesHeadRoom: FigureGroup = {
  names: ['rules_headroom_percent'],
  measure: async () => {
    const { host, stop } = await startFirestoreOnly();
    try {
      const { percent, tightest } = await measureHeadRoom(host);
      console.error(`The rules leave the least free for: ${tightest.join(', ')}`);
      return [figure('rules_headroom_percent', percent, '%', leastHeadRoomPercent)];
    } finally {
      await stop();
    }
  },
};
