import 'fake-indexeddb/auto';
import { expect, test } from 'vitest';
import { addItems } from '../platform/outbox/outbox-queue.ts';
import { aRecording } from '../platform/outbox/unsent.fixture.ts';
import { keptRows } from '../platform/rows/row-database.ts';
import { allRows } from '../platform/rows/row-store.ts';
import { showUnsent } from './unsent-rows.ts';

test('a complaint that only this phone has is in the list with what was told, which lies nowhere on the device unsealed (REC-4)', async () => {
  const complaint = aRecording('clerk');
  await addItems('clerk', [complaint]);
  await showUnsent('clerk');
  expect(allRows()).toMatchObject([{ id: complaint.id, local: true, state: 'recorded', excerpt: expect.stringContaining('代收信息费') }]);
  const kept = [];
  for await (const batch of keptRows()) kept.push(...batch);
  expect(kept).toMatchObject([{ id: complaint.id, local: true, excerpt: '', contactMasked: { name: '王**' } }]);
});
