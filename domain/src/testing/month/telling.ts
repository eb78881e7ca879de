import { dayMs, hourMs, minuteMs, wallClockOf } from '../../calendar/day.ts';
import type { Complaint } from '../../complaint/complaint.ts';
import type { ComplaintEvent } from '../../complaint/event.ts';
import { decideSending, type SendingFacts } from '../../outreach/decide-sending.ts';
import { isPending, type Message } from '../../outreach/message.ts';
import { afterAnswer, afterDecision, afterReceipt, type SendingAnswer, whatItTells } from '../../outreach/message-fate.ts';
import { messagesOf, newMessage } from '../../outreach/messages-of.ts';
import { numberRecordOf, withSent } from '../../outreach/number-record.ts';
import { telecom } from '../organisation.ts';
import { act } from './apply.ts';
import { Died } from './commit.ts';
import { failure } from './watch-change.ts';
import { note, storedIn, type World } from './world.ts';

const { outreach, clocks } = telecom;

/** TEL-1: what follows from a commit is written with it, and each cause has one message. */
export function writeMessages(world: World, before: Complaint, after: Complaint, events: readonly ComplaintEvent[]): void {
  if (outreach === null) return;
  for (const cause of messagesOf(before, after, events, outreach)) {
    const message = newMessage(cause, after, telecom, outreach, world.nowMs);
    if (world.messages.has(message.id)) throw failure(world, storedIn(world, after.id), `message ${message.id} is there already`);
    keep(world, message);
  }
}

function keep(world: World, message: Message): void {
  world.messages.set(message.id, message);
  if (message.nextDueAtMs !== null) plan(world, message.nextDueAtMs, () => send(world, message.id));
}

function plan(world: World, atMs: number, work: () => void): void {
  if (atMs <= world.restUntilMs) world.agenda.add(Math.max(atMs, world.nowMs), work);
}

/** What a sender does: decides, leases, asks the centre, and writes what it says. It may die in between, and the answer may be lost. */
function send(world: World, id: string): void {
  const message = world.messages.get(id);
  if (outreach === null || !message || !isPending(message) || (message.nextDueAtMs ?? 0) > world.nowMs) return;
  const facts = factsOf(world, message);
  const leased = afterDecision(message, decideSending(message, facts), world.nowMs, outreach);
  if (leased.state === 'skipped') note(world, `message skipped ${leased.reason ?? ''}`);
  const again = (): void => send(world, id);
  if (leased.state !== 'sending') return settle(world, message, leased, again);
  const customer = customerOf(world, message);
  const record = world.numbers.get(customer) ?? numberRecordOf(customer, telecom.id, null);
  world.numbers.set(customer, withSent(record, message, world.nowMs));
  keep(world, leased);
  if (world.hasFaults && world.chance.percent(2)) return note(world, 'sender died');
  settle(world, leased, afterAnswer(leased, askCentre(world, leased), world.nowMs, outreach), again);
}

function factsOf(world: World, message: Message): SendingFacts {
  const { complaint } = storedIn(world, message.complaintId);
  const customer = customerOf(world, message);
  const closedAtMs = world.movedNumbers.get(customer);
  return {
    nowMs: world.nowMs,
    complaint,
    phoneKind: 'mobile',
    record: world.numbers.get(customer) ?? numberRecordOf(customer, telecom.id, null),
    accounts: closedAtMs === undefined ? [] : [{ state: 'closed', closedAtMs }],
    quietHours: clocks.quietHours,
    rules: outreach ?? never(),
    isPaused: false,
  };
}

function never(): never {
  throw new Error('the pack says nothing of messages');
}

function customerOf(world: World, { complaintId }: Message): string {
  return storedIn(world, complaintId).complaint.contactLast4;
}

/** The centre sends each key once, whatever it is asked; now and then it is away for hours, or its answer is lost before or after. */
function askCentre(world: World, message: Message): SendingAnswer {
  const { chance, hasFaults } = world;
  const isAway = world.nowMs < world.centreAwayUntilMs;
  if (hasFaults && !isAway && chance.percent(1)) world.centreAwayUntilMs = world.nowMs + chance.below(6) * hourMs;
  if (isAway || (hasFaults && chance.percent(3))) return { outcome: 'unknown' };
  if (hasFaults && chance.percent(1)) return { outcome: 'rejected', code: 'blocked', permanent: true };
  if (!world.sentKeys.has(message.id)) goOut(world, message);
  if (hasFaults && chance.percent(3)) return { outcome: 'unknown' };
  return { outcome: 'accepted', providerId: message.id };
}

/** TEL-2, TEL-3, TEL-4: at the moment at which a customer's phone rings. */
function goOut(world: World, message: Message): void {
  const stored = storedIn(world, message.complaintId);
  const customer = customerOf(world, message);
  const hour = Number(wallClockOf(world.nowMs).slice(11, 13));
  const movedAtMs = world.movedNumbers.get(customer) ?? Number.POSITIVE_INFINITY;
  const startMs = stored.complaint.clocks?.startAtMs ?? 0;
  if (hour >= 22 || hour < 8) throw failure(world, stored, `${message.id} went out at night`);
  if (['withdrawn', 'merged', 'outOfScope'].includes(stored.complaint.state)) throw failure(world, stored, `${message.id} went out after its reason had gone`);
  if (world.optedOut.has(customer)) throw failure(world, stored, `${message.id} went to somebody who wants none`);
  if (movedAtMs <= world.nowMs && movedAtMs >= startMs) throw failure(world, stored, `${message.id} went to a number that is somebody else’s`);
  world.sentKeys.add(message.id);
  note(world, 'message sent');
  const { chance } = world;
  if (chance.percent(80)) planReceipt(world, message, chance.percent(95) ? 'delivered' : 'failed');
  if (chance.percent(2)) plan(world, world.nowMs + chance.below(dayMs), () => optOut(world, customer));
  if (chance.percent(2)) plan(world, world.nowMs + chance.below(3 * dayMs), () => void world.movedNumbers.set(customer, world.nowMs));
}

function optOut(world: World, customer: string): void {
  const record = world.numbers.get(customer) ?? numberRecordOf(customer, telecom.id, null);
  world.numbers.set(customer, { ...record, optOut: { way: 'reply', atMs: world.nowMs, byUid: null } });
  world.optedOut.add(customer);
}

/** Receipts come late and twice, and now and then before the answer. */
function planReceipt(world: World, { id }: Message, outcome: 'delivered' | 'failed'): void {
  const apply = (): void => {
    const before = world.messages.get(id);
    if (before) settle(world, before, afterReceipt(before, { outcome, code: null, atMs: world.nowMs }, world.nowMs), apply);
    note(world, `message ${outcome}`);
  };
  for (let times = world.chance.percent(10) ? 2 : 1; times > 0; times -= 1) plan(world, world.nowMs + world.chance.below(20) * minuteMs, apply);
}

/** Message and complaint are written together: whoever dies has written neither, and it is done again. */
function settle(world: World, before: Message, after: Message, again: () => void): void {
  if (after === before) return;
  const outcome = whatItTells(before, after);
  const isAnswer = after.kind === 'answered';
  try {
    if (outcome === 'failed' || (outcome === 'accepted' && isAnswer))
      act(world, after.complaintId, () => ({ type: 'noteMessage', outcome, isAnswer, run: after.run }));
    keep(world, after);
  } catch (error) {
    if (!(error instanceof Died)) throw error;
    plan(world, world.nowMs + 5 * minuteMs, again);
  }
}

/** TEL-5: at the end each answer is known to have been told or stands in the list of those that nobody knows of; no message waits for ever. */
export function faultOfTelling(world: World): { complaintId: string; fault: string } | null {
  const perComplaint = new Map<string, number>();
  for (const message of world.messages.values()) {
    const { complaintId, id, kind, run, state } = message;
    if (isPending(message) && (message.nextDueAtMs ?? 0) <= world.restUntilMs) return { complaintId, fault: `${id} waits for ever` };
    if (world.sentKeys.has(id)) perComplaint.set(complaintId, (perComplaint.get(complaintId) ?? 0) + 1);
    const { complaint } = storedIn(world, complaintId);
    const isTold = complaint.told !== null || complaint.reopenCount !== run || !['answered', 'closed'].includes(complaint.state);
    const isListed = complaint.state === 'answered' || ['failed', 'expired', 'skipped'].includes(state);
    if (kind === 'answered' && !isTold && !isListed) return { complaintId, fault: `of ${id} nobody knows whether it was told` };
  }
  const counts = [...perComplaint.values()].sort((one, other) => one - other);
  const median = counts[Math.floor(counts.length / 2)] ?? 0;
  return median > 3 ? { complaintId: [...perComplaint.keys()][0] ?? '', fault: `customers get ${median} messages` } : null;
}
