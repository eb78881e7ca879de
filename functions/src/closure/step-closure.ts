import { cashRefundOf } from '@shouwen/domain/closure/cash-refund';
import { type Closure, closureFromStored } from '@shouwen/domain/closure/closure';
import type { ClosureCommand, ClosureSystemCommand } from '@shouwen/domain/closure/command';
import { decideClosure, type ClosureFacts } from '@shouwen/domain/closure/decide';
import { accountAfter, evolveClosure } from '@shouwen/domain/closure/evolve';
import type { ClosureEvent } from '@shouwen/domain/closure/event';
import type { Refusal } from '@shouwen/domain/kernel/decision';
import { toStored } from '@shouwen/domain/kernel/stored';
import type { Posting } from '@shouwen/domain/ledger/posting';
import type { Staff } from '@shouwen/domain/organisation/staff';
import { giveOrder } from '../billing/give-order.ts';
import { readStaff } from '../organisation/read-staff.ts';
import { systemEntry } from '../journal/system-entry.ts';
import type { Host } from '../host.ts';
import { readAccount, saveAccounts, savePostings } from '../ledger/save-postings.ts';
import type { Reader, Transaction } from '../store.ts';
import { saveClosure } from './save-closure.ts';

/** More than one account ever has on their way at a time. */
const mostOrders = 100;

export type ClosureOutcome = { ok: true; after: Closure; changed: boolean } | { ok: false; refusal: Refusal };

/** Takes one of the product's own steps on a closure as it is in this transaction, with an entry of its own. */
export async function stepClosure(
  host: Host,
  transaction: Transaction,
  closureId: string,
  command: ClosureSystemCommand,
  ordered: readonly Posting[] | null = null,
): Promise<Closure | null> {
  const stored = await transaction.get(`closures/${closureId}`);
  if (!stored) return null;
  const outcome = await decideAndSaveClosure(host, transaction, closureFromStored(closureId, stored.data), command, null, ordered);
  return outcome.ok && outcome.changed ? outcome.after : null;
}

/** Decides a command about a closure and saves all that follows in this transaction: the account, what moves, the cash that the clerk has to pay, notices. */
export async function decideAndSaveClosure(
  host: Host,
  transaction: Transaction,
  closure: Closure,
  command: ClosureCommand | ClosureSystemCommand,
  staff: Staff | null,
  ordered: readonly Posting[] | null = null,
): Promise<ClosureOutcome> {
  const targetAccountNo = command.type === 'changeTarget' ? command.targetAccountNo : closure.targetAccountNo;
  const facts = await readClosureFacts(host, transaction, closure, targetAccountNo, ordered);
  const decision = decideClosure(closure, command, { actor: staff ? { kind: 'staff', staff } : { kind: 'system' }, nowMs: host.nowMs(), facts });
  if (!decision.ok) return decision;
  if (decision.events.length === 0) return { ok: true, after: closure, changed: false };
  const { after, events, postings } = confirmedAtOnce(host, closure, decision.events, facts);
  const headUid = events.some((event) => event.type === 'heldBack') ? await headAbove(host, transaction, closure.requesterUnitId) : null;
  saveMoney(host, transaction, { closure, after, postings, facts });
  saveClosure(host, transaction, { before: closure, after, events, headUid });
  const cash = events.some((event) => event.type === 'accountClosed') ? cashRefundOf(after, facts.pack, host.nowMs()) : null;
  if (cash) {
    const { id, ...content } = cash;
    transaction.create(`refunds/${id}`, toStored(content, host.timestamp));
    transaction.create(`refunds/${id}/journal/receive-1`, systemEntry(host, 'receive', { closureId: closure.id }, cash.seq));
  }
  if (!staff) {
    const entry = systemEntry(host, command.type, { did: events.map((event) => event.type), reason: after.holdReason ?? after.refusalCode }, after.seq);
    transaction.create(`closures/${closure.id}/journal/${command.type}-${after.seq}`, entry);
  }
  return { ok: true, after, changed: true };
}

/**
 * Reads what a decision about a closure may go by, as it is inside this transaction.
 *
 * @param ordered the postings of the order that is answered now; null for a decision that has to know all that are on their way to or from the account.
 */
export async function readClosureFacts(
  host: Host,
  reader: Reader,
  closure: Closure,
  targetAccountNo: string | null,
  ordered: readonly Posting[] | null,
): Promise<ClosureFacts> {
  const [pack, requester, account, target, onTheirWay] = await Promise.all([
    host.reference.packInForce(closure.pack, reader),
    closure.state === 'requested' ? readStaff(reader, closure.requesterUid) : null,
    readAccount(reader, closure.accountNo),
    readAccount(reader, targetAccountNo),
    ordered ?? readOrdered(host, reader, closure.accountNo),
  ]);
  return { pack, requester, account, target, ordered: onTheirWay };
}

/** Our own ledger leaves nothing on its way: what it orders it posts in the same transaction. */
async function readOrdered(host: Host, reader: Reader, accountNo: string): Promise<Posting[]> {
  if (host.billing.isEmbedded) return [];
  const waiting = await reader.query({
    collection: 'billingOrders',
    where: [
      ['accountNos', 'array-contains', accountNo],
      ['state', '==', 'waiting'],
    ],
    limit: mostOrders,
  });
  return waiting.flatMap(({ data }) => data['postings'] as Posting[]);
}

/** Where our own ledger is the books, what is ordered is posted by the same transaction. */
function confirmedAtOnce(host: Host, closure: Closure, events: readonly ClosureEvent[], facts: ClosureFacts) {
  const after = evolveClosure(closure, events);
  const order = events.find((event) => event.type === 'transferOrdered');
  if (!order || !host.billing.isEmbedded) {
    const moved = events.find((event) => event.type === 'moved');
    return { after, events, postings: order?.postings ?? moved?.postings ?? [] };
  }
  const context = { actor: { kind: 'system' as const }, nowMs: host.nowMs(), facts: { ...facts, ordered: order.postings } };
  const confirmation = decideClosure(after, { type: 'confirmPosting' }, context);
  const all = confirmation.ok ? [...events, ...confirmation.events] : events;
  return { after: evolveClosure(closure, all), events: all, postings: order.postings };
}

interface MoneyToSave {
  closure: Closure;
  after: Closure;
  postings: readonly Posting[];
  facts: ClosureFacts;
}

/** The account's own standing changes with the closure's; balances only with postings, and those only once they are confirmed. */
function saveMoney(host: Host, transaction: Transaction, { closure, after, postings, facts }: MoneyToSave): void {
  const { account, target } = facts;
  if (!account) return;
  const accounts = target ? [account, target] : [account];
  const isOrdered = after.state === 'settling';
  if (isOrdered) giveOrder(host, transaction, { kind: 'closure', subjectId: after.id, attempt: after.attempt, postings });
  const moved = isOrdered ? accounts : savePostings(host, transaction, postings, accounts);
  const standing = moved.map((one) => (one.accountNo === account.accountNo ? accountAfter(one, closure, after) : one));
  saveAccounts(host, transaction, accounts, standing);
}

/** CLO-3: a person is told, so the first head on the way up who is still there (ORG-4). */
async function headAbove(host: Host, reader: Reader, unitId: string): Promise<string | null> {
  const units = await host.reference.units();
  for (const id of units.get(unitId)?.path ?? []) {
    const head = await readStaff(reader, units.get(id)?.headUid ?? null);
    if (head?.active) return head.uid;
  }
  return null;
}
