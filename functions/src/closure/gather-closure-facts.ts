import type { AccountNo } from '@shouwen/domain/kernel/brand';
import type { ClosureAggregateFacts } from '@shouwen/domain/closure/aggregate';
import { type Closure, closureFromStored, closureRefundId } from '@shouwen/domain/closure/closure';
import { regionsServed } from '@shouwen/domain/closure/second-person';
import { type Refund, refundFromStored } from '@shouwen/domain/refund/refund';
import type { ClosureCommand, ClosureSystemCommand } from '@shouwen/domain/closure/command';
import type { Posting } from '@shouwen/domain/ledger/posting';
import type { Pack } from '@shouwen/domain/policy/pack';
import type { Host } from '../host.ts';
import type { Preparing } from '../transaction/preparing.ts';
import type { AskedCommand } from '../journal/served-aggregate.ts';
import { findAccount } from '../ledger/posting-writes.ts';
import { readStaff } from '../organisation/read-staff.ts';
import type { Reader } from '../store.ts';

/** More than one account ever has on their way at a time. */
const mostOrders = 100;

/** Reads what a decision about a closure may go by, as it is for this reader; what whoever asks knows already is not read again. */
export async function gatherClosureFacts(
  { host, reader }: Preparing,
  { state, command, known = {} }: AskedCommand<Closure, ClosureCommand | ClosureSystemCommand, ClosureAggregateFacts>,
): Promise<ClosureAggregateFacts> {
  const targetAccountNo = command.type === 'changeTarget' ? command.targetAccountNo : state.targetAccountNo;
  const pack = known.pack ?? (await readRules(host, reader, state));
  const form = pack.identifiers.account;
  const isUndecided = state.state === 'requested' || state.state === 'awaitingConfirmation';
  const [requester, account, target, ordered, cashRefund, units, calendar] = await Promise.all([
    isUndecided ? readStaff(reader, state.requesterUid) : null,
    known.account === undefined ? findAccount(reader, state.accountNo, form) : known.account,
    known.target === undefined ? findAccount(reader, targetAccountNo, form) : known.target,
    known.ordered ?? readOrdered(host, reader, state.accountNo),
    command.type === 'cancel' || command.type === 'confirmCancel' ? readCashRefund(reader, state) : null,
    isUndecided ? host.reference.units() : null,
    isUndecided ? host.reference.calendar() : [],
  ]);
  const requesterRegions = units ? regionsServed(state.requesterUnitId, units) : [];
  const billing = known.billing ?? null;
  return {
    pack,
    calendar,
    requester,
    account,
    billing,
    target,
    ordered,
    requesterRegions,
    cashRefund,
    isLedgerOurs: host.billing.isEmbedded,
    headUid: null,
    confirmerUids: [],
  };
}

async function readCashRefund(reader: Reader, { id }: Closure): Promise<Refund | null> {
  const stored = await reader.get(`refunds/${closureRefundId(id)}`);
  return stored && refundFromStored(stored.id, stored.data);
}

/** An account closes by the rules in force, and what is left moves by those it was closed under. */
function readRules({ reference }: Host, reader: Reader, { state, pack, packVersion }: Closure): Promise<Pack> {
  return state === 'requested' ? reference.packInForce(pack, reader) : reference.pack(pack, packVersion);
}

/** Our own ledger leaves nothing on its way: what it orders it posts in the same transaction. */
async function readOrdered(host: Host, reader: Reader, accountNo: AccountNo): Promise<Posting[]> {
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

/** What a closing rests on that only the operator's own billing can say (CLO-2): whether the account owes, or has run out. Where it does not answer, that is said. */
export async function askBilling(host: Host, id: string): Promise<Partial<ClosureAggregateFacts>> {
  if (host.billing.isEmbedded) return {};
  const stored = await host.store.get(`closures/${id}`);
  const closure = stored && closureFromStored(id, stored.data);
  const isUndecided = closure?.state === 'requested' || closure?.state === 'awaitingConfirmation';
  if (!closure || !isUndecided || closure.kind === 'asked') return {};
  const { identifiers } = await readRules(host, host.store, closure);
  const account = await findAccount(host.store, closure.accountNo, identifiers.account);
  return account ? { billing: (await host.billing.standingOf(account.accountNo)) ?? 'silent' } : {};
}
