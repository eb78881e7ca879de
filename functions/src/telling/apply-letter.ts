import { hourMs } from '@shouwen/domain/calendar/day';
import type { Complaint } from '@shouwen/domain/complaint/complaint';
import { complaintFromStored } from '@shouwen/domain/complaint/stored';
import { maskPhone } from '@shouwen/domain/customer/mask';
import { maskNumbersInText } from '@shouwen/domain/customer/mask-numbers';
import { phoneOf } from '@shouwen/domain/customer/phone-number';
import { sha256Hex } from '@shouwen/domain/customer/contact-key';
import type { PackId } from '@shouwen/domain/kernel/brand';
import { readableOrNull } from '@shouwen/domain/kernel/state-document';
import { messagePath } from '@shouwen/domain/outreach/message';
import { newMessage } from '@shouwen/domain/outreach/messages-of';
import { type NumberRecord, toldSince } from '@shouwen/domain/outreach/number-record';
import { wantsNoMore } from '@shouwen/domain/outreach/reply-meaning';
import type { OutreachRules } from '@shouwen/domain/policy/outreach-rules';
import type { Pack } from '@shouwen/domain/policy/pack';
import { registeredPacks } from '@shouwen/domain/policy/pack-register';
import { decidingComplaint } from '../complaint/deciding-complaint.ts';
import type { Host } from '../host.ts';
import { decideOn } from '../journal/decide-on.ts';
import { storedMessage } from '../outreach/message-writes.ts';
import type { Preparing } from '../transaction/preparing.ts';
import { save, type Write } from '../transaction/write.ts';
import { optOutWrites, recordOfTyped } from './opt-out.ts';

/** As much of a reply as is kept: what customers say elsewhere has the same bound. */
const mostOfText = 1000;

/** What somebody has replied to a message. */
export interface Letter {
  /** The centre's own name for it: what is sent twice is said once. */
  id: string;
  from: string;
  text: string;
}

/**
 * Applies a reply for those operators who have written to that number, and for no other: what somebody says to one is none of another's business. Where none has, it lies with all of
 * them, because nobody knows whom it is meant for.
 */
export async function takeLetter(host: Host, letter: Letter): Promise<void> {
  const records = await Promise.all(registeredPacks.map((pack) => recordOfTyped({ host, reader: host.store }, pack, letter.from)));
  const wrote = registeredPacks.filter((_pack, index) => (records[index]?.sent.length ?? 0) > 0);
  for (const pack of wrote.length > 0 ? wrote : registeredPacks) await applyLetter(host, pack, letter);
}

/**
 * TEL-4: a reply of one of the words ends all messages to that number. Any other is what a customer says of their complaint where exactly one open one was told of lately; where there is none or more than
 * one, nobody guesses: it lies with the centre. It never reopens anything by itself.
 */
export async function applyLetter(host: Host, pack: PackId, letter: Letter): Promise<void> {
  await host.store.transaction(async (reader) => {
    const preparing = { host, reader };
    const path = `outreachLetters/${sha256Hex(`${pack}|${letter.id}`).slice(0, 40)}`;
    const [known, inForce, record] = await Promise.all([
      reader.get(path),
      host.reference.packInForce(pack, reader),
      recordOfTyped(preparing, pack, letter.from),
    ]);
    const rules = inForce.outreach;
    if (known || rules === null || record === null) return;
    save(reader, await writesOfLetter(preparing, { letter, record, rules, pack: inForce, path }));
  });
}

interface ReadLetter {
  letter: Letter;
  record: NumberRecord;
  rules: OutreachRules;
  pack: Pack;
  /** Where it is kept, so that it is read once. */
  path: string;
}

async function writesOfLetter(preparing: Preparing, read: ReadLetter): Promise<Write[]> {
  const { letter, record, rules } = read;
  const { host, reader } = preparing;
  const ids = toldSince(record, host.nowMs() - rules.replyWithinHours * hourMs);
  const stored = await Promise.all(ids.map((id) => reader.get(`complaints/${id}`)));
  const complaints = stored.flatMap((document) => (document ? (readableOrNull(complaintFromStored, document.id, document.data) ?? []) : []));
  if (wantsNoMore(letter.text, rules)) return [...keep(host, read, 'optOut', null), ...writesOfOptOut(preparing, read, complaints)];
  const open = complaints.filter((complaint) => complaint.open);
  const [only] = open;
  if (!only || open.length > 1) return keep(host, read, 'unclear', null);
  return [...keep(host, read, 'information', only.id), ...(await writesOfInformation(preparing, read, only))];
}

/** Numbers and the rest of what is personal do not stand in it in full (RET-2); what it was about, only where that is not on a complaint anyway. */
function keep(host: Host, { letter, path, pack }: ReadLetter, meaning: 'optOut' | 'unclear' | 'information', complaintId: string | null): Write[] {
  const text = meaning === 'unclear' ? boundedText(letter) : null;
  const number = phoneOf(letter.from)?.number ?? '';
  const content = { pack: pack.id, meaning, complaintId, text, fromMasked: maskPhone(number), receivedAt: host.timestamp(host.nowMs()) };
  return [{ do: 'create', path, content }];
}

function boundedText({ text }: Letter): string {
  return maskNumbersInText(text.trim()).slice(0, mostOfText);
}

/** They are told once that it is done, and where they can look themselves. */
function writesOfOptOut(preparing: Preparing, { record, rules, pack }: ReadLetter, complaints: readonly Complaint[]): Write[] {
  const { host } = preparing;
  const done = optOutWrites(preparing, record, { way: 'reply', byUid: null, isOut: true });
  const latest = complaints.toSorted((one, other) => other.capturedAtMs - one.capturedAtMs)[0];
  if (done.length === 0 || !latest) return done;
  const nowMs = host.nowMs();
  const message = newMessage({ kind: 'optOutDone', mark: String(nowMs), causeAtMs: nowMs }, latest, pack, rules, nowMs);
  return [...done, { do: 'create', path: messagePath(message), content: storedMessage(host, message) }];
}

async function writesOfInformation(preparing: Preparing, { letter, path }: ReadLetter, complaint: Complaint): Promise<Write[]> {
  const text = boundedText(letter);
  if (text === '') return [];
  const command = { type: 'addInformation' as const, text };
  const decided = await decideOn(preparing, decidingComplaint, { state: complaint, command, actor: { kind: 'customer' } });
  if (!decided.ok) return [];
  const at = preparing.host.timestamp(preparing.host.nowMs());
  const actor = { kind: 'customer', uid: null, name: null, unitId: null };
  const moments = { capturedAt: at, clockOffsetMs: 0, receivedAt: at };
  const entry = { type: 'addInformation', payload: { text }, actor, after: null, ...moments, saidBy: 'sms', outcome: 'applied', seq: decided.after.seq };
  return [...decided.writes, { do: 'create', path: `complaints/${complaint.id}/journal/customer-sms-${path.split('/')[1]?.slice(0, 20)}`, content: entry }];
}
