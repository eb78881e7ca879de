import { openCity } from '../../tests/support/city.ts';
import { runLifecycle, totalOf } from '../../tests/support/lifecycle.ts';
import { startFirestoreOnly } from '../emulators.ts';
import { figure, type FigureGroup } from './figure.ts';

/** What a design that stores state, journal and projection cannot do without: state, audit entry and projection once per step. */
const leastPossible = { reads: 14, writes: 18, invocations: 2 };

/** Documents read and written, and functions called, for one complaint's whole life; the breakdown goes to the error stream, where a reader sees it. */
export const lifecycle: FigureGroup = {
  names: ['lifecycle_reads', 'lifecycle_writes', 'lifecycle_deletes', 'lifecycle_invocations'],
  measure: async () => {
    const emulator = await startFirestoreOnly({ rulesFile: 'firestore.rules' });
    const city = await openCity(emulator.host, 'shouwen-bench-lifecycle');
    try {
      city.host.clockMs = Date.now();
      const steps = await runLifecycle(city);
      for (const step of steps) console.error(JSON.stringify(step));
      const total = totalOf(steps);
      return [
        figure('lifecycle_reads', total.reads, 'documents', leastPossible.reads),
        figure('lifecycle_writes', total.writes, 'documents', leastPossible.writes),
        figure('lifecycle_deletes', total.deletes, 'documents', 0),
        figure('lifecycle_invocations', total.invocations, 'calls', leastPossible.invocations),
      ];
    } finally {
      await city.close();
      await emulator.stop();
    }
  },
};
