import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { openCity, type TestCity, type TestHost } from '../support/city.ts';
import { breakEverywhere, expectBroken, type Scenario } from '../support/crash-points.ts';
import { act, takeIn } from '../support/recorder.ts';
import { clearComplaints, shanghai } from '../support/steps.ts';
import { takeDueSteps } from '../support/delivering.ts';

const handler = 't-ls-handler-1';
const atMs = shanghai('2026-11-20T17:00:00');
let city: TestCity;

beforeAll(async () => {
  city = await openCity(inject('firestore').host, 'crash-points-steps');
});
afterAll(() => city.close());

/** One of each: a repeat that goes to those above, a wait that ends, and a complaint of the network desk of which people are told as well. */
const work: Scenario = {
  prepare: async () => {
    city.host = city.newHost();
    const repeat = await takeIn(city, { homeRegion: '320826', tier: 'vip' });
    const waiting = await takeIn(city, { homeRegion: '320826' });
    const network = await takeIn(city, { category: 'T04-01', urgency: 'normal' });
    for (const { id } of [repeat, waiting]) await act(city, id, handler, { type: 'accept' }, { id: 'accepted-by-its-handler' });
    await act(
      city,
      waiting.id,
      handler,
      { type: 'awaitCustomer', reason: '等客户', untilAtMs: shanghai('2026-11-20T16:00:00') },
      { id: 'waits-for-its-customer' },
    );
    await city.firestore.doc(`complaints/${repeat.id}`).update({ flags: ['important', 'repeat'] });
    return { complaints: [repeat, waiting, network], deliver: (host: TestHost) => takeDueSteps(Object.assign(host, { clockMs: atMs })) };
  },
  tidy: () => clearComplaints(city.firestore),
};

type Books = { books: { notices: Record<string, unknown>; journal: Record<string, unknown>; complaint: unknown; status: unknown }[] };

/** Who was told of the steps, by which kind of notice or digest; how often does not matter. */
function toldOf({ books }: Books): Set<string> {
  const steps = books.flatMap(({ notices }) => Object.keys(notices)).filter((key) => key.includes('/steps-'));
  return new Set(steps.map((key) => key.split('/')[0] ?? ''));
}

/** Everything but what people were told of the steps. */
function withoutTellings({ books }: Books): unknown {
  return books.map((book) => ({ ...book, notices: Object.fromEntries(Object.entries(book.notices).filter(([key]) => !key.includes('/steps-'))) }));
}

test('a run that dies at or after any operation and comes again takes each step once, and everybody is told', { timeout: 300_000 }, async () => {
  const { undisturbed, repeated, operations } = await breakEverywhere(city, work);
  expect(operations.filter((operation) => operation === 'commit').length).toBe(7);
  expectBroken({ repeated, operations });
  for (const { point, operation, books } of repeated) {
    const where = `${point.when} operation ${point.operation}, ${operation}`;
    expect(withoutTellings(books as Books), `broken ${where}`).toEqual(withoutTellings(undisturbed as Books));
    for (const uid of toldOf(undisturbed as Books)) expect(toldOf(books as Books), `broken ${where}`).toContain(uid);
  }
  expect(undisturbed).toMatchObject({
    books: [
      { complaint: { handlerUid: 't-ls-head-1' }, journal: { 'sla-reply-1': {}, 'sla-reply-2': {}, 'sla-reply-2-assigned': {} } },
      { complaint: { state: 'inProgress' }, journal: { 'sla-wait-1': {} } },
      { complaint: { handlerUid: 't-net-engineer-2' }, journal: { 'sla-dispatch-1': {}, 'sla-accept-2': {} } },
    ],
  });
});
