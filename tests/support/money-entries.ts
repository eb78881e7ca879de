import { randomUUID } from 'node:crypto';
import { type Closure, closureFromStored } from '@shouwen/domain/closure/closure';
import type { ClosureCommand } from '@shouwen/domain/closure/command';
import { type Account, accountFromStored } from '@shouwen/domain/ledger/account';
import type { RefundCommand } from '@shouwen/domain/refund/command';
import { type Refund, refundFromStored } from '@shouwen/domain/refund/refund';
import { type Firestore, Timestamp } from 'firebase-admin/firestore';
import { Moment } from '@shouwen/domain/kernel/rest-value';
import type { TestCity, TestHost } from './city.ts';
import { commitAsClient } from './recorder.ts';
import { applyClosureEntry, applyRefundEntry } from './delivering.ts';

/** What whoever decides saw of the request. */
type Pins = Pick<Refund, 'seq' | 'amountFen' | 'packVersion'>;
type WithoutPins<Command> = Command extends Pins ? Omit<Command, keyof Pins> : Command;
/** A command without what it pins: a test that decides about what is there need not say it. */
export type RefundAct = WithoutPins<Exclude<RefundCommand, { type: 'execute' }>> | ExecuteAct;
type ExecuteAct = { type: 'execute' } & Partial<Pick<Extract<RefundCommand, { type: 'execute' }>, 'cash'>>;

const pinning: readonly RefundCommand['type'][] = ['approve', 'refuse', 'askMore', 'handToDeputy', 'execute', 'reverse'];

interface ActOptions {
  id?: string;
  /** What they saw, where that is not how things are. */
  seen?: Partial<Pins>;
  /** The instance of the functions that applies it; the city's own unless a test says otherwise. */
  host?: TestHost;
}

/** Puts an entry of a refund's journal into the database, pending. */
export async function writeRefundEntry(
  city: TestCity,
  refundId: string,
  uid: string,
  act: RefundAct,
  { id = randomUUID(), seen = {} }: ActOptions = {},
): Promise<string> {
  const command = await pinned(city, refundId, act, seen);
  await city.firestore.doc(`refunds/${refundId}/journal/${id}`).create(pendingEntry(city, uid, command));
  return id;
}

/** Decides about a refund as it stands, has that applied, and gives back what became of it. */
export async function actOnRefund(city: TestCity, refundId: string, uid: string, act: RefundAct, options: ActOptions = {}): Promise<Record<string, unknown>> {
  const id = await writeRefundEntry(city, refundId, uid, act, options);
  await applyRefundEntry(options.host ?? city.host, refundId, id);
  return moneyOutcome(city, `refunds/${refundId}/journal/${id}`);
}

/** Decides the way a phone does: over REST, checked by the rules. @returns the path of the entry. */
export async function actOnRefundAsClient(city: TestCity, refundId: string, uid: string, act: RefundAct, { id = randomUUID(), seen = {} }: ActOptions = {}) {
  const { type, ...payload } = await pinned(city, refundId, act, seen);
  const path = `refunds/${refundId}/journal/${id}`;
  const actor = { kind: 'staff', uid, name: null, unitId: null };
  const fields = { type, payload, actor, after: null, capturedAt: new Moment(Date.now()), clockOffsetMs: 0, outcome: 'pending' };
  await commitAsClient(city, uid, [{ path, fields, requestTime: ['receivedAt'] }]);
  return path;
}

/** Puts an entry of a closure's journal into the database, pending. */
export async function writeClosureEntry(city: TestCity, closureId: string, uid: string, command: ClosureCommand, id: string = randomUUID()): Promise<string> {
  await city.firestore.doc(`closures/${closureId}/journal/${id}`).create(pendingEntry(city, uid, command));
  return id;
}

/** Says something about a closure the way a phone does. @returns the path of the entry. */
export async function actOnClosureAsClient(city: TestCity, closureId: string, uid: string, { type, ...payload }: ClosureCommand): Promise<string> {
  const path = `closures/${closureId}/journal/${randomUUID()}`;
  const actor = { kind: 'staff', uid, name: null, unitId: null };
  const fields = { type, payload, actor, after: null, capturedAt: new Moment(Date.now()), clockOffsetMs: 0, outcome: 'pending' };
  await commitAsClient(city, uid, [{ path, fields, requestTime: ['receivedAt'] }]);
  return path;
}

/** The same for a closure. */
export async function actOnClosure(
  city: TestCity,
  closureId: string,
  uid: string,
  command: ClosureCommand,
  options: Pick<ActOptions, 'id' | 'host'> = {},
): Promise<Record<string, unknown>> {
  const id = await writeClosureEntry(city, closureId, uid, command, options.id);
  await applyClosureEntry(options.host ?? city.host, closureId, id);
  return moneyOutcome(city, `closures/${closureId}/journal/${id}`);
}

/** What became of an entry: outcome, the reason of a refusal, the step that it was. */
export async function moneyOutcome({ firestore }: TestCity, path: string): Promise<Record<string, unknown>> {
  const { outcome, reason, seq } = (await firestore.doc(path).get()).data() ?? {};
  return { outcome, ...(reason === undefined ? {} : { reason }), ...(seq === undefined ? {} : { seq }) };
}

export async function refundOf({ firestore }: { firestore: Firestore }, id: string): Promise<Refund> {
  return refundFromStored(id, await existing(firestore, `refunds/${id}`));
}

export async function closureOf({ firestore }: { firestore: Firestore }, id: string): Promise<Closure> {
  return closureFromStored(id, await existing(firestore, `closures/${id}`));
}

export async function accountOf({ firestore }: { firestore: Firestore }, accountNo: string): Promise<Account> {
  return accountFromStored(accountNo, await existing(firestore, `accounts/${accountNo}`));
}

async function existing(firestore: Firestore, path: string): Promise<Record<string, unknown>> {
  const stored = (await firestore.doc(path).get()).data();
  if (!stored) throw new Error(`There is no ${path}.`);
  return stored;
}

async function pinned(city: TestCity, refundId: string, act: RefundAct, seen: Partial<Pins>): Promise<{ type: string } & Record<string, unknown>> {
  if (!pinning.includes(act.type)) return act;
  const { seq, amountFen, packVersion, form } = await refundOf(city, refundId);
  // Cash changes hands with what the clerk takes down; a test about that says it itself.
  const cash =
    act.type === 'execute' && form === 'cash'
      ? { cash: { payee: '王小明', shownPaper: 'idCard', voucherNo: `V${randomUUID().slice(0, 13)}`, isSigned: true } }
      : {};
  return { ...(act.type === 'execute' ? { cash: null } : {}), ...cash, ...act, seq, amountFen, packVersion, ...seen };
}

function pendingEntry(city: TestCity, uid: string, { type, ...payload }: { type: string } & Record<string, unknown>) {
  const now = Timestamp.fromMillis(city.host.nowMs());
  const actor = { kind: 'staff', uid, name: null, unitId: null };
  return { type, payload, actor, after: null, capturedAt: now, clockOffsetMs: 0, receivedAt: now, outcome: 'pending' };
}
