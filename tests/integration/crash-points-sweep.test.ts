import { Timestamp } from 'firebase-admin/firestore';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { sweepOnce } from '../../functions/src/schedules/sweep.ts';
import { openCity, type TestCity } from '../support/city.ts';
import { breakEverywhere, expectTheSameBooks, type Scenario } from '../support/crash-points.ts';
import { record, takeIn, write } from '../support/recorder.ts';

const handler = 't-ls-handler-1';
const leaver = 'p-ls-handler-1';
let city: TestCity;

beforeAll(async () => {
  city = await openCity(inject('firestore').host, 'crash-points-sweep');
});
afterAll(() => city.close());

/** One of each: a complaint never taken in with an entry on it, a reply, and work of someone suspended. */
const work: Scenario = {
  prepare: async () => {
    const fresh = await record(city, { homeRegion: '320826' });
    const entryId = await write(city, fresh.id, handler, { type: 'accept' });
    const replied = await takeIn(city, { homeRegion: '320826' });
    const stranded = await takeIn(city, { recorderUid: 'p-qjp-huaihai-clerk-1', homeRegion: '320826' });
    const reply = city.firestore.doc(`status/${replied.recording.statusId}/replies/addInformation-1`);
    await reply.create({ type: 'addInformation', text: '补充', createdAt: Timestamp.fromMillis(city.host.clockMs), outcome: 'pending' });
    await city.changeStaff(leaver, { active: false });
    const later = (host: ReturnType<TestCity['newHost']>): Promise<unknown> => {
      host.clockMs += 5 * 60_000;
      return sweepOnce(host);
    };
    return { complaints: [fresh, replied, stranded], otherIds: [entryId], deliver: later };
  },
  tidy: async () => {
    await city.restoreStaff();
    const left = await Promise.all(['complaints', 'deadLetters'].map((collection) => city.firestore.collection(collection).get()));
    await Promise.all(left.flatMap(({ docs }) => docs.map((document) => document.ref.delete())));
  },
};

const patienceMs = 300_000;

test.each([
  ['dies at any operation', true],
  ['fails at any one operation', false],
])(
  'a sweep that %s and comes again leaves what one undisturbed sweep leaves',
  async (_what, isDeath) => {
    const report = await breakEverywhere(city, work, isDeath);
    expect(report.operations.length).toBeGreaterThan(25);
    expectTheSameBooks(report, 100);
    expect(report.undisturbed).toMatchObject({
      books: [
        { complaint: { state: 'accepted', seq: 2, handlerUid: handler } },
        { complaint: { state: 'assigned', seq: 2, handlerUid: handler }, replies: { 'addInformation-1': { outcome: 'applied', seq: 2 } } },
        { complaint: { state: 'assigned', seq: 2, handlerUid: null, handlingUnitId: 'p-ls' } },
      ],
    });
  },
  patienceMs,
);
