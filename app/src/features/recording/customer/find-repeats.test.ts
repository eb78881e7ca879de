// @vitest-environment happy-dom
import 'fake-indexeddb/auto';
import { beforeAll, describe, expect, test } from 'vitest';
import { telecom } from '@shouwen/domain/testing/organisation';
import { aRecording, completeForm } from '../../../platform/outbox/unsent.fixture.ts';
import type { Outbox } from '../../../platform/outbox/outbox-snapshot.ts';
import { aRow } from '../../../platform/rows/row.fixture.ts';
import { dropRows, putRows } from '../../../platform/rows/row-store.ts';
import { repeatsOnPhone } from './find-repeats.ts';

const nobodyUnsent = { items: [] } as unknown as Outbox;
const seen = aRow({ capturedAtMs: Date.now() - 86_400_000 });
const recorded = { id: 'new', phone: '138 0000 1001', name: '王小明', category: 'T01-05', capturedAtMs: Date.now() };

describe('ATT-2, RET-2: a phone knows no number but its own recordings’, and finds repeats by what a masked one shows', () => {
  beforeAll(() => putRows([seen]));

  test('the same visible digits, the same family name, the same category', () => {
    expect(repeatsOnPhone(recorded, nobodyUnsent, telecom).map(({ id }) => id)).toEqual([seen.id]);
  });

  test('one that has been sent and that the server has not told back yet, when the network has gone meanwhile', async () => {
    const sent = aRow({ id: 'sent-and-not-told-back', capturedAtMs: Date.now() - 60_000, local: true });
    await putRows([sent]);
    expect(repeatsOnPhone(recorded, nobodyUnsent, telecom).map(({ id }) => id)).toContain(sent.id);
    await dropRows([sent.id]);
  });

  test.each([
    ['another family name', { name: '李小明' }],
    ['no name yet', { name: '' }],
    ['other visible digits', { phone: '13800001002' }],
    ['another category', { category: 'T02-02' }],
  ])('%s is none', (_told, change) => {
    expect(repeatsOnPhone({ ...recorded, ...change }, nobodyUnsent, telecom)).toEqual([]);
  });

  test('once the server has told, what only looks the same is not guessed at; what is not sent yet is known by the number itself', () => {
    const unsent = aRecording('clerk');
    const outbox = { items: [unsent] } as unknown as Outbox;
    const inFull = { ...recorded, phone: completeForm.phone, name: '' };
    expect(repeatsOnPhone(recorded, nobodyUnsent, telecom, { isUnsentOnly: true })).toEqual([]);
    expect(repeatsOnPhone({ ...inFull, capturedAtMs: Date.now() + 1 }, outbox, telecom, { isUnsentOnly: true }).map(({ id }) => id)).toEqual([unsent.id]);
    expect(repeatsOnPhone({ ...inFull, phone: '13899991001', capturedAtMs: Date.now() + 1 }, outbox, telecom, { isUnsentOnly: true })).toEqual([]);
  });
});
