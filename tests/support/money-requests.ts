import { randomUUID } from 'node:crypto';
import type { StaffCommand } from '@shouwen/domain/complaint/command';
import type { Pack } from '@shouwen/domain/policy/pack';
import { Timestamp } from 'firebase-admin/firestore';
import { openAccount } from '../../tools/seed/city-accounts.ts';
import type { AccountRecord } from '../../tools/seed/city-files.ts';
import { Moment } from '@shouwen/domain/kernel/rest-value';
import { closureDocument, type ClosureWish, refundDocument, type RefundWish } from '../../tools/seed/money-documents.ts';
import { storedBooks } from '../../tools/seed/store-city.ts';
import type { TestCity } from './city.ts';
import { outletLadder } from './money-people.ts';
import { commitAsClient, newPhone, type Recorded, takeIn, type Wanted, write } from './recorder.ts';
import { accountVersion } from '@shouwen/domain/ledger/account';
import { actOnClosure, closureOf } from './money-entries.ts';
import { applyEntry, receiveClosure, receiveRefund } from './delivering.ts';

/** An account as a test wants it; what it leaves out is an open prepaid one with 100 yuan of cash. */
export interface WantedAccount extends Partial<Pick<AccountRecord, 'accountNo' | 'kind' | 'state' | 'phone'>> {
  /** Whose it is: the number that the customer's complaint is recorded with. */
  customerPhone?: string;
  openingFen?: Partial<AccountRecord['openingFen']>;
}

/** Whose accounts are that a test says nothing about: one person’s, so that money between them stays theirs. */
const oneHolder = newPhone();

/** Opens an account with its books. @returns its number, which no other account of any run has. */
export async function newAccount(city: TestCity, wanted: WantedAccount = {}): Promise<string> {
  const { accountNo = randomUUID().slice(0, 18), customerPhone = oneHolder, openingFen, ...rest } = wanted;
  const record: AccountRecord = {
    accountNo,
    customerPhone,
    kind: 'prepaid',
    state: 'open',
    openingFen: { cash: 10_000, rechargeCard: 0, promotional: 0, ...openingFen },
    ...rest,
  };
  const customer = { phone: customerPhone, name: '王小明', homeRegion: '320812' };
  const { account, postings } = openAccount(record, customer, packOf(city, 'telecom'), city.host.nowMs());
  const batch = city.firestore.batch();
  for (const [path, content] of storedBooks({ accounts: [account], postings })) batch.create(city.firestore.doc(path), content);
  await batch.commit();
  return accountNo;
}

/** What a cause is confirmed by where a test wants nothing else: words and a line of a bill. */
export const causeByBill = {
  type: 'confirmCause',
  text: '系统重复扣费。',
  evidence: '账单第二页。',
  photoId: null,
  bill: { period: '2026-10', item: '重复扣费', amountFen: 5000 },
} as const;

/**
 * A complaint whose cause has been confirmed on a bill (REF-1), so that money can be asked for: by its handler, or the head of the unit that has it, so that
 * whoever recorded it and asks for the money is somebody else.
 */
export async function complaintWithCause(city: TestCity, wanted: Wanted = {}): Promise<Recorded> {
  const recorded = await takeIn(city, { recorderUid: outletLadder.clerk, ...wanted });
  await confirmCause(city, recorded.id, await confirmerOf(city, recorded.id));
  return recorded;
}

type ConfirmCause = Extract<StaffCommand, { type: 'confirmCause' }>;

/** Has somebody confirm the cause of a complaint. */
export async function confirmCause(city: TestCity, complaintId: string, uid: string, proof: Partial<ConfirmCause> = {}): Promise<void> {
  await applyEntry(city.host, complaintId, await write(city, complaintId, uid, { ...causeByBill, ...proof }));
}

/** Who confirms a cause beside whoever recorded it: its handler, or the head who has it in the unit's pool. */
export async function confirmerOf(city: TestCity, complaintId: string): Promise<string> {
  const { handlerUid, poolHeadUid, ownerUid } = (await city.firestore.doc(`complaints/${complaintId}`).get()).data() ?? {};
  return String(handlerUid ?? poolHeadUid ?? ownerUid);
}

export interface AskOptions {
  id?: string;
  /** Who asks; the outlet's clerk unless a test says otherwise. */
  uid?: string;
  receivedAtMs?: number;
  /** What a wrong phone would have written instead. */
  spoilt?: Record<string, unknown>;
}

/** Puts a request into the database the way it lies there after a phone sent it, whatever the rules would have said; nothing takes it in yet. */
export function writeRefund(city: TestCity, complaintId: string, wish: Partial<RefundWish> = {}, options: AskOptions = {}): Promise<string> {
  return put(
    city,
    'refunds',
    refundOfPhone(city, complaintId, wish, options, (atMs) => Timestamp.fromMillis(atMs)),
    options,
  );
}

/** Asks for a refund and has it taken in, as its creation event would. */
export async function askForRefund(city: TestCity, complaintId: string, wish: Partial<RefundWish> = {}, options: AskOptions = {}): Promise<string> {
  const id = await writeRefund(city, complaintId, wish, options);
  await receiveRefund(city.host, id);
  return id;
}

/** Asks the way a phone does: over REST, checked by the rules. */
export async function askForRefundAsClient(city: TestCity, complaintId: string, wish: Partial<RefundWish> = {}, options: AskOptions = {}): Promise<string> {
  const now = { capturedAtMs: Date.now(), ...wish };
  return putAsClient(
    city,
    'refunds',
    refundOfPhone(city, complaintId, now, options, (atMs) => new Moment(atMs)),
    options,
  );
}

/** Puts a closure into the database; nothing closes the account yet. */
export function writeClosure(city: TestCity, wish: Pick<ClosureWish, 'accountNo'> & Partial<ClosureWish>, options: AskOptions = {}): Promise<string> {
  return put(
    city,
    'closures',
    closureOfPhone(city, wish, options, (atMs) => Timestamp.fromMillis(atMs)),
    options,
  );
}

/** Has an account closed, as the creation event of its closure would. */
export async function closeAccount(city: TestCity, wish: Pick<ClosureWish, 'accountNo'> & Partial<ClosureWish>, options: AskOptions = {}): Promise<string> {
  await makeTrue(city, wish);
  const id = await writeClosure(city, wish, options);
  await receiveClosure(city.host, id);
  await sayAsSecond(city, id);
  return id;
}

/** Has the customer's paper filed and the second word said, where it is waited for; by the outlet's manager, or the head where the manager has asked. */
export async function sayAsSecond(city: TestCity, id: string): Promise<void> {
  const { state, requesterUid, requesterUnitId } = await closureOf(city, id);
  if (state !== 'awaitingConfirmation') return;
  const by = city.staff(requesterUid);
  const atMs = city.host.nowMs();
  await city.firestore.doc(`closures/${id}`).update({ evidence: { paperMasked: 'idCard ****1234', byUid: by.uid, byName: by.name, atMs } });
  const manager = city.told.staff.find(({ uid, unitId, role }) => uid !== requesterUid && unitId === requesterUnitId && role === 'outletManager');
  const head = city.told.units.find((unit) => unit.id === city.told.units.find(({ id: unitId }) => unitId === requesterUnitId)?.parentId)?.headUid;
  const { seq } = await closureOf(city, id);
  await actOnClosure(city, id, manager?.uid ?? head ?? '', { type: 'confirm', seq }, { id: 'second-word' });
}

/** An account that is closed as owing or as run out owes or has run out, as billing says. */
async function makeTrue(city: TestCity, { kind, accountNo }: Pick<ClosureWish, 'accountNo'> & Partial<ClosureWish>): Promise<void> {
  if (kind === undefined || kind === 'asked') return;
  const account = city.firestore.doc(`accounts/${accountNo}`);
  if (!(await account.get()).exists) return;
  await account.update(
    kind === 'arrears' ? { isInArrears: true, schemaVersion: accountVersion } : { validUntilMs: city.host.nowMs() - 1, schemaVersion: accountVersion },
  );
}

/** Closes the way a phone does. */
export function closeAccountAsClient(city: TestCity, wish: Pick<ClosureWish, 'accountNo'> & Partial<ClosureWish>, options: AskOptions = {}): Promise<string> {
  return putAsClient(
    city,
    'closures',
    closureOfPhone(city, { capturedAtMs: Date.now(), ...wish }, options, (atMs) => new Moment(atMs)),
    options,
  );
}

type ToTimestamp = (atMs: number) => unknown;

function refundOfPhone(city: TestCity, complaintId: string, wish: Partial<RefundWish>, options: AskOptions, toTimestamp: ToTimestamp) {
  const requester = city.staff(options.uid ?? outletLadder.clerk);
  const whole: RefundWish = {
    complaintId,
    form: 'cash',
    accountNo: null,
    cardSerial: null,
    amountFen: 5000,
    calculation: null,
    reason: '重复扣费，应当退还。',
    capturedAtMs: city.host.nowMs(),
    ...wish,
  };
  return refundDocument(whole, requester, packOf(city, requester.pack), toTimestamp);
}

function closureOfPhone(city: TestCity, wish: Pick<ClosureWish, 'accountNo'> & Partial<ClosureWish>, options: AskOptions, toTimestamp: ToTimestamp) {
  const requester = city.staff(options.uid ?? outletLadder.clerk);
  const whole: ClosureWish = {
    kind: 'asked',
    identityChecked: true,
    cashChoice: 'transfer',
    targetAccountNo: null,
    capturedAtMs: city.host.nowMs(),
    ...wish,
  };
  return closureDocument(whole, requester, packOf(city, requester.pack), toTimestamp);
}

async function put(
  city: TestCity,
  collection: string,
  document: Record<string, unknown>,
  { id = randomUUID(), receivedAtMs, spoilt }: AskOptions,
): Promise<string> {
  const receivedAt = Timestamp.fromMillis(receivedAtMs ?? city.host.nowMs());
  await city.firestore.doc(`${collection}/${id}`).create({ ...document, receivedAt, ...spoilt });
  return id;
}

async function putAsClient(city: TestCity, collection: string, document: Record<string, unknown>, options: AskOptions): Promise<string> {
  const { id = randomUUID(), uid = outletLadder.clerk, spoilt } = options;
  await commitAsClient(city, uid, [{ path: `${collection}/${id}`, fields: { ...document, ...spoilt }, requestTime: ['receivedAt'] }]);
  return id;
}

function packOf(city: TestCity, id: string): Pack {
  const pack = city.told.packs.find((candidate) => candidate.id === id);
  if (!pack) throw new Error(`There is no pack ${id}.`);
  return pack;
}
