import { useMemo } from 'react';
import { numberOf } from '@shouwen/domain/kernel/number';
import { base64Of } from '@shouwen/domain/kernel/rest-value';
import { clockOffsetMs, phoneNowMs } from '../device/clock.ts';
import type { ShrunkPhoto } from '../device/shrunk-photo.ts';
import { useStore } from '../device/use-store.ts';
import { closeDatabase } from '../storage/local-database.ts';
import { type Outbox, type OutboxItem, outboxOf } from './outbox-snapshot.ts';
import type { NewContent, NewItem, PhotoContent } from './contents.ts';
import { addItems, destroyOwned, openRow, ownRows, removeItem, renewRow } from './outbox-queue.ts';
import { askForBackgroundSync, sendNow } from './outbox-schedule.ts';
import { currentSession, SignedOut, useSession } from '../session/session.ts';

/**
 * The only queue of unsent work. Everything in it is on the phone's disk before any of these functions returns;
 * they throw StorageFailure when the phone cannot keep it, and what they throw for was not saved.
 */

/** Queues a new aggregate with what lies beside it and its photos, all or nothing; a draft with its id ends with it. */
export async function enqueueNew(collection: string, id: string, content: NewContent, photos: readonly ShrunkPhoto[] = []): Promise<void> {
  await enqueue([{ kind: 'aggregate', id, collection, aggregateId: id, content }, ...photos.map((photo) => photoItem(collection, id, photo))]);
}

/** Queues what someone does about an aggregate, and returns the entry's id. */
export async function enqueueEntry<Command extends { type: string }>(collection: string, aggregateId: string, command: Command): Promise<string> {
  const { type, ...payload } = command;
  const id = crypto.randomUUID();
  const content = { type, payload, capturedAtMs: phoneNowMs(), clockOffsetMs: clockOffsetMs() };
  await enqueue([{ kind: 'entry', id, collection, aggregateId, content }]);
  return id;
}

export async function enqueuePhotos(collection: string, aggregateId: string, photos: readonly ShrunkPhoto[]): Promise<void> {
  await enqueue(photos.map((photo) => photoItem(collection, aggregateId, photo)));
}

function photoItem(collection: string, aggregateId: string, { bytes, ...content }: ShrunkPhoto): NewItem {
  return { kind: 'photo', id: content.id, collection, aggregateId, content, bytes };
}

async function enqueue(items: readonly NewItem[]): Promise<void> {
  await addItems(ownerUid(), items);
  void askForBackgroundSync();
  void sendNow();
}

/** Everything unsent of the person who is signed in, with how much and since when. */
export function useOutbox(): Outbox {
  return useStore(outboxOf(useSession()?.staff.uid ?? null));
}

/** What is still on this phone of one aggregate, oldest first: shown in its timeline as not sent yet. */
export function usePendingFor(collection: string, aggregateId: string): OutboxItem[] {
  const { items } = useOutbox();
  return useMemo(() => items.filter((item) => item.aggregateId === aggregateId && item.collection === collection), [items, collection, aggregateId]);
}

/** A photo that waits to be sent, for showing; null when it has been sent meanwhile. */
export async function pendingPhoto(id: string): Promise<Blob | null> {
  const row = (await ownRows(ownerUid())).find((candidate) => candidate.id === id && candidate.kind === 'photo');
  if (!row) return null;
  const { content, bytes } = await openRow<PhotoContent>(row);
  return new Blob([bytes], { type: content.contentType });
}

/** How much someone has not sent: asked before a sign-out. */
export async function unsentCount(uid: string): Promise<number> {
  return (await ownRows(uid)).length;
}

/** Tries an item again as it is. */
export async function retry(id: string): Promise<void> {
  await renewRow(ownerUid(), id);
  await sendNow();
}

/** Deletes an item that will not be sent, an aggregate with everything that hangs on it. Whoever calls this has asked first. */
export async function discard(id: string): Promise<void> {
  await removeItem(ownerUid(), id);
}

/** Everything unsent as one readable file, photos included, so that work which the server refuses or a phone cannot send is not lost. */
export async function exportOutbox(): Promise<Blob> {
  const uid = ownerUid();
  const items = await Promise.all((await ownRows(uid)).map(exportedItem));
  const file = { product: 'Shouwen', exportedAt: new Date(phoneNowMs()).toISOString(), ownerUid: uid, items };
  return new Blob([JSON.stringify(file, null, 2)], { type: 'application/json' });
}

async function exportedItem(row: Awaited<ReturnType<typeof ownRows>>[number]): Promise<object> {
  const { id, kind, collection, aggregateId, state, reason, after } = row;
  const enqueuedAt = new Date(row.enqueuedAtMs).toISOString();
  const about = { kind, id, number: numberOf(aggregateId), collection, aggregateId, state, reason, after, enqueuedAt };
  const opened = await openRow<object>(row).catch(() => null);
  if (opened === null) return { ...about, content: null };
  return { ...about, content: opened.content, ...(kind === 'photo' ? { base64: base64Of(opened.bytes) } : {}) };
}

/** Destroys all that this person kept on the phone, the key first, and lets go of the database. Whoever calls this has warned of unsent work. */
export async function destroyOutbox(): Promise<void> {
  await destroyOwned(ownerUid());
  await closeDatabase();
}

function ownerUid(): string {
  const uid = currentSession()?.staff.uid;
  if (uid === undefined) throw new SignedOut();
  return uid;
}
