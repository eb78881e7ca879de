import { setTimeout as sleep } from 'node:timers/promises';
import type { Staff } from '@shouwen/domain/organisation/staff';
import type { DocumentSnapshot, Timestamp } from 'firebase-admin/firestore';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, inject, test } from 'vitest';
import type { Reader, Store } from '../../functions/src/store.ts';
import { morningMs, openCity, type TestCity } from '../support/city.ts';
import { booksOf, differencesIn } from '../support/money-books.ts';
import { actOnRefund, refundOf, writeRefundEntry } from '../support/money-entries.ts';
import { outletLadder, payers } from '../support/money-people.ts';
import { askForRefund, complaintWithCause, newAccount } from '../support/money-requests.ts';
import type { Recorded } from '../support/recorder.ts';
import { copierOf, type RefundCopy } from '../support/refund-copies.ts';
import { applyRefundEntry } from '../support/delivering.ts';
import { isRepeatedInFull } from '../support/repetitions.ts';

const { manager, head } = outletLadder;
const standIn = 't-qjp-shuidukou-manager-1';
const approve = { type: 'approve', isBatch: false } as const;
const execute = { type: 'execute' } as const;
const patienceMs = 300_000;
let city: TestCity;

beforeAll(async () => {
  city = await openCity(inject('firestore').host, 'refund-authority');
});
beforeEach(() => {
  city.host = city.newHost();
});
afterEach(() => city.restoreStaff());
afterAll(() => city.close());

/** How an authority ends: in whose document, and what stands there then. */
interface Withdrawal {
  decider: string;
  /** Before it ends, for a deputy. */
  given?: Partial<Staff>;
  uid: string;
  changes: Partial<Staff>;
}

const ways: Record<string, Withdrawal> = {
  'is suspended': { decider: manager, uid: manager, changes: { active: false } },
  'is moved to another outlet': { decider: manager, uid: manager, changes: { unitId: 't-qjp-shuidukou' } },
  'loses the job': { decider: manager, uid: manager, changes: { role: 'outletClerk' } },
  'is a deputy no longer': {
    decider: standIn,
    given: { deputy: { uid: standIn, fromMs: morningMs, untilMs: morningMs + 1 } },
    uid: manager,
    changes: { deputy: null },
  },
};

/** Does something before the k-th operation of a store, and waits for it unless the store's own locks make it wait for the store. */
function interruptedStore(store: Store, before: number, interrupt: () => Promise<void>): Store & { operations(): number } {
  let operations = 0;
  const due = async () => {
    operations += 1;
    if (operations === before) await Promise.race([interrupt(), sleep(120)]);
  };
  const reader = (inner: Reader): Reader => ({
    get: async (path) => (await due(), inner.get(path)),
    query: async (query) => (await due(), inner.query(query)),
    totals: async (query, fields) => (await due(), inner.totals(query, fields)),
  });
  return {
    ...reader(store),
    count: async (query) => (await due(), store.count(query)),
    snapshot: (work) => store.snapshot((inner) => work(reader(inner))),
    transaction: (work) =>
      store.transaction(async (inner) => {
        const result = await work({ ...inner, ...reader(inner) });
        await due();
        return result;
      }),
    operations: () => operations,
  };
}

type Act = readonly [uid: string, act: typeof approve | typeof execute];

interface Outcome {
  before: number;
  isApplied: boolean;
  reason: unknown;
  /** Whether the database committed the withdrawal before what the entry led to. */
  wasWithdrawnFirst: boolean;
  refundId: string;
}

/** Applies an entry while, right before its k-th operation, an authority ends. @returns null where it has fewer operations. */
async function applyWhile(refundId: string, entryId: string, way: Withdrawal, before: number): Promise<Outcome | null> {
  await city.changeStaff(way.uid, way.given ?? {});
  let withdrawal: Promise<Timestamp> | null = null;
  const store = interruptedStore(city.host.store, before, async () => {
    withdrawal ??= city.changeStaff(way.uid, way.changes).then(async () => timeOf(await city.firestore.doc(`staff/${way.uid}`).get()));
    await withdrawal;
  });
  const host = Object.assign(city.newHost(store), { reference: city.host.reference });
  await applyRefundEntry(host, refundId, entryId);
  if (store.operations() < before || withdrawal === null) return null;
  const [withdrawnAt, entry] = await Promise.all([withdrawal as Promise<Timestamp>, city.firestore.doc(`refunds/${refundId}/journal/${entryId}`).get()]);
  await city.restoreStaff();
  const wasWithdrawnFirst = withdrawnAt.valueOf() < timeOf(entry).valueOf();
  return { before, isApplied: entry.get('outcome') === 'applied', reason: entry.get('reason.code'), wasWithdrawnFirst, refundId };
}

function timeOf(document: DocumentSnapshot): Timestamp {
  if (!document.updateTime) throw new Error(`There is no ${document.ref.path}.`);
  return document.updateTime;
}

async function asked(way: Pick<Withdrawal, 'uid' | 'given'>): Promise<{ complaint: Recorded; refundId: string }> {
  await city.changeStaff(way.uid, way.given ?? {});
  const complaint = await complaintWithCause(city);
  return { complaint, refundId: await askForRefund(city, complaint.id, { amountFen: 20_000 }) };
}

/** Withdraws it before every operation in turn, each time of another copy; the suite takes the first two, the last two and each third between them. */
async function atEveryOperation(way: Withdrawal, before: readonly Act[], [uid, act]: Act): Promise<Outcome[]> {
  const { complaint, refundId } = await asked(way);
  for (const [decider, earlier] of before) expect(await actOnRefund(city, refundId, decider, earlier)).toMatchObject({ outcome: 'applied' });
  const entryId = await writeRefundEntry(city, refundId, uid, act);
  const copy = await copierOf(city, { complaint, accountNo: await newAccount(city), refundId, entryId });
  const outcomes: Outcome[] = [];
  const count = await operationsOf(await copy());
  for (let operation = 1; operation <= count; operation += 1) {
    if (!isRepeatedInFull && operation > 2 && operation < count - 1 && operation % 3 !== 0) continue;
    const own = await copy();
    const outcome = await applyWhile(own.refundId, own.entryId, way, operation);
    if (!outcome) throw new Error(`There is no operation ${operation}.`);
    outcomes.push(outcome);
  }
  return outcomes;
}

/** How many operations an entry takes where nothing is withdrawn. */
async function operationsOf({ refundId, entryId }: RefundCopy): Promise<number> {
  const store = interruptedStore(city.host.store, 0, () => Promise.resolve());
  await applyRefundEntry(Object.assign(city.newHost(store), { reference: city.host.reference }), refundId, entryId);
  return store.operations();
}

describe('ORG-4: an authority that is withdrawn before any single operation of a decision does not decide', { timeout: patienceMs }, () => {
  test.each(Object.entries(ways))('an approver who %s: refused if the database knew it before the decision', async (_what, way) => {
    const outcomes = await atEveryOperation(way, [], [way.decider, approve]);
    expect(outcomes.length).toBeGreaterThan(5);
    for (const { before, isApplied, reason, wasWithdrawnFirst } of outcomes) {
      const refusal = way.changes.active === false ? 'notActive' : 'notYours';
      expect({ before, isApplied, reason }).toEqual({ before, isApplied: !wasWithdrawnFirst, reason: wasWithdrawnFirst ? refusal : undefined });
    }
    expect(outcomes[0]).toMatchObject({ isApplied: false });
    expect(outcomes.at(-1)).toMatchObject({ isApplied: true });
  });

  test.each(Object.entries(ways).filter(([, way]) => way.decider === manager))(
    'what an approver said who %s is not paid, and the chain is worked out anew',
    async (_what, way) => {
      const outcomes = await atEveryOperation(way, [[manager, approve]], [payers.clerk, execute]);
      expect(outcomes.length).toBeGreaterThan(5);
      for (const { before, isApplied, reason, wasWithdrawnFirst, refundId } of outcomes) {
        expect({ before, isApplied }).toEqual({ before, isApplied: !wasWithdrawnFirst });
        const refund = await refundOf(city, refundId);
        const workedOutAnew = { reason: 'authorityWithdrawn', state: 'awaitingApproval', approverUids: [head] };
        expect({ ...refund, reason }).toMatchObject(wasWithdrawnFirst ? workedOutAnew : { state: 'posted' });
      }
      expect(outcomes[0]).toMatchObject({ isApplied: false });
      expect(outcomes.at(-1)).toMatchObject({ isApplied: true });
      const posted = (await booksOf(city.firestore)).postings.flatMap(({ cause }) => (cause.kind === 'refund' ? [cause.id] : []));
      for (const { refundId, wasWithdrawnFirst } of outcomes) expect(posted.includes(refundId)).toBe(!wasWithdrawnFirst);
      expect(await differencesIn(city.firestore)).toEqual([]);
    },
  );
});

test('what a deputy said for somebody is paid although the days of the deputy are over, for they were not when it was said; not when the holder is gone', async () => {
  const way = { uid: manager, given: { deputy: { uid: standIn, fromMs: morningMs, untilMs: morningMs + 1 } } };
  const [{ refundId: paid }, { refundId: unpaid }] = [await asked(way), await asked(way)];
  for (const id of [paid, unpaid]) expect(await actOnRefund(city, id, standIn, approve)).toMatchObject({ outcome: 'applied' });
  city.host.clockMs += 60_000;
  expect(await actOnRefund(city, paid, payers.clerk, execute)).toMatchObject({ outcome: 'applied' });
  await city.changeStaff(manager, { active: false });
  expect(await actOnRefund(city, unpaid, payers.clerk, execute)).toMatchObject({ outcome: 'refused', reason: { code: 'authorityWithdrawn' } });
});
