import type { Complaint } from '@shouwen/domain/complaint/complaint';
import { complaintFromStored } from '@shouwen/domain/complaint/stored';
import { readableOrNull } from '@shouwen/domain/kernel/state-document';
import { accountFromStored } from '@shouwen/domain/ledger/account';
import { decideSending, type SendingFacts } from '@shouwen/domain/outreach/decide-sending';
import { isPending, type Message, messageFromStored } from '@shouwen/domain/outreach/message';
import { afterAnswer, afterDecision, type SendingAnswer } from '@shouwen/domain/outreach/message-fate';
import { segmentsOf, textOf, wholeText } from '@shouwen/domain/outreach/message-text';
import { withSent } from '@shouwen/domain/outreach/number-record';
import type { OutreachRules } from '@shouwen/domain/policy/outreach-rules';
import type { Pack } from '@shouwen/domain/policy/pack';
import type { Host, OperatorKeys } from '../host.ts';
import { storedMessage } from '../outreach/message-writes.ts';
import type { Outreach, OutreachOrder } from '../outreach/outreach.ts';
import { ChangedMeanwhile, type Reader, type StoredDocument, type Transaction, type Version } from '../store.ts';
import { save, type Write } from '../transaction/write.ts';
import { noteOnComplaint } from './note-on-complaint.ts';
import { numberRecordWrite, readContact, type ReadContact, readNumberRecord } from './number-of.ts';
import { isPaused } from './pause.ts';

const mostAccounts = 10;

/**
 * Sends a message that is due: decides in one transaction whether it may still go, and takes it for itself; asks the centre; and writes what came of it in another. Whoever dies in
 * between leaves it to the schedule, which asks again under the same key once the lease is over. Early, late, twice or beside itself, the customer gets it once (TEL-2).
 *
 * @param known the message as its creation event or the schedule's query brought it: a precondition notices if it has changed since.
 * @returns whether anything was done about it.
 */
export async function sendMessage(host: Host, path: string, known?: StoredDocument): Promise<boolean> {
  const { outreach } = host;
  if (outreach === null) return false;
  const leased = await lease(host, outreach, path, known);
  if (leased === 'nothing') return false;
  if (leased === 'decided') return true;
  const answer = await outreach.send(leased.order);
  await host.store.transaction((transaction) => book(host, transaction, path, leased.rules, answer));
  return true;
}

interface Leased {
  order: OutreachOrder;
  rules: OutreachRules;
}

async function lease(host: Host, outreach: Outreach, path: string, known?: StoredDocument): Promise<Leased | 'decided' | 'nothing'> {
  try {
    return await host.store.transaction(async (transaction) => {
      const stored = known ?? (await transaction.get(path));
      const message = stored && messageFromStored(stored.id, stored.data);
      if (!message || !isPending(message) || message.nextDueAtMs === null || message.nextDueAtMs > host.nowMs()) return 'nothing';
      return decideAndLease(host, outreach, transaction, { message, path, version: known?.version });
    });
  } catch (error) {
    if (!known || !(error instanceof ChangedMeanwhile)) throw error;
    return lease(host, outreach, path);
  }
}

interface Due {
  message: Message;
  path: string;
  version: Version;
}

async function decideAndLease(host: Host, outreach: Outreach, transaction: Transaction, { message, path, version }: Due): Promise<Leased | 'decided'> {
  const { pack, facts, contact } = await gather(host, transaction, message);
  const { rules, record, complaint, nowMs } = facts;
  const sending = decideSending(message, facts);
  const decided = afterDecision(message, sending, nowMs, rules);
  const text = complaint && contact.phone && sending.do === 'send' && { ...textOf(message, { complaint, pack, ...outreach, ...contact }, rules) };
  const after = text ? { ...decided, segments: segmentsOf(wholeText(text)) } : decided;
  const counted: Write[] = text && record ? [numberRecordWrite(host, withSent(record, message, nowMs))] : [];
  const noted = await noteOnComplaint({ host, reader: transaction }, message, after, complaint);
  save(transaction, [{ do: 'update', path, content: storedMessage(host, after), unchangedSince: version }, ...counted, ...noted]);
  if (!text || !contact.phone) return 'decided';
  return { rules, order: { id: message.id, to: contact.phone.number, ...text, validUntilMs: message.validUntilMs } };
}

interface Gathered {
  pack: Pack;
  facts: SendingFacts;
  contact: ReadContact;
}

/** All that a decision to send goes by, read inside the deciding transaction; number and link go no further than the order. */
async function gather(host: Host, reader: Reader, message: Message): Promise<Gathered> {
  const { complaintId, pack: packId, packVersion } = message;
  const [pack, keys, stored, contact, paused] = await Promise.all([
    host.reference.pack(packId, packVersion),
    host.keys.of(packId),
    reader.get(`complaints/${complaintId}`),
    readContact(reader, complaintId),
    isPaused(host, packId),
  ]);
  if (pack.outreach === null) throw new Error(`message ${message.id}: its version of the policy says nothing of messages`);
  const { phone } = contact;
  const [record, accounts] = await Promise.all([
    phone && readNumberRecord(reader, keys, packId, phone.number),
    phone && keys && pack.closures ? readAccounts(reader, message, keys, phone.number) : [],
  ]);
  const complaint: Complaint | null = stored && complaintFromStored(stored.id, stored.data);
  const facts = { nowMs: host.nowMs(), complaint, phoneKind: phone?.kind ?? null, record, accounts, quietHours: pack.clocks.quietHours, isPaused: paused };
  return { pack, contact, facts: { ...facts, rules: pack.outreach } };
}

/** TEL-3: the accounts that the number is known for, to notice that it is somebody else's by now. */
async function readAccounts(reader: Reader, { pack }: Message, keys: OperatorKeys, number: string): Promise<SendingFacts['accounts']> {
  const found = await reader.query({
    collection: 'accounts',
    where: [
      ['pack', '==', pack],
      ['contactKey', 'in', [keys.within('accounts', keys.ofPhone(number))]],
    ],
    limit: mostAccounts,
  });
  return found.flatMap(({ id, data }) => readableOrNull(accountFromStored, id, data) ?? []);
}

/** Writes what the centre has said, on the message as it is by now: a receipt may have come before the answer. */
async function book(host: Host, transaction: Transaction, path: string, rules: OutreachRules, answer: SendingAnswer): Promise<void> {
  const stored = await transaction.get(path);
  if (!stored) return;
  const before = messageFromStored(stored.id, stored.data);
  const after = afterAnswer(before, answer, host.nowMs(), rules);
  if (after === before) return;
  const noted = await noteOnComplaint({ host, reader: transaction }, before, after);
  save(transaction, [{ do: 'update', path, content: storedMessage(host, after) }, ...noted]);
}
