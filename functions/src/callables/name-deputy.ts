import { onCall } from 'firebase-functions/https';
import { dayMs, endOfDayMs, startOfDayMs } from '@shouwen/domain/calendar/day';
import type { Staff } from '@shouwen/domain/organisation/staff';
import { z } from 'zod';
import { readStaff } from '../organisation/read-staff.ts';
import { inboxItem } from '../inbox-item.ts';
import { productionHost } from '../production-host.ts';
import { callableOptions, callError, readCaller } from './answer-call.ts';

const longestDays = 60;
const day = z.iso.date();

const inputSchema = z.strictObject({
  deputyUid: z
    .string()
    .regex(/^[A-Za-z0-9-]{3,40}$/)
    .nullable(),
  fromDay: day,
  untilDay: day,
});

/** Names who decides in the caller's name in these days (REF-6), or nobody any more; the deputy is told. Days are the operator's and inclusive; at most 60 of them. */
export const nameDeputy = onCall(callableOptions, async (request) => {
  const input = inputSchema.safeParse(request.data);
  if (!input.success) throw callError('invalid');
  const { deputyUid, fromDay, untilDay } = input.data;
  const host = productionHost();
  const { store, nowMs, timestamp } = host;
  const fromMs = startOfDayMs(fromDay);
  const untilMs = endOfDayMs(untilDay);
  if (deputyUid !== null && (untilMs < Math.max(fromMs, nowMs()) || untilMs - fromMs > longestDays * dayMs)) throw callError('invalid');
  await store.transaction(async (transaction) => {
    const [caller, deputy] = await Promise.all([readCaller(transaction, request.auth?.uid), readStaff(transaction, deputyUid)]);
    const named = deputyUid === null ? null : { uid: deputyUid, fromMs, untilMs };
    if (named && !canStandIn(caller, deputy)) throw callError('unknownStaff');
    transaction.update(`staff/${caller.uid}`, { deputy: named });
    if (named) {
      transaction.set(
        `inbox/${named.uid}/items/deputy-of-${caller.uid}-${fromDay}`,
        inboxItem(host, { kind: 'namedDeputy', number: `${fromDay} – ${untilDay}` }),
      );
    }
    transaction.create(`staff/${caller.uid}/changes/${nowMs()}`, { byUid: caller.uid, at: timestamp(nowMs()), deputy: named });
  });
  return {};
});

function canStandIn(caller: Staff, deputy: Staff | null): boolean {
  return deputy !== null && deputy.active && deputy.pack === caller.pack && deputy.uid !== caller.uid;
}
