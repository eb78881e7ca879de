import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { morningMs, openCity, type TestCity, type TestHost } from '../support/city.ts';
import { differencesIn } from '../support/money-books.ts';
import { moneyOutcome, refundOf, writeRefundEntry } from '../support/money-entries.ts';
import { hotlineLadder } from '../support/money-people.ts';
import { askForRefund, complaintWithCause, newAccount, writeRefund } from '../support/money-requests.ts';
import { newPhone } from '../support/recorder.ts';
import { repetitions } from '../support/repetitions.ts';
import { applyRefundEntry, receiveRefund } from '../support/delivering.ts';

const { dutyLeader, head } = hotlineLadder;
/** Eight people who hold one post: two supervisors and the director by the city's own account, five by what the test makes of them. */
const eight = [
  't-cc-supervisor-1',
  't-cc-supervisor-2',
  't-cc-director-1',
  't-cc-agent-1',
  't-cc-agent-2',
  't-cc-agent-3',
  't-qjp-handler-1',
  't-qjp-handler-2',
];
const colleague = 't-hy-wangying-clerk-1';
const times = repetitions(50, 6);
const patienceMs = 240_000;
/** The emulator locks all that a query could find, so that races within one database wait for each other's retries: several databases do not. */
const cityCount = repetitions(10, 2);
let cities: { city: TestCity; hosts: TestHost[] }[];

beforeAll(async () => {
  const { host } = inject('firestore');
  cities = await Promise.all(
    Array.from({ length: cityCount }, async (_, number) => {
      const city = await openCity(host, `refund-races-${number}`);
      await Promise.all(eight.slice(3).map((uid) => city.changeStaff(uid, { role: 'complaintSupervisor', unitId: 't-cc', active: true })));
      const hosts = eight.map(() => city.newHost());
      await Promise.all(hosts.map((warmed) => Promise.all([warmed.reference.units(), warmed.reference.packInForce('telecom', warmed.store)])));
      return { city, hosts };
    }),
  );
});
afterAll(() => Promise.all(cities.map(({ city }) => city.close())));

/** Runs the same race many times, each time from other numbers. */
async function again<Result>(race: (city: TestCity, hosts: TestHost[], number: number) => Promise<Result>): Promise<Result[]> {
  const results = await Promise.all(
    cities.map(async ({ city, hosts }, first) => {
      const own: Result[] = [];
      for (let number = first; number < times; number += cityCount) own.push(await race(city, hosts, number));
      return own;
    }),
  );
  return results.flat();
}

describe('two managers at once: one decides, the others learn who was faster', () => {
  /** A request of the duty leader, which those eight are asked about first; above 500 yuan the head of customer service is asked after them. */
  async function asked(city: TestCity, amountFen: number): Promise<string> {
    const { id } = await complaintWithCause(city, { recorderUid: dutyLeader, channel: 'hotline' });
    return askForRefund(city, id, { amountFen }, { uid: dutyLeader });
  }

  async function race(city: TestCity, hosts: TestHost[], number: number) {
    const isLastStep = number % 2 === 0;
    const id = await asked(city, isLastStep ? 40_000 : 80_000);
    const said = eight.map((uid, index) => ({ uid, type: (number + index) % 3 === 0 ? 'refuse' : 'approve' }));
    const entryIds = await Promise.all(
      said.map(({ uid, type }) => writeRefundEntry(city, id, uid, type === 'refuse' ? { type, reason: '不成立' } : { type: 'approve', isBatch: false })),
    );
    await Promise.all(entryIds.map((entryId, index) => applyRefundEntry(hosts[index] ?? city.host, id, entryId)));
    const became = await Promise.all(entryIds.map((entryId) => moneyOutcome(city, `refunds/${id}/journal/${entryId}`)));
    return { isLastStep, said: said.map((entry, index) => ({ ...entry, ...became[index] })), refund: await refundOf(city, id) };
  }

  test(`REF-2, REF-3: of eight who decide at once about each of ${times} requests exactly one does`, { timeout: patienceMs }, async () => {
    const seen = await again(race);
    expect(seen).toHaveLength(times);
    for (const { isLastStep, said, refund } of seen) {
      const winner = said.find((entry) => 'seq' in entry);
      const { uid = '', type = '' } = winner ?? {};
      const lost = { outcome: 'refused', reason: { code: 'alreadyDecided', detail: uid } };
      expect(said).toEqual(said.map((entry) => ({ uid: entry.uid, type: entry.type, ...(entry.uid === uid ? { outcome: 'applied', seq: 2 } : lost) })));
      expect(refund.steps.map(({ decidedByUid }) => decidedByUid)).toEqual(isLastStep ? [uid] : [uid, null]);
      const approved = isLastStep ? { state: 'approved', approverUids: [] } : { state: 'awaitingApproval', approverUids: [head] };
      expect(refund).toMatchObject({ seq: 2, ...(type === 'refuse' ? { state: 'refused', refusal: { byUid: uid } } : approved) });
    }
    for (const { city } of cities) expect(await differencesIn(city.firestore)).toEqual([]);
  });
});

describe('REF-4: a sum is not made small by asking twice at the same moment', () => {
  /** Two colleagues ask for 80 yuan each, which each of them may decide alone: of one customer, for one account. */
  async function race(city: TestCity, hosts: TestHost[], number: number) {
    const phone = newPhone();
    const [one, other] = [await complaintWithCause(city, { phone }), await complaintWithCause(city, { phone, recorderUid: colleague })];
    const accountNo = await newAccount(city, { customerPhone: phone });
    const wish = { amountFen: 8000, form: 'balanceCredit', accountNo } as const;
    const ids = await Promise.all([
      writeRefund(city, one.id, wish, { receivedAtMs: morningMs + (number % 3) }),
      writeRefund(city, other.id, wish, { uid: colleague, receivedAtMs: morningMs + 1 }),
    ]);
    await Promise.all(ids.map((id, index) => receiveRefund(hosts[index] ?? city.host, id)));
    return Promise.all(ids.map((id) => refundOf(city, id)));
  }

  test(`of each of ${times} pairs one is decided alone and the other goes up with the sum of both`, { timeout: patienceMs }, async () => {
    const seen = await again(race);
    expect(seen).toHaveLength(times);
    for (const pair of seen) {
      const states = pair.map(({ state, earlierFen, steps }) => ({ state, earlierFen, isAlone: steps.length === 0 }));
      expect(states).toHaveLength(2);
      expect(states).toContainEqual({ state: 'approved', earlierFen: 0, isAlone: true });
      expect(states).toContainEqual({ state: 'awaitingApproval', earlierFen: 8000, isAlone: false });
    }
  });
});
