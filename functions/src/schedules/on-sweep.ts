import { onSchedule } from 'firebase-functions/scheduler';
import { productionHost } from '../production-host.ts';
import { sweep as runSweep } from './sweep.ts';

/** Every five minutes: what events never reached. Overlapping runs do no harm. */
export const sweep = onSchedule(
  { schedule: '*/5 * * * *', timeZone: 'Asia/Shanghai', region: 'asia-east2', maxInstances: 2, timeoutSeconds: 300 },
  async () => {
    const host = productionHost();
    const result = await runSweep(host);
    const count = result.complaints + result.entries + result.replies + result.photos + result.released;
    if (count > 0) host.log({ severity: 'WARNING', message: 'sweep found work', count });
  },
);
