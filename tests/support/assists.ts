import { randomUUID } from 'node:crypto';
import { type Assist, assistFromStored } from '@shouwen/domain/assist/assist';
import type { AssistCommand } from '@shouwen/domain/assist/command';
import { Timestamp } from 'firebase-admin/firestore';
import { plain } from './books.ts';
import { morningMs, type TestCity, type TestHost } from './city.ts';
import { applyAssistEntry, receiveAssist } from './delivering.ts';

/** An assist as somebody's phone creates it, written and not yet taken in. @returns its id. */
export async function writeAssist(city: TestCity, complaintId: string, requesterUid: string, wanted: Record<string, unknown> = {}): Promise<string> {
  const { name, unitId, pack, audience } = city.staff(requesterUid);
  const id = randomUUID();
  const at = Timestamp.fromMillis(morningMs);
  await city.firestore.doc(`assists/${id}`).create({
    pack,
    packVersion: `${pack}-2026.1`,
    requesterUid,
    requesterName: name,
    requesterUnitId: unitId,
    capturedAt: at,
    clockOffsetMs: 0,
    receivedAt: at,
    state: 'requested',
    open: true,
    people: [requesterUid],
    audience,
    complaintId,
    toUnitId: 't-net',
    outside: null,
    question: '请核实该小区昨夜的基站告警',
    shares: ['what', 'category'],
    wantedAtMs: null,
    ...wanted,
  });
  return id;
}

export async function askAssist(city: TestCity, complaintId: string, requesterUid: string, wanted: Record<string, unknown> = {}): Promise<string> {
  const id = await writeAssist(city, complaintId, requesterUid, wanted);
  await receiveAssist(city.host, id);
  return id;
}

/** Puts an entry of an assist's journal into the database, pending. */
export async function writeAssistEntry(city: TestCity, assistId: string, uid: string, command: AssistCommand, host: TestHost = city.host): Promise<string> {
  const { type, ...payload } = command;
  const id = randomUUID();
  const at = Timestamp.fromMillis(host.clockMs);
  const actor = { kind: 'staff', uid, name: null, unitId: null };
  const entry = { type, payload, actor, after: null, capturedAt: at, clockOffsetMs: 0, receivedAt: at, outcome: 'pending' };
  await city.firestore.doc(`assists/${assistId}/journal/${id}`).create(entry);
  return id;
}

/** Does something about an assist, has it applied, and gives back what became of it. */
export async function actOnAssist(city: TestCity, assistId: string, uid: string, command: AssistCommand): Promise<Record<string, unknown>> {
  const id = await writeAssistEntry(city, assistId, uid, command);
  await applyAssistEntry(city.host, assistId, id);
  const { outcome, reason } = (await city.firestore.doc(`assists/${assistId}/journal/${id}`).get()).data() ?? {};
  return { outcome, ...(reason && { code: (reason as { code: string }).code }) };
}

export async function assistOf(city: TestCity, id: string): Promise<Assist> {
  return assistFromStored(id, (await city.firestore.doc(`assists/${id}`).get()).data() ?? {});
}

/** Who was told what about an assist: `uid: kind`, in no order. */
export async function toldOfAssist(city: TestCity, id: string): Promise<string[]> {
  const items = await city.firestore.collectionGroup('items').where('subject', '==', { collection: 'assists', id }).get();
  return items.docs.map((item) => `${item.ref.parent.parent?.id}: ${String(item.get('kind'))}`).sort();
}

/** All that is written about an assist, so that two runs can be compared. */
export async function assistBooks(city: TestCity, id: string): Promise<Record<string, unknown>> {
  const [assist, journal, told] = await Promise.all([
    city.firestore.doc(`assists/${id}`).get(),
    city.firestore.collection(`assists/${id}/journal`).get(),
    toldOfAssist(city, id),
  ]);
  return { assist: plain(assist.data() ?? null), journal: Object.fromEntries(journal.docs.map((entry) => [entry.id, plain(entry.data())])), told };
}
