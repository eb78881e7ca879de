import { onSchedule } from 'firebase-functions/scheduler';
import { productionHost } from '../production-host.ts';
import { doDue } from './do-due.ts';
import { sweep as runSweep } from './sweep.ts';

/** Money begins no new page after this long, so that what events never reached is looked for in every run. */
const mostForMoneyMs = 240_000;

/** Every five minutes: what is due, then what events never reached. Overlapping runs do no harm. */
export const sweep = onSchedule(
  { schedule: '*/5 * * * *', timeZone: 'Asia/Shanghai', region: 'asia-east2', maxInstances: 2, timeoutSeconds: 540 },
  async () => {
    const host = productionHost();
    const due = await doDue(host, host.nowMs() + mostForMoneyMs);
    if (due.done + due.failed > 0) host.log({ severity: due.failed > 0 ? 'ERROR' : 'INFO', message: 'due done', count: due.done });
    const result = await runSweep(host);
    const count = result.complaints + result.entries + result.refunds + result.closures + result.replies + result.photos + result.released;
    if (count > 0) host.log({ severity: 'WARNING', message: 'sweep found work', count });
  },
);
