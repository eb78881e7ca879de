import { onSchedule } from 'firebase-functions/scheduler';
import { checkBooks as reconcile } from '../ledger/check-books.ts';
import { productionHost } from '../production-host.ts';

/** Each night: entries, balances and causes against each other. */
export const reconcileBooks = onSchedule(
  { schedule: '30 2 * * *', timeZone: 'Asia/Shanghai', region: 'asia-east2', maxInstances: 1, timeoutSeconds: 540, memory: '1GiB' },
  () => reconcile(productionHost()),
);
