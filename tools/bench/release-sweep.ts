import { hourMs } from '@shouwen/domain/calendar/day';
import { openCity } from '../../tests/support/city.ts';
import { fillWithAbsent, meterRelease } from '../../tests/support/release-sweep.ts';
import { startFirestoreOnly } from '../emulators.ts';
import { figure, type FigureGroup } from './figure.ts';

const absent = { offShift: 2000, suspended: 300 };
/** A question that finds nothing is billed as one read: one for whose time has come, one for who has changed. */
const leastPossible = 2;

/** Documents read of people by a sweep that has nothing to take off anybody's hands, at night in a large operator. */
export const releaseSweep: FigureGroup = {
  names: ['release_sweep_reads'],
  measure: async () => {
    const emulator = await startFirestoreOnly({ rulesFile: 'firestore.rules' });
    const city = await openCity(emulator.host, 'shouwen-bench-release-sweep');
    try {
      await fillWithAbsent(city.firestore, absent, city.host.nowMs() + 12 * hourMs);
      return [figure('release_sweep_reads', await meterRelease(city), 'documents', leastPossible)];
    } finally {
      await city.close();
      await emulator.stop();
    }
  },
};
