import { describe, expect, test } from 'vitest';
import type { Role, Staff } from '../organisation/staff.ts';
import type { Unit } from '../organisation/unit.ts';
import type { Pack } from '../policy/pack.ts';
import { person, post, telecom, units } from '../testing/organisation.ts';
import { approvedBy, people, received, staffWith, staffWithout } from '../testing/refunds.ts';
import { asksTheSame, limitFenOf, postsAbove, workOutChain } from './chain.ts';
import { covers } from './sum/covers.ts';
import { cumulatedFen } from './refund.ts';

/**
 * Who has to say yes, written down from policy.md and not from the packs: for each requester their own limit in yuan, then the chain up to 100, 300,
 * 500 and 1,000 yuan and above. M outlet manager, H head of the branch, D duty leader, S supervisor or director, V head of customer service,
 * B head of billing, L company leader; – nobody but themselves.
 */
const expected = `
                           limit    100 300 500 1000 more
fieldStaff outlet          0        M   M   MH  MH   MHL
outletClerk outlet         100      –   M   MH  MH   MHL
outletManager outlet       300      –   –   H   H    HL
departmentHandler branch   0        H   H   H   H    HL
unitHead branch            1000     –   –   –   –    L
refundClerk centre         0        D   D   DS  DSV  DSVL
hotlineAgent centre        100      –   D   DS  DSV  DSVL
hotlineDutyLeader centre   300      –   –   S   SV   SVL
complaintSupervisor centre 500      –   –   –   V    VL
centreDirector centre      500      –   –   –   V    VL
departmentHandler service  0        V   V   V   V    VL
unitHead service           1000     –   –   –   –    L
departmentHandler billing  100      –   B   B   B    BL
departmentHead billing     1000     –   –   –   –    L
networkEngineer network    100      –   L   L   L    L
departmentHead network     1000     –   –   –   –    L
auditor billing            0        B   B   B   B    BL
companyLeader city         –        –   –   –   –    –
`;

const posts: Record<string, { unitId: string; limitFen: number | null; holderUids: string[] }> = {
  M: { unitId: 'outlet', limitFen: 30_000, holderUids: ['manager', 'other-manager'] },
  H: { unitId: 'branch', limitFen: 100_000, holderUids: ['head'] },
  D: { unitId: 'centre', limitFen: 30_000, holderUids: ['duty-leader'] },
  S: { unitId: 'centre', limitFen: 50_000, holderUids: ['director', 'other-director', 'supervisor'] },
  V: { unitId: 'service', limitFen: 100_000, holderUids: ['service-head'] },
  B: { unitId: 'billing', limitFen: 100_000, holderUids: ['billing-head'] },
  L: { unitId: 'city', limitFen: null, holderUids: ['leader'] },
};

/** Sums in fen at and beside each limit, by the column that they belong to. */
const sums: [column: number, sumFen: number][] = [
  ...[1, 9999, 10_000].map((sumFen): [number, number] => [0, sumFen]),
  ...[10_001, 29_999, 30_000].map((sumFen): [number, number] => [1, sumFen]),
  ...[30_001, 49_999, 50_000].map((sumFen): [number, number] => [2, sumFen]),
  ...[50_001, 99_999, 100_000].map((sumFen): [number, number] => [3, sumFen]),
  ...[100_001, 10_000_000].map((sumFen): [number, number] => [4, sumFen]),
];
/** How much of a sum others asked for (REF-4). */
const splits: ((sumFen: number) => number)[] = [() => 0, () => 1, (sumFen) => Math.floor(sumFen / 2), (sumFen) => sumFen - 1];

const rows = expected
  .trim()
  .split('\n')
  .slice(1)
  .map((line) => {
    const [role = '', unitId = '', limit = '', ...chains] = line.trim().split(/\s+/);
    return { requester: person('requester', role as Role, unitId), limitFen: limit === '–' ? null : Number(limit) * 100, chains };
  });
const cases = rows.flatMap(({ requester, limitFen, chains }) => sums.map(([column, sumFen]) => ({ requester, limitFen, chain: chains[column] ?? '', sumFen })));

function chainOf(requester: Staff, sumFen: number, staff: readonly Staff[] = staffWith(requester), pack: Pack = telecom) {
  return workOutChain({ requester, cumulatedFen: sumFen, aloneFen: 0, isCauseOwn: false, pack, units, staff });
}

/** The letters of a chain, or the code. */
function lettersOf(chain: ReturnType<typeof chainOf>): string {
  if (!chain.ok) return chain.code;
  return chain.steps.map((step) => Object.entries(posts).find(([, one]) => one.unitId === step.unitId && one.limitFen === step.limitFen)?.[0]).join('') || '–';
}

describe.each([
  ['telecom', telecom],
  ['post', post],
] as const)('REF-2, REF-4: the chain in the pack %s', (_id, pack) => {
  test.each(cases)('for $requester.role at $requester.unitId, $sumFen fen in one request or several: $chain', ({ requester, limitFen, chain, sumFen }) => {
    const steps = [...chain.replace('–', '')].map((letter) => expect.objectContaining({ ...posts[letter], state: 'waiting', decidedByUid: null }));
    for (const earlierFen of splits.map((split) => split(sumFen)).filter((fen) => fen < sumFen)) {
      const worked = chainOf(requester, cumulatedFen({ amountFen: sumFen - earlierFen, earlierFen }), staffWith(requester), pack);
      expect(worked).toEqual({ ok: true, ownLimitFen: limitFen, steps });
    }
  });

  test.each(rows)('ORG-3: $requester.role at $requester.unitId decides $limitFen fen alone', ({ requester, limitFen }) => {
    expect(limitFenOf(requester, pack, units)).toBe(limitFen);
  });
});

test.each([
  ['telecom', telecom],
  ['post', post],
] as const)('ORG-3: in the pack %s handlers and heads of each department stand on a rung, so that small sums do not go to the company leader', (_id, pack) => {
  for (const kind of ['billing', 'network', 'dataBusiness', 'marketing', 'generalOffice'] as const) {
    const own = new Map<string, Pick<Unit, 'id' | 'kind' | 'path'>>([
      ['city', { id: 'city', kind: 'cityCompany', path: ['city'] }],
      ['department', { id: 'department', kind, path: ['department', 'city'] }],
    ]);
    const holder = (role: Role, unitId = 'department') => ({ uid: role, role, unitId, active: true });
    const [handler, engineer, head] = [holder('departmentHandler'), holder('networkEngineer'), holder('departmentHead')] as const;
    const staff = [handler, engineer, head, holder('companyLeader', 'city')];
    const chainFor = (requester: typeof handler, sumFen: number) => {
      const chain = workOutChain({ requester, cumulatedFen: sumFen, aloneFen: 0, isCauseOwn: false, pack, units: own, staff });
      return chain.ok ? chain.steps.flatMap(({ holderUids }) => holderUids).join(' ') : chain.code;
    };
    expect([chainFor(handler, 10_000), chainFor(engineer, 10_000), chainFor(head, 100_000)]).toEqual(['', '', '']);
    expect([chainFor(handler, 10_001), chainFor(engineer, 100_000), chainFor(head, 100_001)]).toEqual(['departmentHead', 'departmentHead', 'companyLeader']);
    expect(chainFor(handler, 100_001)).toBe('departmentHead companyLeader');
  }
});

test('a limit includes its own amount and no fen more; without a limit there is none', () => {
  expect([9999, 10_000, 10_001].map((fen) => covers(10_000, fen))).toEqual([true, true, false]);
  expect(covers(null, Number.MAX_SAFE_INTEGER)).toBe(true);
  expect([covers(0, 0), covers(0, 1)]).toEqual([true, false]);
});

describe('ORG-4: posts that nobody holds', () => {
  const vacancies: [told: string, sumFen: number, gone: (keyof typeof people)[], chain: string][] = [
    ['nobody is missing', 30_000, [], 'M'],
    ['one of two managers is still a manager', 30_000, ['otherManager'], 'M'],
    ['without a manager the head decides', 30_000, ['manager', 'otherManager'], 'H'],
    ['without manager and head the leader does', 30_000, ['manager', 'otherManager', 'head'], 'L'],
    ['without a head a larger sum goes from the manager to the leader', 50_000, ['head'], 'ML'],
    ['without anybody there is no approver', 30_000, ['manager', 'otherManager', 'head', 'leader'], 'noApprover'],
    ['without a leader a sum within the head’s limit needs none', 100_000, ['leader'], 'MH'],
    ['without a leader a sum above it has no approver', 100_001, ['leader'], 'noApprover'],
  ];
  test.each(vacancies)('%s', (_told, sumFen, gone, chain) => {
    expect(lettersOf(chainOf(people.clerk, sumFen, staffWithout(...gone)))).toBe(chain);
  });

  test('whoever was suspended or works elsewhere holds no post', () => {
    const suspended = staffWith({ ...people.head, active: false });
    const elsewhere = staffWith({ ...people.head, unitId: 'elsewhere' });
    const otherJob = staffWith({ ...people.head, role: 'auditor' });
    for (const staff of [suspended, elsewhere, otherJob]) expect(lettersOf(chainOf(people.clerk, 50_000, staff))).toBe('ML');
    expect(lettersOf(chainOf(people.clerk, 50_000, staffWith()))).toBe('MH');
  });

  test('within one’s own limit nobody else is needed, whoever is missing', () => {
    expect(lettersOf(chainOf(people.clerk, 10_000, [people.clerk]))).toBe('–');
  });
});

describe('REF-3: a requester who holds a post of the chain', () => {
  const outlet = { id: 'outlet', unitKinds: null };
  const rungs = [
    { roles: ['outletClerk'], unitKinds: ['outlet'], limitFen: 10_000 },
    { roles: ['outletManager', 'outletClerk'], unitKinds: ['outlet'], limitFen: 30_000 },
    { roles: ['unitHead'], unitKinds: ['branch'], limitFen: 100_000 },
  ];
  const double = { ...telecom, refunds: { ...telecom.refunds, ladders: [{ ...outlet, rungs }] } };

  test('is no step of it: a colleague at the same post is, and without one the next post', () => {
    const [first, second] = [people.clerk, person('colleague', 'outletClerk', 'outlet')];
    const withColleague = chainOf(first, 30_000, [first, second, people.head], double);
    expect(withColleague).toMatchObject({ ok: true, steps: [{ unitId: 'outlet', holderUids: ['colleague'] }] });
    expect(chainOf(first, 30_000, [first, people.head], double)).toMatchObject({ ok: true, steps: [{ unitId: 'branch', holderUids: ['head'] }] });
  });
});

describe('who stands on no ladder', () => {
  test('someone of a unit that does not exist has no limit and finds nobody', () => {
    const lost = { ...people.clerk, unitId: 'nowhere' };
    expect(limitFenOf(lost, telecom, units)).toBe(0);
    expect(lettersOf(chainOf(lost, 1))).toBe('noApprover');
  });

  test('a pack whose ladders are all for other units has no approver', () => {
    const narrow = { ...telecom, refunds: { ...telecom.refunds, ladders: telecom.refunds.ladders.filter(({ id }) => id === 'hotline') } };
    expect(lettersOf(chainOf(people.clerk, 1, staffWith(), narrow))).toBe('noApprover');
    expect(lettersOf(chainOf(people.agent, 10_001, staffWith(), narrow))).toBe('D');
    expect(limitFenOf(people.clerk, narrow, units)).toBe(0);
  });

  test('a job counts only in the kind of unit that the rung names', () => {
    expect(limitFenOf(person('hidden', 'outletClerk', 'branch'), telecom, units)).toBe(0);
    expect(limitFenOf(people.clerk, telecom, units)).toBe(10_000);
    expect(limitFenOf(person('away', 'centreDirector', 'service'), telecom, units)).toBe(0);
  });
});

test('the posts to be looked up are those above the first rung, in the units on the way up', () => {
  expect(postsAbove('outlet', telecom, units)).toEqual([
    { role: 'outletManager', unitId: 'outlet' },
    { role: 'unitHead', unitId: 'branch' },
    { role: 'companyLeader', unitId: 'city' },
  ]);
  expect(postsAbove('centre', telecom, units).map(({ role }) => role)).toEqual([
    'hotlineDutyLeader',
    'complaintSupervisor',
    'centreDirector',
    'unitHead',
    'companyLeader',
  ]);
  expect(postsAbove('nowhere', telecom, units)).toEqual([]);
});

test('REF-2: somebody who was asked answers, also where the requester may decide alone by now', () => {
  const question = { requester: people.manager, cumulatedFen: 14_000, aloneFen: 0, isCauseOwn: false, pack: telecom, units, staff: Object.values(people) };
  expect(workOutChain(question)).toEqual({ ok: true, ownLimitFen: 30_000, steps: [] });
  expect(workOutChain({ ...question, wasAsked: true })).toMatchObject({ ok: true, ownLimitFen: 30_000, steps: [{ holderUids: ['head'] }] });
});

test('two chains ask the same where posts and limits are the same, whoever holds them and whatever was decided', () => {
  const chain = received();
  expect(asksTheSame(chain, approvedBy(chain, people.manager))).toBe(true);
  expect(asksTheSame(chain, { ...chain, steps: chain.steps.map((step) => ({ ...step, holderUids: [] })) })).toBe(true);
  expect(asksTheSame(chain, { ...chain, ownLimitFen: 15_000 })).toBe(false);
  expect(asksTheSame(chain, { ...chain, steps: chain.steps.slice(1) })).toBe(false);
  expect(asksTheSame(chain, { ...chain, steps: chain.steps.map((step) => ({ ...step, limitFen: 1 })) })).toBe(false);
});
