import { randomUUID } from 'node:crypto';
import { type Firestore, Timestamp } from 'firebase-admin/firestore';
import type { DueResult } from '../../functions/src/journal/due-pages.ts';
import { plain } from './books.ts';
import type { TestCity, TestHost } from './city.ts';
import { act, takeIn, type Wanted } from './recorder.ts';
import { takeDueSteps } from './delivering.ts';

/** A moment in the operator's zone. */
export function shanghai(moment: string): number {
  return Date.parse(`${moment}+08:00`);
}

/** Runs what the schedule does about complaints, as an instance of its own at a moment. */
export async function runSteps(city: TestCity, atMs: number, host: TestHost = city.newHost()): Promise<DueResult & { host: TestHost }> {
  host.clockMs = atMs;
  return { ...(await takeDueSteps(host)), host };
}

/** What a complaint holds, moments in milliseconds. */
export async function complaintOf(city: TestCity, id: string): Promise<Record<string, unknown>> {
  return plain((await city.firestore.doc(`complaints/${id}`).get()).data() ?? {});
}

/** The entries that the schedule left in a complaint's journal: `id`, and what it says. */
export async function stepsOf(city: TestCity, id: string): Promise<Record<string, Record<string, unknown>>> {
  const entries = await city.firestore.collection(`complaints/${id}/journal`).where('type', '==', 'takeStep').get();
  return Object.fromEntries(entries.docs.map((entry) => [entry.id, entry.get('payload') as Record<string, unknown>]));
}

interface Digest {
  uid: string;
  id: string;
  kind: string;
  complaintId: string | null;
  counts: Record<string, number>;
  complaintIds: string[];
}

/** What the schedule has told people of its steps. */
export async function digestsIn(firestore: Firestore): Promise<Digest[]> {
  const items = await firestore.collectionGroup('items').get();
  return items.docs
    .filter(({ id }) => id.startsWith('steps-'))
    .map((item) => ({ ...(plain(item.data()) as Omit<Digest, 'uid' | 'id'>), uid: item.ref.parent.parent?.id ?? '', id: item.id }));
}

/** Takes away all complaints and notices, so that nothing of one test is due in another. */
export async function clearComplaints(firestore: Firestore): Promise<void> {
  const collections = ['complaints', 'inbox', 'deadLetters', 'status'].map((name) => firestore.collection(name));
  await Promise.all(collections.map((collection) => firestore.recursiveDelete(collection)));
}

/**
 * Copies of a complaint, each as if everything had happened so much later than to the one before; their ids in that order.
 *
 * @param spoil what is wrong with a copy, by its place.
 */
export async function copyComplaint(
  firestore: Firestore,
  modelId: string,
  count: number,
  apartMs = 0,
  spoil: (index: number) => Record<string, unknown> = () => ({}),
): Promise<string[]> {
  const model = (await firestore.doc(`complaints/${modelId}`).get()).data() ?? {};
  const ids = Array.from({ length: count }, () => randomUUID());
  const writer = firestore.bulkWriter();
  ids.forEach((id, index) => void writer.create(firestore.doc(`complaints/${id}`), { ...later(model, index * apartMs), ...spoil(index) }));
  await writer.close();
  return ids;
}

function later(model: Record<string, unknown>, byMs: number): Record<string, unknown> {
  const { clocks, nextDueAt, dueAt } = model as { clocks: Record<string, unknown>; nextDueAt: Timestamp; dueAt: Timestamp };
  const moved = Object.entries(clocks).map(([name, value]) => [name, name.endsWith('AtMs') ? Number(value) + byMs : value]);
  const plan = (clocks['plan'] as { atMs: number }[]).map((step) => ({ ...step, atMs: step.atMs + byMs }));
  const shift = (at: Timestamp): Timestamp => Timestamp.fromMillis(at.toMillis() + byMs);
  return { ...model, clocks: { ...Object.fromEntries(moved), plan }, nextDueAt: shift(nextDueAt), dueAt: shift(dueAt) };
}

/** A complaint that was recorded on the city's Friday at 08:59, unless said otherwise, and accepted a minute later by whoever has it. */
export async function acceptedComplaint(city: TestCity, wanted: Wanted = {}): Promise<{ id: string; handlerUid: string; statusId: string }> {
  const { id, recording } = await takeIn(city, wanted);
  const handlerUid = String((await complaintOf(city, id))['handlerUid']);
  const { outcome } = await act(city, id, handlerUid, { type: 'accept' });
  if (outcome !== 'applied') throw new Error(`${handlerUid} could not accept: ${String(outcome)}.`);
  return { id, handlerUid, statusId: recording.statusId };
}

/** Who was told of steps, and what: `uid: kind`, in no order. */
export async function toldOfSteps(city: TestCity): Promise<string[]> {
  return (await digestsIn(city.firestore)).map(({ uid, kind }) => `${uid}: ${kind}`).sort();
}
