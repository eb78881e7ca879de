import { onSchedule } from 'firebase-functions/scheduler';
import { applyPolicies } from '../policy/apply-policies.ts';
import { tellMissingCalendar } from '../policy/tell-missing-calendar.ts';
import type { Host } from '../host.ts';
import { productionHost } from '../production-host.ts';
import { sendPushes } from '../push/send-pushes.ts';
import { doDue } from './do-due.ts';
import type { DueResult } from './due-pages.ts';
import { sweep as runSweep } from './sweep.ts';
import { takeDueSteps } from './take-steps.ts';

/** Each begins no new page after so long, so that the next has its turn in every run, whatever has piled up. */
const mostForStepsMs = 150_000;
const mostForMoneyMs = 150_000;
const mostForPoliciesMs = 60_000;

/**
 * Every five minutes: the steps that are due of complaints, money that is due, versions of the policy that were asked for, then what events never reached, and
 * whoever has to hear of it by push. What fails as a whole does not keep the others. Overlapping runs do no harm.
 */
export const sweep = onSchedule(
  { schedule: '*/5 * * * *', timeZone: 'Asia/Shanghai', region: 'asia-east2', maxInstances: 2, timeoutSeconds: 540 },
  async () => {
    const host = productionHost();
    const failures: unknown[] = [];
    for (const part of [takeSteps, moveMoney, applyPublished, findLost, tellMissingCalendar, sendPushes]) {
      try {
        await part(host);
      } catch (error) {
        failures.push(error);
      }
    }
    if (failures.length > 0) throw failures[0];
  },
);

async function takeSteps(host: Host): Promise<void> {
  logDue(host, 'steps taken', await takeDueSteps(host, host.nowMs() + mostForStepsMs));
}

async function moveMoney(host: Host): Promise<void> {
  logDue(host, 'due done', await doDue(host, host.nowMs() + mostForMoneyMs));
}

async function applyPublished(host: Host): Promise<void> {
  const count = await applyPolicies(host, host.nowMs() + mostForPoliciesMs);
  if (count > 0) host.log({ severity: 'INFO', message: 'policies applied', count });
}

function logDue(host: Host, message: string, { done, failed }: DueResult): void {
  if (done + failed > 0) host.log({ severity: failed > 0 ? 'ERROR' : 'INFO', message, count: done });
}

async function findLost(host: Host): Promise<void> {
  const result = await runSweep(host);
  const count = result.complaints + result.entries + result.refunds + result.closures + result.replies + result.photos + result.released;
  if (count > 0) host.log({ severity: 'WARNING', message: 'sweep found work', count });
}
