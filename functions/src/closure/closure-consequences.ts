import { numberOf } from '@shouwen/domain/kernel/number';
import { closureStatusOf } from '@shouwen/domain/closure/status-view';
import { changedFields } from '../journal/changed-fields.ts';
import { cashRefundOf, takenBackCashRefund } from '@shouwen/domain/closure/cash-refund';
import type { ClosureAggregateFacts } from '@shouwen/domain/closure/aggregate';
import type { Closure } from '@shouwen/domain/closure/closure';
import type { ClosureEvent } from '@shouwen/domain/closure/event';
import { accountAfter } from '@shouwen/domain/closure/evolve';
import type { AggregateChange } from '@shouwen/domain/journal/aggregate';
import { toStored } from '@shouwen/domain/kernel/stored';
import { orderWrite } from '../billing/order.ts';
import type { Host } from '../host.ts';
import type { Preparing } from '../transaction/preparing.ts';
import { systemEntry } from '../journal/system-entry.ts';
import type { Write } from '../transaction/write.ts';
import { accountWrites, postingWrites } from '../ledger/posting-writes.ts';

type Change = AggregateChange<Closure, ClosureEvent, ClosureAggregateFacts>;

/** What a decision about a closure brings about elsewhere: the account's own standing, what moves, and the cash that the clerk has to pay. */
export function closureConsequences({ host }: Preparing, change: Change): Promise<Write[]> {
  return Promise.resolve([...moneyWrites(host, change), ...cashWrites(host, change), ...takenBackWrites(host, change), ...statusWrites(host, change)]);
}

/** The account's standing changes with the closure's; balances only with postings, and those only once they are confirmed. */
function moneyWrites(host: Host, { before, after, events, facts }: Change): Write[] {
  const { account, target } = facts;
  if (!account) return [];
  const accounts = target ? [account, target] : [account];
  const money = events.find((event) => event.type === 'transferOrdered') ?? events.find((event) => event.type === 'moved');
  const postings = money?.postings ?? [];
  const isOrdered = after.state === 'settling';
  const posted = isOrdered
    ? { accounts, writes: [orderWrite(host, { kind: 'closure', subjectId: after.id, attempt: after.attempt, postings })] }
    : postingWrites(host, postings, accounts);
  const standing = posted.accounts.map((one) => (one.accountNo === account.accountNo ? accountAfter(one, before, after) : one));
  return [...posted.writes, ...accountWrites(host, accounts, standing)];
}

/** CLO-2: the customer's own cash as a refund that waits for the clerk, taken in from the start. */
function cashWrites(host: Host, { after, events, facts }: Change): Write[] {
  const cash = events.some((event) => event.type === 'accountClosed') ? cashRefundOf(after, facts, host.nowMs()) : null;
  if (!cash) return [];
  const { id, ...content } = cash;
  return [
    { do: 'create', path: `refunds/${id}`, content: toStored(content, host.timestamp) },
    { do: 'create', path: `refunds/${id}/journal/receive-1`, content: systemEntry(host, 'receive', { closureId: after.id }, cash.seq) },
  ];
}

/** A closing that was taken back pays nothing out: its refund ends with it. */
function takenBackWrites(host: Host, { after, events, facts }: Change): Write[] {
  const cancelled = events.find((event) => event.type === 'cancelled');
  if (!cancelled || !facts.cashRefund) return [];
  const before = facts.cashRefund;
  const refund = takenBackCashRefund(before, cancelled.by, after.cancel?.reason ?? '', host.nowMs());
  return [
    { do: 'update', path: `refunds/${before.id}`, content: changedFields(host, before, refund) },
    { do: 'create', path: `refunds/${before.id}/journal/cancel-${refund.seq}`, content: systemEntry(host, 'withdraw', { closureId: after.id }, refund.seq) },
  ];
}

/** The customer's page, once somebody has shown the link to it. */
function statusWrites(host: Host, { after }: Change): Write[] {
  if (after.statusId === null) return [];
  const content = toStored({ ...closureStatusOf(after, numberOf(after.id)) }, host.timestamp);
  return [{ do: 'set', path: `closureStatus/${after.statusId}`, content }];
}
