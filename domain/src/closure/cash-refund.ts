import type { EpochMs } from '../kernel/brand.ts';
import { addDays, dayOf, endOfDayMs } from '../calendar/day.ts';
import type { CalendarYear } from '../calendar/working-days.ts';
import type { Pack } from '../policy/pack.ts';
import { afterWorkingHours } from '../refund/approver/office-clock.ts';
import { type Refund, untouchedRefund } from '../refund/refund.ts';
import { type Closure, closureRefundId } from './closure.ts';

/**
 * The cash of a closed account as a refund that waits for the clerk (CLO-2, REF-5): the customer's own money, so nobody has to approve it, but
 * somebody other than who closed the account pays it.
 *
 * @returns null where nothing is to be paid out.
 */
export function cashRefundOf(closure: Closure, { pack, calendar }: { pack: Pack; calendar: readonly CalendarYear[] }, nowMs: EpochMs): Refund | null {
  const line = closure.lines.find(({ action, state }) => action === 'refund' && state === 'waiting');
  if (!line) return null;
  const payDueAtMs = endOfDayMs(addDays(dayOf(nowMs), pack.refunds.payWithin.days));
  return {
    ...untouchedRefund,
    id: closureRefundId(closure.id),
    pack: closure.pack,
    packVersion: pack.version,
    complaintId: null,
    form: 'cash',
    accountNo: closure.accountNo,
    cardSerial: null,
    amountFen: closure.frozenFen[line.bucket],
    calculation: null,
    reason: '',
    requesterUid: closure.requesterUid,
    requesterName: closure.requesterName,
    requesterUnitId: closure.requesterUnitId,
    capturedAtMs: nowMs,
    clockOffsetMs: 0,
    receivedAtMs: nowMs,
    state: 'approved',
    seq: 1,
    closureId: closure.id,
    payDueAtMs,
    people: [closure.requesterUid],
    audience: closure.audience,
    updatedAtMs: nowMs,
    dueAtMs: payDueAtMs,
    nextDueAtMs: afterWorkingHours(nowMs, pack.refunds.moveUpAfterHours, { pack, calendar }),
  };
}

/** The same refund once its closure has been taken back: nothing is left to pay. */
export function takenBackCashRefund(refund: Refund, by: { uid: string; name: string }, reason: string, nowMs: EpochMs): Refund {
  const withdrawal = { text: reason, byUid: by.uid, byName: by.name, atMs: nowMs };
  return {
    ...refund,
    state: 'withdrawn',
    open: false,
    withdrawal,
    approverUids: [],
    seq: refund.seq + 1,
    updatedAtMs: nowMs,
    dueAtMs: null,
    nextDueAtMs: null,
  };
}
