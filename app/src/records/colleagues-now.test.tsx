// @vitest-environment happy-dom
import type { Staff } from '@shouwen/domain/organisation/staff';
import { person, telecom, units } from '@shouwen/domain/testing/organisation';
import type { Refund } from '@shouwen/domain/refund/refund';
import { act } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { FollowedList } from '../platform/firestore/follow.ts';
import { useColleaguesNow } from './colleagues-now.ts';
import { useRefundFacts } from './people-of-refunds.ts';

Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true });

const reference = vi.hoisted(() => ({ current: null as object | null, online: true }));
const asked = vi.hoisted(() => [] as { uids: string[]; notify: (list: unknown) => void; isStopped: boolean }[]);

vi.mock('../platform/reference/reference.ts', () => ({ useReference: () => reference.current }));
vi.mock('../platform/device/connectivity.ts', () => ({ useConnectivity: () => ({ online: reference.online }) }));
vi.mock('../platform/firestore/follow.ts', () => ({
  followQuery: (question: (firestore: object) => string[], _read: unknown, notify: (list: unknown) => void) => {
    const api = {
      query: (...parts: unknown[]) => parts.flat(),
      collection: () => [],
      where: (field: string, _is: string, value: unknown) => (field === 'uid' ? value : []),
      limit: () => [],
    };
    const question_ = { uids: question({ db: {}, api }), notify, isStopped: false };
    asked.push(question_);
    return () => (question_.isStopped = true);
  },
}));

let root: Root;
beforeEach(() => {
  asked.length = 0;
  reference.current = { pack: telecom, units, staff: [] };
  reference.online = true;
  root = createRoot(document.createElement('main'));
});
afterEach(() => act(() => root.unmount()));

function watch<Value>(use: () => Value): () => Value {
  let seen: Value;
  function Watched() {
    seen = use();
    return null;
  }
  act(() => root.render(<Watched />));
  return () => seen;
}

const here = (values: readonly Staff[], isFromCache = false): FollowedList<Staff> => ({ status: 'here', values, isFromCache });
const answer = (index: number, list: FollowedList<Staff>): void => act(() => asked[index]?.notify(list));
const numbered = (count: number): string[] => Array.from({ length: count }, (_, index) => `p${String(index).padStart(3, '0')}`);

test('only those in question are asked about, each once, thirty at most in one question', () => {
  watch(() => useColleaguesNow([...numbered(65), 'p000', '']));
  expect(asked.map(({ uids }) => uids.length)).toEqual([30, 30, 5]);
  expect(asked.flatMap(({ uids }) => uids)).toEqual(numbered(65));
});

test('nobody in question, or no operator known yet: nothing is asked', () => {
  watch(() => useColleaguesNow(['']));
  reference.current = null;
  watch(() => useColleaguesNow(['a']));
  expect(asked).toEqual([]);
});

test('what any of the answers says is there at once, and it is current when all have come from the server', () => {
  const now = watch(() => useColleaguesNow(numbered(31)));
  const [one, last] = [person('p000', 'outletClerk', 'outlet'), { ...person('p030', 'outletClerk', 'outlet'), onDuty: false }];
  answer(0, here([one]));
  expect([...now().people.keys()]).toEqual(['p000']);
  answer(1, here([last], true));
  expect(now().people.get('p030')?.onDuty).toBe(false);
  reference.online = false;
  const isLastKnown = (): boolean => {
    act(() => asked[1]?.notify(here([last], true)));
    return now().isLastKnown;
  };
  expect(isLastKnown()).toBe(true);
  answer(1, here([last]));
  expect(now().isLastKnown).toBe(false);
});

test('REF-6: of refunds, those who hold the post that decides are looked up and one’s own deputy; oneself is as one is', () => {
  const own = { ...person('me', 'outletManager', 'outlet'), deputy: { uid: 'deputy', fromMs: 0, untilMs: 1 } };
  const manager = person('manager', 'outletManager', 'outlet');
  const clerk = person('clerk', 'outletClerk', 'outlet');
  reference.current = { pack: telecom, units, staff: [own, manager, clerk, { ...person('gone', 'outletManager', 'outlet'), active: false }] };
  const step = { unitId: 'outlet', roles: ['outletManager'], state: 'open' };
  const refunds = [{ steps: [step] }] as unknown as Refund[];
  const facts = watch(() => useRefundFacts(refunds, own));
  expect(asked.flatMap(({ uids }) => uids)).toEqual(['deputy', 'manager']);
  const standsIn = { ...manager, deputy: { uid: 'me', fromMs: 0, untilMs: 1 } };
  answer(0, here([standsIn]));
  const people = new Map(facts()?.staff.map((one) => [one.uid, one]));
  expect(people.get('manager')?.deputy?.uid).toBe('me');
  expect(people.get('me')).toBe(own);
  expect(people.get('clerk')?.deputy).toBeNull();
});

test('without the operator’s rules a phone knows nothing to decide by', () => {
  reference.current = null;
  expect(watch(() => useRefundFacts([], person('me', 'outletManager', 'outlet')))()).toBeNull();
});
