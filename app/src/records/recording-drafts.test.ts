import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { beforeEach, expect, test, vi } from 'vitest';
import { unsentComplaint } from '../platform/outbox/complaint-content.ts';
import { addItems, destroyOwned, ownRows, rejectRow } from '../platform/outbox/outbox-queue.ts';
import { aPhoto, aRecording, aShrunkPhoto, completeForm } from '../platform/outbox/unsent.fixture.ts';
import { addDraftPhoto, draftPhotos, forgetDraft } from '../platform/drafts/drafts.ts';
import { closeDatabase, StorageFailure, withDatabase } from '../platform/storage/local-database.ts';
import { draftFromOutbox, newDraft, ownDrafts, saveDraft } from './recording-drafts.ts';

beforeEach(async () => {
  await closeDatabase();
  globalThis.indexedDB = new IDBFactory();
});

const reopened = (): Promise<void> => closeDatabase();

test('a draft with its photos survives closing the app', async () => {
  const draft = newDraft({ ...completeForm, name: '' });
  const photo = aShrunkPhoto();
  await saveDraft('clerk', draft);
  await addDraftPhoto('clerk', draft.id, photo);
  await reopened();
  expect(await ownDrafts('clerk')).toEqual([{ ...draft, updatedAtMs: expect.any(Number) }]);
  expect(await draftPhotos('clerk', draft.id)).toEqual([photo]);
});

test('what is saved again takes the place of what was there', async () => {
  const draft = newDraft(completeForm);
  await saveDraft('clerk', draft);
  await saveDraft('clerk', { ...draft, form: { ...completeForm, what: '改' } });
  expect((await ownDrafts('clerk')).map(({ form }) => form.what)).toEqual(['改']);
});

test('another person neither sees nor opens it', async () => {
  await saveDraft('clerk', newDraft(completeForm));
  expect(await ownDrafts('other')).toEqual([]);
});

test('on the phone’s disk there is nothing to read', async () => {
  await saveDraft('clerk', newDraft(completeForm));
  const [row] = await withDatabase((database) => database.getAll('drafts'));
  expect(new TextDecoder('latin1').decode(row?.sealed.data)).not.toContain('13800001001');
});

test('a deleted draft takes its photos with it', async () => {
  const draft = newDraft(completeForm);
  await saveDraft('clerk', draft);
  await addDraftPhoto('clerk', draft.id, aShrunkPhoto());
  await forgetDraft(draft.id);
  expect(await draftPhotos('clerk', draft.id)).toEqual([]);
});

test('a recorded complaint ends its draft in the same step', async () => {
  const complaint = aRecording('clerk');
  await saveDraft('clerk', { ...newDraft(completeForm), id: complaint.id });
  await addItems('clerk', [complaint]);
  expect(await ownDrafts('clerk')).toEqual([]);
});

test('a complaint that was not accepted becomes a draft again with its number, link and photos', async () => {
  const complaint = aRecording('clerk');
  const photo = aPhoto(complaint.id);
  await addItems('clerk', [complaint, photo]);
  const [row] = await ownRows('clerk');
  if (row) await rejectRow(row, { code: 'PERMISSION_DENIED' });
  expect(await draftFromOutbox('clerk', complaint.id)).toBe(complaint.id);
  const [draft] = await ownDrafts('clerk');
  expect(draft).toMatchObject({ token: unsentComplaint(complaint)?.contact.token, form: completeForm });
  expect((await draftPhotos('clerk', complaint.id)).map(({ id }) => id)).toEqual([photo.id]);
  expect(await ownRows('clerk')).toEqual([]);
});

test('where another document has taken its id, it gets a new one', async () => {
  const complaint = aRecording('clerk');
  await addItems('clerk', [complaint]);
  const [row] = await ownRows('clerk');
  if (row) await rejectRow(row, { code: 'conflict' });
  expect(await draftFromOutbox('clerk', complaint.id)).not.toBe(complaint.id);
});

test('one that waits or is on its way stays in the queue', async () => {
  const complaint = aRecording('clerk');
  await addItems('clerk', [complaint]);
  expect(await draftFromOutbox('clerk', complaint.id)).toBeNull();
});

test('what a person kept is destroyed with their key, and nobody else’s', async () => {
  await saveDraft('clerk', newDraft(completeForm));
  await saveDraft('other', newDraft(completeForm));
  await destroyOwned('clerk');
  expect(await ownDrafts('clerk')).toEqual([]);
  expect(await ownDrafts('other')).toHaveLength(1);
  expect(await withDatabase((database) => database.getAllKeys('keys'))).toEqual(['other']);
});

test('a connection that died is opened once more', async () => {
  await saveDraft('clerk', newDraft(completeForm));
  await withDatabase((database) => Promise.resolve(database.close()));
  expect(await ownDrafts('clerk')).toHaveLength(1);
});

test.each([
  ['full', 'QuotaExceededError'],
  ['broken', 'UnknownError'],
])('a storage that is %s is told, never shown as saved', async (kind, name) => {
  const work = vi.fn(() => Promise.reject(new DOMException('no', name)));
  await expect(withDatabase(work)).rejects.toMatchObject({ name: 'StorageFailure', kind });
  expect(work).toHaveBeenCalledTimes(name === 'UnknownError' ? 2 : 1);
  await expect(withDatabase(work)).rejects.toBeInstanceOf(StorageFailure);
});
