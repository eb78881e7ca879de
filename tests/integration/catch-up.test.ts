import { afterEach, beforeEach, expect, inject, test } from 'vitest';
import { isDead } from '../../functions/src/journal/dead-letter.ts';
import { openCity, type TestCity } from '../support/city.ts';
import { meteredStore } from '../support/metered-store.ts';
import { takeIn } from '../support/recorder.ts';
import { repetitions } from '../support/repetitions.ts';
import { complaintOf, copyComplaint, digestsIn, runSteps, shanghai, stepsOf } from '../support/steps.ts';

const ofEachBranch = repetitions(1000, 80);
const regions = ['320803', '320804', '320812', '320826', '320830'];
let city: TestCity;

/** Emptied as a whole: to delete one by one what a test has piled up takes longer than the test. */
beforeEach(async () => {
  city = await openCity(inject('firestore').host, 'catch-up');
});
afterEach(() => city.close());

/** So many complaints of five branches, each recorded a little later than the one before; ids in that order. */
async function pileUp(each: number, apartMs: number): Promise<string[]> {
  const models = await Promise.all(regions.map((homeRegion) => takeIn(city, { homeRegion })));
  const copies = await Promise.all(models.map(({ id }) => copyComplaint(city.firestore, id, each, apartMs)));
  await Promise.all(models.map(({ id }) => city.firestore.doc(`complaints/${id}`).delete()));
  return Array.from({ length: each }, (_, index) => copies.map((ids) => ids[index] ?? '')).flat();
}

test(
  `SLA-6: after six hours without the schedule ${ofEachBranch * regions.length} are caught up with, the oldest first, each step once and each person told once`,
  { timeout: 180_000 },
  async () => {
    const ids = await pileUp(ofEachBranch, 1000);
    const store = meteredStore(city.host.store);
    const { done, failed, host } = await runSteps(city, shanghai('2026-11-20T15:00:00'), city.newHost(store));
    expect({ done, failed, logged: host.logged }).toEqual({ done: ofEachBranch * regions.length, failed: 0, logged: [] });

    const entries = await city.firestore.collectionGroup('journal').where('type', '==', 'takeStep').get();
    const ofStep = (stepId: string) => entries.docs.filter((entry) => entry.id === stepId);
    expect([entries.size, ofStep('sla-accept-1').length, ofStep('sla-accept-2').length]).toEqual([2, 1, 1].map((each) => each * ids.length));

    const place = new Map(ids.map((id, index) => [id, index]));
    const taken = ofStep('sla-accept-2').toSorted((one, other) => one.createTime.toMillis() - other.createTime.toMillis());
    const overtaken = taken.map((entry, index) => Math.abs((place.get(entry.ref.parent.parent?.id ?? '') ?? Number.NaN) - index));
    expect(Math.max(...overtaken)).toBeLessThan(300);

    const digests = await digestsIn(city.firestore);
    const handlers = new Set(ofStep('sla-accept-1').map((entry) => entry.get('payload.toldUid') as string));
    const heads = ['t-ha-head-1', 't-hy-head-1', 't-ls-head-1', 't-qjp-head-1', 't-xy-head-1'];
    expect(handlers.size).toBe(regions.length);
    expect(digests.map(({ uid, kind, counts }) => ({ uid, kind, counts })).sort((one, other) => one.uid.localeCompare(other.uid))).toEqual(
      [...handlers, ...heads].sort((one, other) => one.localeCompare(other)).map((uid) => ({ uid, kind: 'digest', counts: { acceptOverdue: ofEachBranch } })),
    );
    expect(digests.every(({ complaintIds }) => complaintIds.length === 20)).toBe(true);

    const reads = store.bill.reads;
    expect(await runSteps(city, shanghai('2026-11-20T15:05:00'), city.newHost(store))).toMatchObject({ done: 0, failed: 0 });
    expect(store.bill.reads - reads).toBe(1);
  },
);

test(
  'four runs at once, one of which dies half way: no step twice, none missing, and everybody is told of all that is theirs',
  { timeout: 120_000 },
  async () => {
    const ids = await pileUp(15, 1000);
    const atMs = shanghai('2026-11-20T15:00:00');
    const dying = meteredStore(city.host.store, { operation: 40, when: 'at', isDeath: true });
    const runs = [city.newHost(), city.newHost(dying), city.newHost(), city.newHost()].map((host) => runSteps(city, atMs, host).catch(() => null));
    await Promise.all(runs);
    expect(dying.hasBroken()).toBe(true);
    await runSteps(city, shanghai('2026-11-20T15:05:00'));
    for (const id of ids) {
      expect(Object.keys(await stepsOf(city, id)).sort()).toEqual(['sla-accept-1', 'sla-accept-2']);
      expect(await complaintOf(city, id)).toMatchObject({ seq: 2, nextDueAt: expect.any(Number) });
    }
    const digests = await digestsIn(city.firestore);
    expect(new Set(digests.flatMap(({ complaintIds }) => complaintIds))).toEqual(new Set(ids));
    expect(digests.length).toBeLessThanOrEqual(2 * 5 * 5);
  },
);

const pile = repetitions(1000, 100);

test(`${pile / 20} of ${pile} that cannot be decided do not keep the others; after five tries they wait for a person`, { timeout: 120_000 }, async () => {
  const { id: model } = await takeIn(city, { homeRegion: '320803', capturedAtMs: shanghai('2026-11-20T05:00:00') });
  await city.firestore.doc(`complaints/${model}`).update({ state: 'inProgress', nextDueAt: city.host.timestamp(shanghai('2026-11-21T19:15:00')) });
  const isPoison = (index: number) => index % 20 === 0;
  const ids = await copyComplaint(city.firestore, model, pile, 0, (index) => (isPoison(index) ? { clocks: { plan: 'x' } } : {}));
  await city.firestore.doc(`complaints/${model}`).delete();
  const poison = ids.filter((_, index) => isPoison(index));
  expect(await runSteps(city, shanghai('2026-11-21T19:15:00'))).toMatchObject({ done: pile * 0.95, failed: pile / 20 });
  expect((await city.firestore.collectionGroup('journal').where('type', '==', 'takeStep').count().get()).data().count).toBe(pile * 0.95);
  expect(await runSteps(city, shanghai('2026-11-21T19:20:00'))).toMatchObject({ done: 0, failed: 0 });
  for (const hour of [20, 21, 22, 23]) {
    expect(await isDead(city.host, `complaints/${poison[0]}`)).toBe(false);
    expect(await runSteps(city, shanghai(`2026-11-21T${hour}:15:00`))).toMatchObject({ done: 0, failed: pile / 20 });
  }
  expect(await Promise.all(poison.map((id) => isDead(city.host, `complaints/${id}`)))).toEqual(poison.map(() => true));
});
