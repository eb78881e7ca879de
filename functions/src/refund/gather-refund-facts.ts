import type { RefundId } from '@shouwen/domain/kernel/brand';
import type { Complaint } from '@shouwen/domain/complaint/complaint';
import { complaintFromStored } from '@shouwen/domain/complaint/stored';
import { closureFromStored } from '@shouwen/domain/closure/closure';
import type { Account } from '@shouwen/domain/ledger/account';
import type { Staff } from '@shouwen/domain/organisation/staff';
import type { Pack } from '@shouwen/domain/policy/pack';
import { canonicalPayment } from '@shouwen/domain/ledger/canonical-payment';
import { workOutChain } from '@shouwen/domain/refund/chain';
import type { RefundCommand, RefundSystemCommand } from '@shouwen/domain/refund/command';
import { earlierRequests } from '@shouwen/domain/refund/cumulate';
import type { RefundFacts } from '@shouwen/domain/refund/refund-facts';
import type { AccountFacts } from '@shouwen/domain/refund/destination';
import { type Refund, type RefundGrounds, refundFromStored } from '@shouwen/domain/refund/refund';
import { readKey } from '../customer/complaint-key.ts';
import { readStaff } from '../organisation/read-staff.ts';
import type { Host } from '../host.ts';
import { findAccount, readAccount } from '../ledger/posting-writes.ts';
import { readPages } from '../ledger/read-pages.ts';
import type { Reader } from '../store.ts';
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
  const [pack, units] = await Promise.all([readRules(host, reader, asked, command), host.reference.units()]);
  const accounts = await readAccounts(reader, asked, command, pack);
  const refund = { ...asked, ...canonicalPayment(asked, pack.identifiers, accounts?.account?.accountNo ?? null) };
  const customer = namesAccount(command) ? await readCustomer(host, reader, refund) : null;
  const basis = command.type === 'receive' ? await readGrounds(reader, refund, customer) : refund.basis;
  const known = typeof basis === 'string' ? null : basis;
  const [requester, others, isCardUsed, executorUids] = await Promise.all([
    readStaff(reader, refund.requesterUid),
    known ? readOthers(reader, { ...refund, basis: known }) : [],
    refund.form === 'rechargeCard' && refund.cardSerial !== null ? isSerialUsed(reader, refund.id, refund.cardSerial) : false,
    concernsExecutors(command) ? readExecutors(reader, units, refund.pack) : [],
  ]);
  const earlier = earlierRequests({ ...refund, basis: known }, others, pack);
  const posts = requester && (needsChain(command) || isLateRefusal(refund, command)) ? await readPosts(reader, requester, refund, pack, units) : [];
  const wasAsked = command.type === 'reworkChain' && refund.steps.length > 0;
  const question = requester && needsChain(command) ? { requester, cumulatedFen: refund.amountFen + earlier.fen, pack, units, staff: posts, wasAsked } : null;
  const staff = await readPeople(reader, refund, [requester, actor, ...posts]);
  return {
    pack,
    units,
    staff,
    earlierFen: earlier.fen,
    earlierIds: earlier.ids,
    chain: question && workOutChain(question),
    basis,
    accounts,
    isCustomersAccount: customer !== null && accounts?.account?.contactKey === customer.ofAccounts,
    isCardUsed,
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

/** What stands for a customer among refunds and among accounts. */
interface CustomerKeys {
  ofRefunds: string;
  ofAccounts: string;
}

/**
 * REF-4 asks for all of a customer's refunds, so nothing is decided while some of them still hold another key. Where nobody knows who complained, the complaint
 * stands for them.
 *
 * @throws Error until all keys have been moved, and while the deployment has another secret; the request waits.
 */
async function readCustomer(host: Host, reader: Reader, { pack, complaintId }: Refund): Promise<CustomerKeys | null> {
  if (complaintId === null || !/^[A-Za-z0-9-]{1,36}$/.test(complaintId)) return null;
  const keys = await host.keys.of(pack);
  if (!keys?.areMoved) throw new Error(`the keys of ${pack} are not ready`);
  const contactKey = (await readKey(reader, complaintId)) ?? complaintId;
  return { ofRefunds: keys.within('refunds', contactKey), ofAccounts: keys.within('accounts', contactKey) };
}

function needsChain(command: Question['command']): boolean {
  return ['receive', 'amend', 'reworkChain', 'applyPolicy', 'refreshHolders', 'stepDue'].includes(command.type);
}

function concernsExecutors(command: Question['command']): boolean {
  return command.type === 'approve' || command.type === 'stepDue' || needsChain(command);
}

/** REF-1: the complaint with its confirmed cause, as far as it is the requester's business. */
async function readGrounds(reader: Reader, refund: Refund, customer: CustomerKeys | null): Promise<RefundFacts['basis']> {
  const path = refund.complaintId;
  const [stored, requester] = await Promise.all([
    path !== null && /^[A-Za-z0-9-]{1,36}$/.test(path) ? reader.get(`complaints/${path}`) : null,
    readStaff(reader, refund.requesterUid),
  ]);
  if (!stored || !requester || !customer) return 'complaintUnknown';
  const complaint = complaintFromStored(stored.id, stored.data);
  const concerns = complaint.people.includes(requester.uid) || complaint.audience.includes(requester.unitId);
  if (complaint.pack !== refund.pack || !concerns) return 'complaintUnknown';
  return complaint.cause === null ? 'causeNotConfirmed' : groundsOf(complaint, complaint.cause, customer);
}

function groundsOf(complaint: Complaint, cause: NonNullable<Complaint['cause']>, customer: CustomerKeys): RefundGrounds {
  return {
    complaintNumber: complaint.number,
    category: complaint.category,
    tier: complaint.tier,
    customerKey: customer.ofRefunds,
    customerMasked: complaint.contactMasked,
    causeText: cause.text,
    causeEvidence: cause.evidence,
  };
}

/**
 * REF-4: by complaint, by customer and by account, so that neither another category nor another contact number nor another colleague makes a sum look
 * smaller; all of them, so that none is hidden behind many small ones.
 */
async function readOthers(reader: Reader, { complaintId, accountNo, basis }: Refund): Promise<Refund[]> {
  const found: Refund[] = [];
  const read = (field: string, value: string | null | undefined) =>
    typeof value === 'string'
      ? readPages(reader, { collection: 'refunds', where: [[field, '==', value]] }, ({ id, data }) => found.push(refundFromStored(id, data)))
      : null;
  await Promise.all([read('complaintId', complaintId), read('basis.customerKey', basis?.customerKey), read('accountNo', accountNo)]);
  return found;
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

async function isSerialUsed(reader: Reader, refundId: RefundId, cardSerial: string): Promise<boolean> {
  const [paid, asked] = await Promise.all([
    /^[A-Za-z0-9-]{4,40}$/.test(cardSerial) ? reader.get(`rechargeCards/${cardSerial}`) : null,
    reader.query({ collection: 'refunds', where: [['cardSerial', '==', cardSerial]], limit: 20 }),
  ]);
  const others = asked.map((document) => refundFromStored(document.id, document.data)).filter(({ id }) => id !== refundId);
  return (paid !== null && paid.data['refundId'] !== refundId) || others.some(({ state }) => !['requested', 'refused', 'withdrawn'].includes(state));
}
