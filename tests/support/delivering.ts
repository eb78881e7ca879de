import type { RefundSystemCommand } from '@shouwen/domain/refund/command';
import { sendOrder as sendOrderOf } from '../../functions/src/billing/send-order.ts';
import { bookRefundAnswer } from '../../functions/src/refund/book-refund-answer.ts';
import { servedAssist } from '../../functions/src/assist/served-assist.ts';
import { servedClosure } from '../../functions/src/closure/served-closure.ts';
import { servedComplaint } from '../../functions/src/complaint/served-complaint.ts';
import type { Host } from '../../functions/src/host.ts';
import { applyEntry as applyAnyEntry } from '../../functions/src/journal/apply-entry.ts';
import type { DueResult } from '../../functions/src/journal/due-pages.ts';
import { takeIn } from '../../functions/src/journal/take-in.ts';
import { takeStep } from '../../functions/src/journal/take-step.ts';
import { servedRefund } from '../../functions/src/refund/served-refund.ts';
import { allDueWork, doDue as doDueOf } from '../../functions/src/schedules/do-due.ts';
import type { StoredDocument } from '../../functions/src/store.ts';
import { redelivered } from './redelivery.ts';

/** What the triggers and the schedule do with complaints, refunds, closures and assists, called by hand; what contention stopped is delivered again, as the platform does. */

export const receiveComplaint = (host: Host, id: string, known?: StoredDocument) => redelivered(() => takeIn(host, servedComplaint, id, known)).then(() => {});
export const receiveRefund = (host: Host, id: string, known?: StoredDocument) => redelivered(() => takeIn(host, servedRefund, id, known));
export const receiveClosure = (host: Host, id: string, known?: StoredDocument) => redelivered(() => takeIn(host, servedClosure, id, known));
export const receiveAssist = (host: Host, id: string, known?: StoredDocument) => redelivered(() => takeIn(host, servedAssist, id, known));

export const applyEntry = (host: Host, id: string, entryId: string, known?: StoredDocument) =>
  redelivered(() => applyAnyEntry(host, servedComplaint, id, entryId, known));
export const applyRefundEntry = (host: Host, id: string, entryId: string) => redelivered(() => applyAnyEntry(host, servedRefund, id, entryId));
export const applyClosureEntry = (host: Host, id: string, entryId: string) => redelivered(() => applyAnyEntry(host, servedClosure, id, entryId));
export const applyAssistEntry = (host: Host, id: string, entryId: string) => redelivered(() => applyAnyEntry(host, servedAssist, id, entryId));

export const stepRefund = (host: Host, id: string, command: RefundSystemCommand) => redelivered(() => takeStep(host, servedRefund, id, command));
export const settleClosure = (host: Host, id: string) => redelivered(() => takeStep(host, servedClosure, id, { type: 'settle' }));

export const sendRefundOrder = (host: Host, orderId: string) => redelivered(() => sendOrderOf(host, orderId, bookRefundAnswer));

/** The steps of complaints that are due (SLA-6). */
export const takeDueSteps = (host: Host, untilMs?: number) => doDueIn(host, ({ collection }) => collection === 'complaints', untilMs);

/** What is due of everything else: money and orders to the billing system. */
export const doDue = (host: Host, untilMs?: number) => doDueIn(host, ({ collection }) => collection !== 'complaints', untilMs);

async function doDueIn(host: Host, isWanted: (work: { collection: string }) => boolean, untilMs?: number): Promise<DueResult> {
  const total = { done: 0, failed: 0 };
  for (const work of allDueWork().filter(isWanted)) {
    const { done, failed } = await doDueOf(host, work, untilMs);
    total.done += done;
    total.failed += failed;
  }
  return total;
}
