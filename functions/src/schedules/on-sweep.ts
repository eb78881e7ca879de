import { onSchedule } from 'firebase-functions/scheduler';
import { applyPolicies } from '../policy/apply-policies.ts';
import { contactPepper } from '../contact-pepper.ts';
import { moveKeys } from '../customer/move-keys.ts';
import { expireChanges } from '../change/expire-changes.ts';
import { moveFormerRecords } from '../change/move-former-records.ts';
import { completeStaff } from '../organisation/complete-staff.ts';
import { refreshDirectories } from '../organisation/refresh-directory.ts';
import { notifyMissingCalendar } from '../policy/notify-missing-calendar.ts';
import type { Host } from '../host.ts';
import { productionHost } from '../production-host.ts';
import { sendDueMessages } from '../telling/send-due-messages.ts';
import { sendPushes } from '../push/send-pushes.ts';
import { allDueWork, doDue } from './do-due.ts';
import { sweepOnce as runSweep } from './sweep.ts';

/** Each begins no new page after so long, so that the next has its turn in every run, whatever has piled up. */
const mostForDueMs = 300_000;
const mostForKeysMs = 60_000;
const mostForPoliciesMs = 60_000;
const mostForLostMs = 90_000;
const mostForMessagesMs = 120_000;

/**
 * Every five minutes: keys, staff documents and records of changes that are still of a former version, the directory for phones, the steps that are due of complaints, money that is due, messages to customers, versions of the policy that were asked for, then what events never reached, and
 * whoever has to hear of it by push. What fails as a whole does not keep the others. Overlapping runs do no harm.
 */
export const sweep = onSchedule(
  { schedule: '*/5 * * * *', timeZone: 'Asia/Shanghai', region: 'asia-east2', maxInstances: 2, timeoutSeconds: 540, secrets: [contactPepper] },
  async () => {
    const host = productionHost();
    const failures: unknown[] = [];
    for (const part of [
      moveFormerKeys,
      completeFormerStaff,
      completeRecord,
      compileDirectories,
      doAllDue,
      tellCustomers,
      expireChanges,
      applyPublished,
      findLost,
      notifyMissingCalendar,
      sendPushes,
    ]) {
      try {
        await part(host);
      } catch (error) {
        failures.push(error);
      }
    }
    if (failures.length > 0) throw failures[0];
  },
);

/** What one kind of work leaves of its share of the time is the next one's. */
async function doAllDue(host: Host): Promise<void> {
  const untilMs = host.nowMs() + mostForDueMs;
  const works = allDueWork();
  const failures: unknown[] = [];
  for (const [index, work] of works.entries()) {
    try {
      const shareMs = (untilMs - host.nowMs()) / (works.length - index);
      const { done, failed } = await doDue(host, work, host.nowMs() + shareMs);
      if (done + failed > 0) host.log({ severity: failed > 0 ? 'ERROR' : 'INFO', message: 'due done', code: work.collection, count: done });
    } catch (error) {
      failures.push(error);
    }
  }
  if (failures.length > 0) throw failures[0];
}

async function moveFormerKeys(host: Host): Promise<void> {
  const count = await moveKeys(host, host.nowMs() + mostForKeysMs);
  if (count > 0) host.log({ severity: 'INFO', message: 'keys moved', count });
}

async function completeFormerStaff(host: Host): Promise<void> {
  const count = await completeStaff(host);
  if (count > 0) host.log({ severity: 'INFO', message: 'staff completed', count });
}

async function completeRecord(host: Host): Promise<void> {
  const count = await moveFormerRecords(host);
  if (count > 0) host.log({ severity: 'INFO', message: 'records of changes moved', count });
}

async function compileDirectories(host: Host): Promise<void> {
  const count = await refreshDirectories(host);
  if (count > 0) host.log({ severity: 'INFO', message: 'directories compiled', count });
}

async function applyPublished(host: Host): Promise<void> {
  const count = await applyPolicies(host, host.nowMs() + mostForPoliciesMs);
  if (count > 0) host.log({ severity: 'INFO', message: 'policies applied', count });
}

async function tellCustomers(host: Host): Promise<void> {
  const { done, failed } = await sendDueMessages(host, host.nowMs() + mostForMessagesMs);
  if (done + failed > 0) host.log({ severity: failed > 0 ? 'ERROR' : 'INFO', message: 'messages sent', count: done });
}

async function findLost(host: Host): Promise<void> {
  const result = await runSweep(host, host.nowMs() + mostForLostMs);
  const count = Object.values(result).reduce((sum, found) => sum + found, 0);
  if (count > 0) host.log({ severity: 'WARNING', message: 'sweep found work', count });
}
