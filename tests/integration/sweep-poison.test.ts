import { createHash, randomUUID } from 'node:crypto';
import { Timestamp } from 'firebase-admin/firestore';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { isDead } from '../../functions/src/journal/dead-letter.ts';
import { sweepOnce } from '../../functions/src/schedules/sweep.ts';
import type { Store } from '../../functions/src/store.ts';
import { askAssist, writeAssist, writeAssistEntry } from '../support/assists.ts';
import { openCity, type TestCity } from '../support/city.ts';
import { moneyOutcome, writeClosureEntry, writeRefundEntry } from '../support/money-entries.ts';
import { outletLadder } from '../support/money-people.ts';
import { askForRefund, closeAccount, complaintWithCause, newAccount, writeClosure, writeRefund } from '../support/money-requests.ts';
import { jpeg } from '../support/photos.ts';
import { record, takeIn, write } from '../support/recorder.ts';
import { repetitions } from '../support/repetitions.ts';

/** As many as a page holds, so that whoever reads one page finds nothing else. */
const poisonOfEachKind = repetitions(200, 8);
const minuteMs = 60_000;
const handler = 't-ls-handler-1';
let city: TestCity;

beforeAll(async () => {
  city = await openCity(inject('firestore').host, 'sweep-poison');
});
afterAll(() => city.close());

/** Nobody can look at a photo of this complaint: its content cannot be had. */
const closedAlbum = randomUUID();

function withoutClosedAlbum(store: Store): Store {
  const isClosed = (path: string): boolean => path.startsWith(`complaints/${closedAlbum}/attachments/`);
  return { ...store, get: (path) => (isClosed(path) ? Promise.reject(new Error('unavailable')) : store.get(path)) };
}

/** One run of the schedule, when what lies there is old enough to have been lost. */
function laterSweep(): ReturnType<typeof sweepOnce> {
  const host = city.newHost(withoutClosedAlbum(city.host.store));
  city.host.clockMs += 5 * minuteMs;
  host.clockMs = city.host.clockMs;
  return sweepOnce(host, undefined, poisonOfEachKind);
}

/** Documents that fail whoever comes to them, all older than what is sound. @returns the paths of each kind. */
async function poison(): Promise<Record<string, string[]>> {
  const longAgo = Timestamp.fromMillis(city.host.clockMs - 60 * minuteMs);
  const broken = {
    complaint: `complaints/${randomUUID()}`,
    refund: `refunds/${randomUUID()}`,
    closure: `closures/${randomUUID()}`,
    assist: `assists/${randomUUID()}`,
    page: `status/${'d'.repeat(64)}`,
  };
  for (const path of [broken.complaint, broken.refund, broken.closure, broken.assist]) await city.firestore.doc(path).create({ seq: 1, unreadable: true });
  await city.firestore.doc(broken.page).create({ complaintId: broken.complaint.split('/')[1] });
  const entry = { type: 'note', payload: {}, actor: { kind: 'staff', uid: handler, name: null, unitId: null }, after: null, clockOffsetMs: 0 };
  const pending = { ...entry, capturedAt: longAgo, receivedAt: longAgo, outcome: 'pending' };
  const kinds = {
    complaints: { under: 'complaints', document: { state: 'recorded', receivedAt: longAgo } },
    refunds: { under: 'refunds', document: { state: 'requested', receivedAt: longAgo } },
    closures: { under: 'closures', document: { state: 'requested', receivedAt: longAgo } },
    assists: { under: 'assists', document: { state: 'requested', receivedAt: longAgo } },
    complaintEntries: { under: `${broken.complaint}/journal`, document: { ...pending } },
    refundEntries: { under: `${broken.refund}/journal`, document: { ...pending, type: 'withdraw', payload: { reason: '撤回' } } },
    closureEntries: { under: `${broken.closure}/journal`, document: { ...pending, type: 'refuse', payload: { reason: '不同意' } } },
    assistEntries: { under: `${broken.assist}/journal`, document: { ...pending, type: 'accept' } },
    replies: { under: `${broken.page}/replies`, document: { type: 'addInformation', text: '补充', createdAt: longAgo, outcome: 'pending' } },
    photos: { under: `complaints/${closedAlbum}/attachments`, document: { check: 'pending', receivedAt: longAgo } },
  };
  const paths: Record<string, string[]> = {};
  for (const [kind, { under, document }] of Object.entries(kinds)) {
    const batch = city.firestore.batch();
    paths[kind] = Array.from({ length: poisonOfEachKind }, () => `${under}/${randomUUID()}`);
    for (const path of paths[kind]) batch.create(city.firestore.doc(path), document);
    await batch.commit();
  }
  return paths;
}

/** One sound document of each kind, and the field that says what became of it. */
async function sound(): Promise<Record<string, () => Promise<unknown>>> {
  const field = (path: string, name: string) => async () => (await city.firestore.doc(path).get()).get(name) as unknown;
  const { id: complaintId, recording } = await takeIn(city, { homeRegion: '320826' });
  const withCause = await complaintWithCause(city);
  const refundId = await askForRefund(city, withCause.id, { amountFen: 20_000 });
  const closureId = await closeAccount(city, { accountNo: await newAccount(city) });
  const [late, lateRefund, lateClosure] = [
    await record(city, { homeRegion: '320826' }),
    await writeRefund(city, (await complaintWithCause(city)).id, { amountFen: 20_000 }),
    await writeClosure(city, { accountNo: await newAccount(city) }),
  ];
  const assist = await askAssist(city, complaintId, handler, { toUnitId: 't-net' });
  const entry = await write(city, complaintId, handler, { type: 'accept' });
  const approval = `refunds/${refundId}/journal/${await writeRefundEntry(city, refundId, outletLadder.manager, { type: 'approve', isBatch: false })}`;
  const target = await newAccount(city);
  const change = { type: 'changeTarget', targetAccountNo: target, identityChecked: true } as const;
  const changed = `closures/${closureId}/journal/${await writeClosureEntry(city, closureId, outletLadder.clerk, change)}`;
  const reply = `status/${recording.statusId}/replies/addInformation-1`;
  const at = Timestamp.fromMillis(city.host.clockMs);
  await city.firestore.doc(reply).create({ type: 'addInformation', text: '补充', createdAt: at, outcome: 'pending' });
  const [photo, bytes] = [`complaints/${complaintId}/attachments/${randomUUID()}`, jpeg()];
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  await city.firestore.doc(photo).create({ contentType: 'image/jpeg', bytes, sha256, receivedAt: at, check: 'pending' });
  return {
    complaints: field(`complaints/${late.id}`, 'state'),
    refunds: field(`refunds/${lateRefund}`, 'state'),
    closures: field(`closures/${lateClosure}`, 'state'),
    assists: field(`assists/${await writeAssist(city, complaintId, handler)}`, 'state'),
    complaintEntries: field(`complaints/${complaintId}/journal/${entry}`, 'outcome'),
    refundEntries: async () => (await moneyOutcome(city, approval))['outcome'],
    closureEntries: async () => (await moneyOutcome(city, changed))['outcome'],
    assistEntries: field(`assists/${assist}/journal/${await writeAssistEntry(city, assist, 't-net-engineer-1', { type: 'accept' })}`, 'outcome'),
    replies: field(reply, 'outcome'),
    photos: field(photo, 'check'),
  };
}

test(
  `${poisonOfEachKind} of each kind that nobody can do stop nobody else; after five tries each has an outcome or is passed over`,
  { timeout: 180_000 },
  async () => {
    const paths = await poison();
    const waiting = await sound();
    const first = await laterSweep();
    const became = await Promise.all(Object.entries(waiting).map(async ([kind, look]) => [kind, await look()]));
    expect(Object.fromEntries(became), 'by the first run').toEqual({
      complaints: 'assigned',
      refunds: 'awaitingApproval',
      closures: 'waiting',
      assists: 'asked',
      complaintEntries: 'applied',
      refundEntries: 'applied',
      closureEntries: 'applied',
      assistEntries: 'applied',
      replies: 'applied',
      photos: 'passed',
    });
    const each = poisonOfEachKind;
    expect(first).toEqual({
      complaints: each + 1,
      refunds: each + 1,
      closures: each + 1,
      assists: each + 1,
      entries: 4 * each + 4,
      replies: each + 1,
      photos: each + 1,
      released: 0,
    });

    for (let run = 2; run <= 5; run += 1) await laterSweep();
    const nothing = { complaints: 0, refunds: 0, closures: 0, assists: 0, entries: 0, replies: 0, photos: 0, released: 0 };
    expect(await laterSweep(), 'nobody comes to them any more').toEqual(nothing);
    const dead = await Promise.all(Object.values(paths).map((ofKind) => isDead(city.host, ofKind.at(-1) ?? '')));
    expect(dead).toEqual(Object.keys(paths).map(() => true));
    const outcomeOf = async (kind: string, fields: string[]) => {
      const stored = await city.firestore.doc(paths[kind]?.at(-1) ?? '').get();
      return fields.map((name) => stored.get(name) as unknown);
    };
    const entries = ['complaintEntries', 'refundEntries', 'closureEntries', 'assistEntries', 'replies'];
    const outcomes = await Promise.all(entries.map((kind) => outcomeOf(kind, ['outcome', 'reason'])));
    expect(outcomes).toEqual(entries.map(() => ['refused', { code: 'cannotBeDone' }]));
    expect(await outcomeOf('photos', ['check', 'fault'])).toEqual(['refused', 'notChecked']);
    expect(await outcomeOf('refunds', ['state']), 'what is asked for stays as it was asked').toEqual(['requested']);
  },
);

test('an entry with an id that leads nowhere is refused at once, beside one that names somebody', async () => {
  const { id } = await takeIn(city, { homeRegion: '320826' });
  const accepted = await write(city, id, handler, { type: 'accept' });
  const handOver = { type: 'handOver', toUnitId: 't-qjp', reason: '归本地' } as const;
  const wrong = await write(city, id, handler, { ...handOver, toUid: 'a/b' }, { after: accepted });
  const right = await write(city, id, handler, { ...handOver, toUid: null }, { after: accepted });
  await laterSweep();
  const outcomes = await Promise.all([wrong, right].map(async (entryId) => (await city.firestore.doc(`complaints/${id}/journal/${entryId}`).get()).data()));
  expect(outcomes.map((entry) => [entry?.['outcome'], (entry?.['reason'] as { code?: string } | undefined)?.code])).toEqual([
    ['refused', 'invalidEntry'],
    ['applied', undefined],
  ]);
});
