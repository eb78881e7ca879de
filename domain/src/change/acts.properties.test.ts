import fc from 'fast-check';
import { expect, test } from 'vitest';
import { hourMs } from '../calendar/day.ts';
import type { Role, Staff } from '../organisation/staff.ts';
import type { Pack } from '../policy/pack.ts';
import { type PolicyValue, valueAt } from '../policy/policy-field.ts';
import { policyFields } from '../policy/policy-fields.ts';
import { at, person, telecom, unitOf, units } from '../testing/organisation.ts';
import { isRepeatedInFull, randomRun } from '../testing/random-run.ts';
import type { RecordedChange } from './change.ts';
import { proposeFigures, proposeJobChange } from './propose.ts';
import { puppetMs } from './second-person.ts';
import { changeAfterVerdict, packAfter, personAfter, verdictKinds, voided } from './verdict.ts';

/** Everything that has an operator changed by people, and the words that were spoken for it. */
interface World {
  nowMs: number;
  staff: Map<string, Staff>;
  pack: Pack;
  changes: Map<string, RecordedChange>;
  /** Each time something took effect. */
  effects: Effect[];
}

interface Word {
  uid: string;
  role: Role;
  isActive: boolean;
  atMs: number;
  signedInAtMs: number;
}

interface Effect {
  proposed: Word;
  confirmed: Word | null;
  about:
    | { target: string; before: Pick<Staff, 'role' | 'unitId' | 'active'>; after: Pick<Staff, 'role' | 'unitId' | 'active'> }
    | { before: Pack; after: Pack; applyToOpen: boolean };
  /** Whether anybody had been a leader or an auditor by then, suspended ones included. */
  everOverseen: boolean;
  /** Whom the proposer had proposed a job for in the seven days before the confirmation. */
  madeByProposer: string[];
}

/** ADM-2, in the policy's words: jobs that nobody gives, takes, moves or brings back alone. */
const guarded: readonly Role[] = [
  'companyLeader',
  'unitHead',
  'departmentHead',
  'centreDirector',
  'complaintSupervisor',
  'auditor',
  'refundClerk',
  'administrator',
];

/** Figures by what the policy says of them, and which way is the looser: more money on one word, a shorter memory, a later answer, a longer lapse of attention. */
const figures: readonly { key: string; about: 'money' | 'clock' | 'neither'; looser: 'more' | 'less' | 'any'; values: readonly PolicyValue[] }[] = [
  { key: 'refunds.ladders.outlet.1.limitFen', about: 'money', looser: 'more', values: [5_000, 10_000, 15_000, 25_000] },
  { key: 'refunds.ladders.hotline.1.limitFen', about: 'money', looser: 'more', values: [5_000, 10_000, 20_000] },
  { key: 'refunds.cumulateDays', about: 'money', looser: 'less', values: [30, 45, 60] },
  { key: 'refunds.selfApprovedDailyFactor', about: 'money', looser: 'any', values: [1, 2, 3, 4] },
  { key: 'refunds.proofAboveFen', about: 'money', looser: 'more', values: [1_000, 5_000, 9_000] },
  { key: 'refunds.fraud.factor', about: 'money', looser: 'any', values: [3, 4] },
  { key: 'deputies.subordinateCapFen', about: 'money', looser: 'more', values: [20_000, 30_000, 50_000] },
  { key: 'confirmations.expireHours', about: 'money', looser: 'more', values: [48, 72, 100] },
  { key: 'closures.transferDay', about: 'money', looser: 'any', values: [6, 7] },
  { key: 'closures.confirmAboveFen', about: 'money', looser: 'any', values: [20_000, 50_000, 80_000] },
  { key: 'tiers.ordinary.replyHours', about: 'clock', looser: 'more', values: [36, 40, 48, 60] },
  { key: 'clocks.acceptMinutes', about: 'clock', looser: 'more', values: [10, 30, 60] },
  { key: 'clocks.handOverMinutes', about: 'clock', looser: 'more', values: [30, 60, 90] },
  { key: 'clocks.quietHours.from', about: 'clock', looser: 'any', values: ['21:00', '21:30', '22:00'] },
  { key: 'escalation.reply.4.fraction', about: 'clock', looser: 'more', values: [1.9, 2, 2.5] },
  { key: 'windows.repeatDays', about: 'neither', looser: 'any', values: [30, 60] },
  { key: 'board.nearDueHours', about: 'neither', looser: 'any', values: [6, 12] },
];

const everyone = ['admin-1', 'admin-2', 'admin-3', 'leader', 'auditor', 'head', 'manager', 'clerk', 'director'] as const;
const jobs: readonly [string, Role, string][] = [
  ['admin-1', 'administrator', 'city'],
  ['admin-2', 'administrator', 'city'],
  ['admin-3', 'administrator', 'centre'],
  ['leader', 'companyLeader', 'city'],
  ['auditor', 'auditor', 'billing'],
  ['head', 'unitHead', 'branch'],
  ['manager', 'outletManager', 'outlet'],
  ['clerk', 'outletClerk', 'outlet'],
  ['director', 'centreDirector', 'centre'],
];

const who = fc.oneof({ weight: 3, arbitrary: fc.constantFrom('admin-1', 'admin-2', 'admin-3') }, { weight: 2, arbitrary: fc.constantFrom(...everyone) });
const nothing = fc.constant(undefined);
const act = fc.oneof(
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant('job' as const),
      by: who,
      target: fc.constantFrom(...everyone),
      active: fc.boolean(),
      role: nothing,
      unitId: nothing,
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant('job' as const),
      by: who,
      target: fc.constantFrom(...everyone),
      active: fc.option(fc.constant(true), { nil: undefined }),
      role: fc.option(fc.constantFrom<Role>('outletClerk', 'outletManager', 'fieldStaff', ...guarded), { nil: undefined }),
      unitId: fc.option(fc.constantFrom('city', 'branch', 'outlet', 'centre'), { nil: undefined }),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant('figures' as const),
      by: who,
      chosen: fc.uniqueArray(fc.record({ figure: fc.nat(figures.length - 1), value: fc.nat(3) }), {
        minLength: 1,
        maxLength: 2,
        selector: ({ figure }) => figure,
      }),
      applyToOpen: fc.oneof({ weight: 4, arbitrary: fc.constant(false) }, { weight: 1, arbitrary: fc.constant(true) }),
    }),
  },
  {
    weight: 6,
    arbitrary: fc.record({
      do: fc.constant('verdict' as const),
      by: fc.oneof({ weight: 5, arbitrary: who }, { weight: 1, arbitrary: fc.constantFrom('whoever proposed it', 'whom it is about') }),
      /** Counted from the newest. */
      which: fc.nat(3),
      verdict: fc.oneof({ weight: 5, arbitrary: fc.constant('confirm' as const) }, { weight: 1, arbitrary: fc.constantFrom(...verdictKinds) }),
      signedInMinutesAgo: fc.oneof({ weight: 5, arbitrary: fc.constant(1) }, { weight: 1, arbitrary: fc.integer({ min: 0, max: 30 }) }),
    }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('wait' as const), hours: fc.constantFrom(1, 24, 71, 72, 73, 168) }) },
);
type Act = typeof act extends fc.Arbitrary<infer One> ? One : never;

function play(acts: readonly Act[], hasOverseers: boolean): World {
  const staff = jobs.filter(([uid]) => hasOverseers || !['leader', 'auditor'].includes(uid)).map(([uid, role, unitId]) => person(uid, role, unitId));
  const world: World = { nowMs: at('2026-11-20 09:00'), staff: new Map(staff.map((one) => [one.uid, one])), pack: telecom, changes: new Map(), effects: [] };
  const overseen = () => hasOverseers || wasEver(world);
  for (const [index, one] of acts.entries()) {
    world.nowMs += 60_000;
    if (one.do === 'wait') world.nowMs += one.hours * hourMs;
    else if (one.do === 'verdict') sayVerdict(world, one, overseen());
    else propose(world, `c${index}`, one, overseen());
  }
  return world;
}

const wasEver = ({ staff, effects }: World): boolean =>
  [...staff.values()].some(({ role }) => isOverseer(role)) ||
  effects.some(({ about }) => 'target' in about && (isOverseer(about.before.role) || isOverseer(about.after.role)));
const isOverseer = (role: Role): boolean => role === 'companyLeader' || role === 'auditor';

function wordOf({ nowMs }: World, { uid, role, active }: Staff, signedInAtMs = nowMs): Word {
  return { uid, role, isActive: active, atMs: nowMs, signedInAtMs };
}

function propose(world: World, id: string, one: Extract<Act, { do: 'job' | 'figures' }>, isOverseen: boolean): void {
  const by = world.staff.get(one.by);
  if (!by) return;
  const asked = { id, by, reason: '试', atMs: world.nowMs };
  if (one.do === 'job') {
    const target = world.staff.get(one.target);
    if (!target) return;
    const facts = {
      target,
      unit: unitOf(one.unitId ?? target.unitId),
      pathBefore: unitOf(target.unitId).path,
      expireHours: world.pack.confirmations.expireHours,
    };
    const proposed = proposeJobChange(asked, one, facts);
    if (proposed.ok) keep(world, proposed.change, wordOf(world, by), isOverseen);
    return;
  }
  const changes = one.chosen.flatMap(({ figure, value }) => {
    const { key = '', values = [] } = figures[figure] ?? {};
    const chosen = values[value % values.length];
    return chosen === undefined ? [] : [{ key, value: chosen }];
  });
  const facts = { basis: world.pack, nextVersion: `telecom-2026.${world.effects.length + 2}`, isOverseen };
  const proposed = proposeFigures(asked, { changes, applyToOpen: one.applyToOpen }, facts);
  if (proposed.ok) keep(world, proposed.change, wordOf(world, by), isOverseen);
}

const proposers = new WeakMap<World, Map<string, Word>>();

function keep(world: World, change: RecordedChange, proposed: Word, isOverseen: boolean): void {
  const words = proposers.get(world) ?? new Map<string, Word>();
  proposers.set(world, words.set(change.id, proposed));
  world.changes.set(change.id, change);
  if (change.state === 'applied') carryOut(world, change, null, isOverseen);
}

function sayVerdict(world: World, { by: wantedBy, which, verdict, signedInMinutesAgo }: Extract<Act, { do: 'verdict' }>, isOverseen: boolean): void {
  const change = [...world.changes.values()].filter(({ state }) => state === 'awaitingConfirmation').at(-1 - which);
  const target = change?.kind === 'job' ? change.targetUid : 'auditor';
  const uid = wantedBy === 'whom it is about' ? target : wantedBy === 'whoever proposed it' ? (change?.byUid ?? '') : wantedBy;
  const by = world.staff.get(uid);
  if (!by?.active || !change) return;
  const signedInAtMs = world.nowMs - signedInMinutesAgo * 60_000;
  const made = jobsProposed(world, change.byUid).filter(({ target }) => target === uid);
  const facts = {
    by,
    proposer: world.staff.get(change.byUid) ?? null,
    madeByProposerAtMs: made.at(-1)?.atMs ?? null,
    isOverseen,
    signedInAtMs,
    nowMs: world.nowMs,
  };
  const said = changeAfterVerdict(change, { verdict, reason: '看过', by, atMs: world.nowMs }, facts);
  if (!said.ok) return;
  world.changes.set(change.id, said.change);
  if (verdict === 'confirm') carryOut(world, said.change, wordOf(world, by, signedInAtMs), isOverseen);
}

const jobsProposed = ({ changes }: World, uid: string) =>
  [...changes.values()].flatMap((one) => (one.kind === 'job' && one.byUid === uid ? [{ target: one.targetUid, atMs: one.proposedAtMs }] : []));

function carryOut(world: World, change: RecordedChange, confirmed: Word | null, everOverseen: boolean): void {
  const proposed = proposers.get(world)?.get(change.id);
  if (!proposed) throw new Error('nobody proposed it');
  const madeByProposer = jobsProposed(world, change.byUid).flatMap(({ target, atMs }) => (world.nowMs - atMs < puppetMs ? [target] : []));
  const words = { proposed, confirmed, everOverseen, madeByProposer };
  if (change.kind === 'job') {
    const before = world.staff.get(change.targetUid);
    const after = before && personAfter(change, before, units.get(change.after.unitId));
    if (!before || !after) return void world.changes.set(change.id, voided(change));
    world.staff.set(after.uid, after);
    world.effects.push({ ...words, about: { target: after.uid, before, after } });
  }
  if (change.kind === 'policy') {
    const after = packAfter(change, world.pack, `telecom-2026.${world.effects.length + 2}`);
    if (!after) return void world.changes.set(change.id, voided(change));
    world.effects.push({ ...words, about: { before: world.pack, after, applyToOpen: change.applyToOpen } });
    world.pack = after;
  }
}

/** What the sentences of ADM-2 want of an effect: nobody else, somebody else, or somebody who answers for money. */
function wanted({ about, everOverseen }: Effect): 'nobody' | 'second' | 'money' | 'administratorAtOpening' {
  if ('target' in about) {
    const { before, after } = about;
    const isSuspension = before.active && !after.active && before.role === after.role && before.unitId === after.unitId;
    const isGuarded = guarded.includes(before.role) || guarded.includes(after.role);
    const isSame = before.role === after.role && before.unitId === after.unitId && before.active === after.active;
    return isGuarded && !isSuspension && !isSame ? 'second' : 'nobody';
  }
  const fields = policyFields(about.before);
  const looser = figures.filter(({ key, looser: way }) => {
    const field = fields.find((one) => one.key === key);
    if (!field) throw new Error(`no figure ${key}`);
    const [before, after] = [valueAt(about.before, field), valueAt(about.after, field)];
    if (JSON.stringify(before) === JSON.stringify(after)) return false;
    return way === 'any' || (way === 'more' ? after > before : after < before);
  });
  if (looser.some(({ about: kind }) => kind === 'money')) return everOverseen ? 'money' : 'administratorAtOpening';
  return about.applyToOpen || looser.some(({ about: kind }) => kind === 'clock') ? 'second' : 'nobody';
}

function breaches(effect: Effect): string[] {
  const { proposed, confirmed, about, madeByProposer } = effect;
  const wants = wanted(effect);
  const confirmers: Record<typeof wants, readonly Role[]> = {
    nobody: [],
    second: ['administrator', 'auditor', 'companyLeader'],
    money: ['auditor', 'companyLeader'],
    administratorAtOpening: ['administrator', 'auditor', 'companyLeader'],
  };
  const says = (holds: boolean, breach: string): string[] => (holds ? [breach] : []);
  const byOne = [
    ...says(proposed.role !== 'administrator' || !proposed.isActive, 'proposed by somebody who administers nothing'),
    ...says('target' in about && about.target === proposed.uid, 'about whoever proposed it'),
  ];
  if (!confirmed) return [...byOne, ...says(wants !== 'nobody', `on one person’s word, where it wants ${wants}`)];
  return [
    ...byOne,
    ...says(confirmed.uid === proposed.uid, 'confirmed by whoever proposed it'),
    ...says('target' in about && about.target === confirmed.uid, 'confirmed by whom it is about'),
    ...says(!confirmed.isActive, 'confirmed by somebody suspended'),
    ...says(wants !== 'nobody' && !confirmers[wants].includes(confirmed.role), `confirmed by a ${confirmed.role}, where it wants ${wants}`),
    ...says(confirmed.atMs - confirmed.signedInAtMs >= 10 * 60_000, 'confirmed on an old sign-in'),
    ...says(madeByProposer.includes(confirmed.uid), 'confirmed by somebody whom the proposer had just put there'),
  ];
}

/** What the bench tries, and what the suite tries of it. */
const [inFull, sample] = [10_000, 1_000];

test('ADM-2: in random sequences of acts no money figure, no looser clock and no job of the list ever takes effect on one person’s word, and nobody confirms their own', () => {
  const seen = new Set<string>();
  fc.assert(
    fc.property(fc.array(act, { minLength: 4, maxLength: 18, size: 'max' }), fc.boolean(), (acts, hasOverseers) => {
      const { effects } = play(acts, hasOverseers);
      expect(effects.flatMap(breaches)).toEqual([]);
      for (const effect of effects) seen.add(`${wanted(effect)} ${effect.confirmed ? 'confirmed' : 'alone'}`);
    }),
    randomRun(isRepeatedInFull ? inFull : sample),
  );
  expect([...seen].sort()).toEqual(['administratorAtOpening confirmed', 'money confirmed', 'nobody alone', 'second confirmed']);
});

test('ADM-2: the oracle sees each way of doing it alone', () => {
  const admin = { uid: 'admin-1', role: 'administrator' as const, isActive: true, atMs: 0, signedInAtMs: 0 };
  const clerk = { role: 'outletClerk' as const, unitId: 'outlet', active: true };
  const raised: Effect = {
    proposed: admin,
    confirmed: null,
    everOverseen: true,
    madeByProposer: [],
    about: { target: 'clerk', before: clerk, after: { ...clerk, role: 'companyLeader' } },
  };
  expect(breaches(raised)).toEqual(['on one person’s word, where it wants second']);
  expect(breaches({ ...raised, confirmed: admin })).toEqual(['confirmed by whoever proposed it']);
  expect(breaches({ ...raised, confirmed: { ...admin, uid: 'clerk', role: 'auditor' } })).toEqual(['confirmed by whom it is about']);
  expect(breaches({ ...raised, confirmed: { ...admin, uid: 'admin-2' } })).toEqual([]);
});
