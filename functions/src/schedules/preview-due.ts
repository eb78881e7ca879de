import { type Closure, closureFromStored } from '@shouwen/domain/closure/closure';
import { decideClosure } from '@shouwen/domain/closure/decide';
import { complaintNumber } from '@shouwen/domain/kernel/number';
import type { PassedOver } from '@shouwen/domain/complaint/time/reporting-line';
import type { Staff } from '@shouwen/domain/organisation/staff';
import { decideRefund } from '@shouwen/domain/refund/decide';
import { type Refund, refundFromStored, refundNumber } from '@shouwen/domain/refund/refund';
import { readClosureFacts } from '../closure/step-closure.ts';
import type { Host } from '../host.ts';
import { gatherRefundFacts } from '../refund/gather-refund-facts.ts';
import type { Query } from '../store.ts';
import { previewSteps } from './preview-steps.ts';

const mostShown = 200;

/** One thing that will be due, and what the schedule would make of it. */
export interface DueItem {
  kind: 'closure' | 'refund' | 'complaint';
  id: string;
  number: string;
  dueAtMs: number;
  /** What would be done; null when nothing would. */
  would: string | null;
  /** Why not; null when it would be done. */
  skip: string | null;
  amountFen: number;
  account: string | null;
  target: string | null;
  /** Of a complaint: the step, the name of whoever would be told or get it, and who would be passed over on the way up, and why. */
  step: string | null;
  to: string | null;
  passedOver: PassedOver[];
}

const ofMoney = { step: null, to: null, passedOver: [] };

/**
 * What the schedule would do if it were `untilMs`, by asking the same decisions with that clock: nothing is written. Of the caller's own operator,
 * and of what their unit sees.
 */
export async function previewDue(host: Host, caller: Pick<Staff, 'unitId'>, untilMs: number): Promise<DueItem[]> {
  const dueUntil = (collection: string): Query => ({
    collection,
    where: [
      ['audience', 'array-contains', caller.unitId],
      ['nextDueAt', '<=', host.timestamp(untilMs)],
    ],
    orderBy: ['nextDueAt', 'asc'],
    limit: mostShown,
  });
  const [closures, refunds, complaints] = await Promise.all([
    host.store.query(dueUntil('closures')),
    host.store.query(dueUntil('refunds')),
    host.store.query(dueUntil('complaints')),
  ]);
  const money = await Promise.all([
    ...closures.map(({ id, data }) => previewClosure(host, closureFromStored(id, data), untilMs)),
    ...refunds.map(({ id, data }) => previewRefund(host, refundFromStored(id, data), untilMs)),
  ]);
  return [...money, ...(await previewSteps(host, complaints, untilMs))];
}

async function previewClosure(host: Host, closure: Closure, atMs: number): Promise<DueItem> {
  const facts = await readClosureFacts(host, host.store, closure, closure.targetAccountNo, null);
  const decision = decideClosure(closure, { type: 'settle' }, { actor: { kind: 'system' }, nowMs: atMs, facts });
  const event = decision.ok ? decision.events[0] : undefined;
  const moving = closure.lines.filter((line) => line.state === 'waiting' && line.action === 'transfer');
  const amountFen = moving.reduce((sum, line) => sum + (facts.account?.balancesFen[line.bucket] ?? 0), 0);
  return {
    kind: 'closure',
    id: closure.id,
    number: complaintNumber(closure.id),
    dueAtMs: closure.nextDueAtMs ?? atMs,
    would: event?.type === 'transferOrdered' ? 'transfer' : null,
    skip: event?.type === 'heldBack' ? event.reason : event ? null : 'nothingDue',
    amountFen,
    account: closure.accountMasked && `${closure.accountMasked.holder} ${closure.accountMasked.phone}`,
    target: closure.targetMasked && `${closure.targetMasked.holder} ${closure.targetMasked.phone}`,
    ...ofMoney,
  };
}

async function previewRefund(host: Host, refund: Refund, atMs: number): Promise<DueItem> {
  const command = { type: 'stepDue' as const };
  const facts = await gatherRefundFacts(host, host.store, { refund, command, actor: null });
  const decision = decideRefund(refund, command, { actor: { kind: 'system' }, nowMs: atMs, facts });
  const event = decision.ok ? decision.events[0] : undefined;
  return {
    kind: 'refund',
    id: refund.id,
    number: refund.basis?.complaintNumber ?? refundNumber(refund.id),
    dueAtMs: refund.nextDueAtMs ?? atMs,
    would: event === undefined ? null : event.type === 'movedUp' ? 'moveUp' : 'remind',
    skip: event === undefined ? 'nothingDue' : null,
    amountFen: refund.amountFen,
    account: null,
    target: null,
    ...ofMoney,
  };
}
