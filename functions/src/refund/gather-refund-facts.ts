import { canonicalIdentifier } from '@shouwen/domain/kernel/identifier';
import type { RefundId } from '@shouwen/domain/kernel/brand';
import { closureFromStored } from '@shouwen/domain/closure/closure';
import type { Account } from '@shouwen/domain/ledger/account';
import type { Staff } from '@shouwen/domain/organisation/staff';
import type { Pack } from '@shouwen/domain/policy/pack';
import { canonicalPayment } from '@shouwen/domain/ledger/canonical-payment';
import { causeNow } from '@shouwen/domain/refund/cause-of-request';
import { workOutChain } from '@shouwen/domain/refund/chain';
import type { RefundCommand, RefundSystemCommand } from '@shouwen/domain/refund/command';
import { earlierRequests } from '@shouwen/domain/refund/sum/cumulate';
import type { RefundFacts } from '@shouwen/domain/refund/refund-facts';
import type { AccountFacts } from '@shouwen/domain/refund/destination';
import { aloneOnDayFen, isCauseOwn } from '@shouwen/domain/refund/sum/self-approved';
import { type Refund, refundFromStored } from '@shouwen/domain/refund/refund';
import { readStaff } from '../organisation/read-staff.ts';
import type { Host } from '../host.ts';
import { findAccount, readAccount } from '../ledger/posting-writes.ts';
import type { Reader } from '../store.ts';
import { readCustomer } from './read-customer.ts';
import { readGrounds } from './read-grounds.ts';
import { mostOfRequester, readOfRequesterOnDay, readOthers } from './read-others.ts';
import { readExecutors, readPeople, readPosts } from './read-people.ts';

/** What a command needs; amendments are looked at as the request would be after them. */
interface Question {
  refund: Refund;
  command: RefundCommand | RefundSystemCommand;
  actor: Staff | null;
}

/** Reads everything that a decision about a refund may go by, as it is inside this transaction: rules in force, people, other requests, accounts. */
export async function gatherRefundFacts(host: Host, reader: Reader, { refund: stored, command, actor }: Question): Promise<RefundFacts> {
  const asked = command.type === 'amend' ? { ...stored, ...command, amountFen: command.newAmountFen, amendedAtMs: host.nowMs() } : stored;
  const [pack, units, calendar] = await Promise.all([readRules(host, reader, asked, command), host.reference.units(), host.reference.calendar()]);
  const accounts = await readAccounts(reader, asked, command, pack);
  const refund = { ...asked, ...canonicalPayment(asked, pack.identifiers, accounts?.account?.accountNo ?? null) };
  const requester = await readStaff(reader, refund.requesterUid);
  const customer = namesAccount(command) ? await readCustomer(host, reader, refund) : null;
  const read = namesAccount(command) ? await readGrounds(reader, refund.complaintId, requester, customer) : refund.basis;
  const basis = command.type === 'amend' ? causeNow(refund.basis, read) : read;
  const known = typeof basis === 'string' ? null : basis;
  const [others, ofDay, isCardUsed, executorUids] = await Promise.all([
    known ? readOthers(reader, { ...refund, basis: known }) : [],
    known && restsOnRequester(refund, command) ? readOfRequesterOnDay(host, reader, refund) : [],
    refund.form === 'rechargeCard' && refund.cardSerial !== null ? isSerialUsed(reader, refund.id, refund.cardSerial) : false,
    concernsExecutors(command) ? readExecutors(reader, units, refund.pack) : [],
  ]);
  const earlier = earlierRequests({ ...refund, basis: known }, others, pack);
  // Whoever asks for more than can be looked at decides none of it alone.
  const aloneFen = ofDay.length < mostOfRequester ? aloneOnDayFen(refund, ofDay) : Number.MAX_SAFE_INTEGER;
  const posts = requester && (needsChain(command) || isLateRefusal(refund, command)) ? await readPosts(reader, requester, refund, pack, units) : [];
  const wasAsked = command.type === 'reworkChain' && refund.steps.length > 0;
  const sumFen = refund.amountFen + earlier.fen;
  const word = { cumulatedFen: sumFen, aloneFen, isCauseOwn: isCauseOwn({ ...refund, basis: known }) };
  const question = requester && needsChain(command) ? { requester, ...word, pack, units, staff: posts, wasAsked } : null;
  const staff = await readPeople(reader, refund, [requester, actor, ...posts]);
  return {
    pack,
    calendar,
    units,
    staff,
    earlierFen: earlier.fen,
    earlierIds: earlier.ids,
    aloneFen,
    chain: question && workOutChain(question),
    basis,
    accounts,
    isCustomersAccount: customer?.ofAccounts.some((key) => key === accounts?.account?.contactKey) === true,
    isCardUsed,
    isVoucherUsed: command.type === 'execute' && command.cash ? await isVoucherUsed(reader, refund.id, command.cash.voucherNo, pack) : false,
    isLedgerOurs: host.billing.isEmbedded,
    executorUids,
  };
}

/** A request goes by the rules under which it was taken in; a version that came later holds where it was published to be applied to what is open. */
function readRules(host: Host, reader: Reader, { pack, packVersion, state }: Refund, command: Question['command']): Promise<Pack> {
  if (state === 'requested') return host.reference.packInForce(pack, reader);
  return host.reference.pack(pack, command.type === 'applyPolicy' ? command.version : packVersion);
}

/** Whoever said no to an earlier version of it may have been asked by a chain that is gone. */
function isLateRefusal(refund: Refund, command: Question['command']): boolean {
  return command.type === 'refuse' && command.seq < refund.seq;
}

function namesAccount(command: Question['command']): boolean {
  return command.type === 'receive' || command.type === 'amend';
}

function needsChain(command: Question['command']): boolean {
  return ['receive', 'amend', 'reworkChain', 'applyPolicy', 'refreshHolders', 'stepDue'].includes(command.type);
}

/** Whether the requester's own word is asked about: what they decide alone that day counts. */
function restsOnRequester({ steps }: Refund, command: Question['command']): boolean {
  return needsChain(command) || steps.length === 0;
}

function concernsExecutors(command: Question['command']): boolean {
  return command.type === 'approve' || command.type === 'stepDue' || needsChain(command);
}

async function readAccounts(reader: Reader, refund: Refund, command: Question['command'], { identifiers }: Pack): Promise<AccountFacts | null> {
  const accountNo = command.type === 'reverse' ? await creditedAccountNo(reader, refund) : refund.accountNo;
  const isNeeded = refund.form === 'balanceCredit' || refund.closureId !== null;
  if (!isNeeded || accountNo === null || !/^[A-Za-z0-9-]{1,36}$/.test(accountNo)) return null;
  const account = await findAccount(reader, accountNo, identifiers.account);
  const [followed, isCashMoving] = await Promise.all([readAccount(reader, account?.followsTo ?? null), readsAsMoving(reader, account)]);
  return { account, followed, isCashMoving };
}

async function creditedAccountNo(reader: Reader, refund: Refund): Promise<string | null> {
  const posting = await reader.get(`ledger/refund-${refund.id}`);
  const [accountNo] = (posting?.data['accountNos'] as string[] | undefined) ?? [];
  return accountNo ?? null;
}

async function readsAsMoving(reader: Reader, account: Account | null): Promise<boolean> {
  const stored = account?.hold ? await reader.get(`closures/${account.hold.closureId}`) : null;
  if (!stored) return false;
  const { lines } = closureFromStored(stored.id, stored.data);
  return lines.some((line) => line.bucket === 'cash' && line.action === 'transfer' && line.state === 'waiting');
}

async function isVoucherUsed(reader: Reader, refundId: RefundId, voucherNo: string, { identifiers }: Pack): Promise<boolean> {
  const number = canonicalIdentifier(voucherNo, identifiers.voucher);
  const used = /^[\p{L}\d]{1,40}$/u.test(number) ? await reader.get(`vouchers/${number}`) : null;
  return number === '' || (used !== null && used.data['refundId'] !== refundId);
}

async function isSerialUsed(reader: Reader, refundId: RefundId, cardSerial: string): Promise<boolean> {
  const [paid, asked] = await Promise.all([
    /^[A-Za-z0-9-]{4,40}$/.test(cardSerial) ? reader.get(`rechargeCards/${cardSerial}`) : null,
    reader.query({ collection: 'refunds', where: [['cardSerial', '==', cardSerial]], limit: 20 }),
  ]);
  const others = asked.map((document) => refundFromStored(document.id, document.data)).filter(({ id }) => id !== refundId);
  return (paid !== null && paid.data['refundId'] !== refundId) || others.some(({ state }) => !['requested', 'refused', 'withdrawn'].includes(state));
}
