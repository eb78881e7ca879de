import { closureFromStored } from '@shouwen/domain/closure/closure';
import { accountAfter } from '@shouwen/domain/closure/evolve';
import { complaintFromStored } from '@shouwen/domain/complaint/stored';
import type { AggregateChange } from '@shouwen/domain/journal/aggregate';
import { canonicalIdentifier } from '@shouwen/domain/kernel/identifier';
import type { Account } from '@shouwen/domain/ledger/account';
import type { Posting } from '@shouwen/domain/ledger/posting';
import type { Pack } from '@shouwen/domain/policy/pack';
import type { RefundAggregateFacts } from '@shouwen/domain/refund/aggregate';
import type { RefundEvent } from '@shouwen/domain/refund/event';
import type { Refund } from '@shouwen/domain/refund/refund';
import { standingOf } from '@shouwen/domain/refund/standing';
import { orderWrite } from '../billing/order.ts';
import { decidingClosure } from '../closure/deciding-closure.ts';
import { decidingComplaint } from '../complaint/deciding-complaint.ts';
import { decideOn, system } from '../journal/decide-on.ts';
import type { Preparing } from '../transaction/preparing.ts';
import type { Write } from '../transaction/write.ts';
import { accountWrites, postingWrites } from '../ledger/posting-writes.ts';
import { postingsOf } from './refund-postings.ts';

type Change = AggregateChange<Refund, RefundEvent, RefundAggregateFacts>;

/**
 * What a decision about a refund brings about elsewhere: an order to the billing system or postings and balances, the card's serial number, the cash line of a
 * closing account, and what the complaint's people are told. All of it is decided here and written with the decision (ADR 5).
 */
export async function refundConsequences(preparing: Preparing, change: Change): Promise<Write[]> {
  const { before, after, events, facts } = change;
  const postings = await postingsOf(preparing, after, events, facts);
  const [money, noted] = await Promise.all([moneyWrites(preparing, change, postings), complaintWrites(preparing, before, after)]);
  return [...money, ...noted];
}

async function moneyWrites(preparing: Preparing, change: Change, postings: readonly Posting[]): Promise<Write[]> {
  const { host } = preparing;
  const { after, facts } = change;
  const vouchers = voucherWrites(change);
  if (after.state === 'executing')
    return [...vouchers, orderWrite(host, { kind: 'refund', subjectId: after.id, attempt: after.execution?.attempt ?? 1, postings })];
  if (postings.length === 0) return [];
  const read = [facts.accounts?.account, facts.accounts?.followed].filter((account): account is Account => account !== null && account !== undefined);
  const accounts = facts.confirmed?.accounts ?? read;
  const posted = postingWrites(host, postings, accounts);
  const closed = await closureWrites(preparing, after, facts.pack, postings);
  const noted = await Promise.all(posted.accounts.map((account) => noteWrites(preparing, after, facts.pack, account)));
  const moved = posted.accounts.map(closed.accountAfter);
  return [...posted.writes, ...vouchers, ...cardWrites(after, facts.pack), ...accountWrites(host, accounts, moved), ...closed.writes, ...noted.flat()];
}

/** A voucher stands for one payment, from the moment at which it is ordered. */
function voucherWrites({ after, events }: Change): Write[] {
  const order = events.find((event) => event.type === 'executionOrdered');
  return order?.cash ? [{ do: 'set', path: `vouchers/${order.cash.voucherNo}`, content: { refundId: after.id } }] : [];
}

/** Under the one spelling of its number: a request from before that was kept may still have another. */
function cardWrites({ id, form, state, cardSerial }: Refund, { identifiers }: Pack): Write[] {
  const isHandedOver = form === 'rechargeCard' && state === 'posted' && cardSerial !== null;
  return isHandedOver ? [{ do: 'create', path: `rechargeCards/${canonicalIdentifier(cardSerial, identifiers.rechargeCard)}`, content: { refundId: id } }] : [];
}

/** What a closure need not know to hear of money that has moved. */
const unread = { requester: null, account: null, target: null, ordered: [] } as const;

/** CLO-2: the cash of a closed account has been paid out, which may have been the last thing that its closure waited for. */
async function closureWrites(
  preparing: Preparing,
  refund: Refund,
  pack: Pack,
  postings: readonly Posting[],
): Promise<{ writes: Write[]; accountAfter(account: Account): Account }> {
  const stored = refund.closureId !== null && refund.state === 'posted' ? await preparing.reader.get(`closures/${refund.closureId}`) : null;
  if (!stored) return { writes: [], accountAfter: (account) => account };
  const closure = closureFromStored(stored.id, stored.data);
  const command = { type: 'cashPaid' as const, amountFen: refund.amountFen, postingId: postings[0]?.id ?? '' };
  const ownEntry = () => ({ id: 'cash-paid', type: 'cashPaid', payload: { refundId: refund.id } });
  // Its account is among those that the posting moves, and is written with them.
  const known = { ...unread, pack };
  const paid = await decideOn(preparing, decidingClosure, { state: closure, command, actor: system, known }, { ownEntry });
  const after = paid.ok ? paid.after : closure;
  return { writes: paid.writes, accountAfter: (account) => (account.accountNo === closure.accountNo ? accountAfter(account, closure, after) : account) };
}

/** CLO-5: what was credited to an account that is closing moves along; its closure says so from now on. */
async function noteWrites({ host, reader }: Preparing, refund: Refund, pack: Pack, account: Account): Promise<Write[]> {
  const stored = refund.closureId === null && account.hold ? await reader.get(`closures/${account.hold.closureId}`) : null;
  if (!stored) return [];
  const command = { type: 'noteBalances' as const, balancesFen: account.balancesFen };
  const known = { ...unread, pack };
  const ownEntry = () => ({ id: `noted-${refund.id}-${refund.seq}`, type: 'noteBalances', payload: { refundId: refund.id, did: ['balancesNoted'] } });
  const question = { state: closureFromStored(stored.id, stored.data), command, actor: system, known };
  return (await decideOn({ host, reader }, decidingClosure, question, { ownEntry })).writes;
}

/** The complaint is read only where its people have something new to know. */
async function complaintWrites(preparing: Preparing, before: Refund, after: Refund): Promise<Write[]> {
  const stored = after.complaintId !== null && isNews(before, after) ? await preparing.reader.get(`complaints/${after.complaintId}`) : null;
  if (!stored) return [];
  const standing = standingOf(after, preparing.host.nowMs());
  const { refundId, amountFen, form, standing: state } = standing;
  const ownEntry = () => ({ id: `refund-${refundId}-${after.seq}`, type: 'noteRefund', payload: { refundId, amountFen, form, standing: state } });
  const question = { state: complaintFromStored(stored.id, stored.data), command: { type: 'noteRefund' as const, refund: standing }, actor: system };
  return (await decideOn(preparing, decidingComplaint, question, { ownEntry })).writes;
}

function isNews(before: Refund, after: Refund): boolean {
  if (before.state === 'requested') return after.state !== 'refused';
  return JSON.stringify(standingOf(before, 0)) !== JSON.stringify(standingOf(after, 0));
}
