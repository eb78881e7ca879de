import { describe, expect, test } from 'vitest';
import telecomFile from '../../packs/telecom.json' with { type: 'json' };
import { roles } from '../organisation/staff.ts';
import { unitKinds } from '../organisation/unit.ts';
import { post, telecom } from '../testing/organisation.ts';
import { type Pack, packSchema } from './pack.ts';

const categoriesOf = (pack: Pack) => pack.categories.flatMap((group) => group.children);
const packs = [
  ['telecom', telecom],
  ['post', post],
] as const;

describe('the figures of policy.md and regulation.md are in the packs', () => {
  test('SLA-1: tiers', () => {
    expect(telecom.tiers.map(({ id, replyHours }) => [id, replyHours])).toEqual([
      ['vip', 8],
      ['goTone', 24],
      ['ordinary', 48],
    ]);
    expect(post.tiers.map(({ id }) => id)).toContain(post.defaultTier);
    expect(telecom.tiers.map(({ id }) => id)).toContain(telecom.defaultTier);
  });

  test.each(packs)('SLA-2, SLA-3, SLA-4, OWN-4, OWN-6, ATT-2, TIME in the pack %s', (_id, pack) => {
    expect(pack.urgencies.map(({ id, replyHours }) => [id, replyHours])).toEqual([
      ['critical', 8],
      ['urgent', 24],
      ['normal', 48],
    ]);
    expect(pack.clocks).toMatchObject({
      crossProvinceWorkingDays: 4,
      otherOrganisationWorkingDays: 7,
      handOverMinutes: 60,
      trustWindowHours: 72,
      quietHours: { from: '22:00', to: '08:00' },
    });
    expect(pack.limits.passedAroundAt).toBe(3);
    expect(pack.windows.repeatDays).toBe(30);
    expect(pack.timeZone).toBe('Asia/Shanghai');
  });

  test('SLA-8: the hard bounds of the law: 15 days for telecom, 30 for mail, 7 for express, 20 for money orders, 60 for abroad', () => {
    expect(telecom.clocks.statutory.days).toBeLessThanOrEqual(15);
    expect(post.clocks.statutory.days).toBeLessThanOrEqual(30);
    const daysOf = (category: string) => categoriesOf(post).find(({ id }) => id === category)?.statutory?.days;
    expect([daysOf('P01-03'), daysOf('P10-01'), daysOf('P11-02')]).toEqual([7, 20, 60]);
    expect(post.mailServices.find(({ id }) => id === 'ems')?.statutory?.days).toBe(7);
  });

  test.each(packs)('ORG-3, REF-2: the ladders with their limits in the pack %s', (_id, pack) => {
    const ladders = pack.refunds.ladders.map(({ id, rungs }) => [id, rungs.map(({ roles, limitFen }) => [roles.join(' '), limitFen])]);
    expect(ladders).toEqual([
      [
        'hotline',
        [
          ['hotlineAgent', 10_000],
          ['hotlineDutyLeader', 30_000],
          ['complaintSupervisor centreDirector', 50_000],
          ['unitHead', 100_000],
          ['companyLeader', null],
        ],
      ],
      [
        'department',
        [
          ['departmentHandler networkEngineer', 10_000],
          ['departmentHead', 100_000],
          ['companyLeader', null],
        ],
      ],
      [
        'outlet',
        [
          ['outletClerk', 10_000],
          ['outletManager', 30_000],
          ['unitHead', 100_000],
          ['companyLeader', null],
        ],
      ],
    ]);
  });

  test.each(packs)('REF-4, REF-6, REF-7 in the pack %s', (_id, pack) => {
    const { cumulateDays, remindAfterHours, moveUpAfterHours, payWithin, fraud, batchUpToFen, reauthenticateAboveFen, mostFen } = pack.refunds;
    expect({ cumulateDays, remindAfterHours, moveUpAfterHours, payWithinDays: payWithin.days }).toEqual({
      cumulateDays: 30,
      remindAfterHours: 4,
      moveUpAfterHours: 8,
      payWithinDays: 15,
    });
    expect([fraud.factor, fraud.leastFen]).toEqual([3, 50_000]);
    expect([batchUpToFen, reauthenticateAboveFen, mostFen]).toEqual([10_000, 50_000, 10_000_000]);
  });

  test('REF-7: double refund is the telecom operator’s pledge, caps by postage are the post’s', () => {
    expect([telecom.refunds.pledge?.factor, post.refunds.pledge]).toEqual([2, null]);
    expect([post.refunds.postal?.uninsuredPostageFactor, post.refunds.postal?.registeredPostageFactor, telecom.refunds.postal]).toEqual([3, 3, null]);
  });

  test('CLO-1, CLO-2: the 6th, and what may happen to each bucket; the post keeps no accounts', () => {
    expect([telecom.closures?.transferDay, post.closures]).toEqual([6, null]);
    expect(telecom.closures?.table.map(({ kind, account, cash, rechargeCard, promotional }) => [kind, account, cash, rechargeCard, promotional])).toEqual([
      ['asked', 'goTone', ['transfer', 'refund'], ['transfer'], []],
      ['asked', 'prepaid', ['transfer'], ['transfer'], []],
      ['arrears', 'goTone', [], [], []],
      ['expired', 'prepaid', ['transfer'], ['transfer'], []],
    ]);
  });

  test('red lines: conduct, unauthorised orders, blocked changes, refused closure, number portability', () => {
    const redLines = categoriesOf(telecom)
      .filter(({ redLine }) => redLine)
      .map(({ id }) => id);
    expect(redLines).toEqual(['T02-01', 'T03-01', 'T07-01', 'T08-02', 'T09-01', 'T09-02', 'T09-03', 'T09-04']);
    expect(
      categoriesOf(post)
        .filter(({ redLine }) => redLine)
        .map(({ id }) => id),
    ).toEqual(['P04-01', 'P04-02', 'P07-02']);
  });
});

describe.each(packs)('the pack %s is in order', (id, pack) => {
  test('its version is its own, and nothing in it is there twice', () => {
    expect(pack.version.startsWith(`${id}-`)).toBe(true);
    for (const ids of [categoriesOf(pack), pack.categories, pack.tiers, pack.channels, pack.mailServices, pack.urgencies].map((list) =>
      list.map((entry) => entry.id),
    )) {
      expect(new Set(ids).size).toBe(ids.length);
    }
  });

  test('REF-2: each ladder goes up without a gap to somebody without a limit, and one serves the units that no other names', () => {
    for (const { rungs } of pack.refunds.ladders) {
      const limits = rungs.map(({ limitFen }) => limitFen ?? Number.POSITIVE_INFINITY);
      expect(limits).toEqual([...new Set(limits)].sort((one, other) => one - other));
      expect(limits.at(-1)).toBe(Number.POSITIVE_INFINITY);
      for (const rung of rungs) {
        expect(rung.roles.filter((role) => !roles.some((known) => known === role))).toEqual([]);
        expect(rung.unitKinds.filter((kind) => !unitKinds.some((known) => known === kind))).toEqual([]);
      }
    }
    expect(pack.refunds.ladders.filter((ladder) => ladder.unitKinds === null)).toHaveLength(1);
  });

  test('every category lies in its group, and "other" stands last, where repair expects it', () => {
    for (const group of pack.categories) for (const child of group.children) expect(child.id.slice(0, 3)).toBe(group.id);
    expect(categoriesOf(pack).at(-1)?.id).toMatch(/^[TP]99-01$/);
  });

  test('REC-1: every channel of the policy is there', () => {
    const channels = [
      'hotline',
      'outlet',
      // GRN-1: intake points of the telecom operator's own.
      ...(pack.id === 'telecom' ? ['goToneDesk', 'vipClub', 'serviceSite'] : []),
      'fieldVisit',
      'web',
      'app',
      'letter',
      'groupChat',
      'regulatorTransfer',
      'superiorTransfer',
      'mayorHotline',
      'media',
      'leadershipVisit',
    ];
    expect(pack.channels.map((channel) => channel.id)).toEqual(channels);
  });

  test('whoever may not find a category by its words finds it by its initials', () => {
    for (const child of categoriesOf(pack)) expect([child.id, child.initials.length > 0 && child.keywords.length > 0]).toEqual([child.id, true]);
  });
});

test('RET-2: a pack has no pepper; a version from when every phone could read it is still read', () => {
  expect(telecomFile).not.toHaveProperty('contactPepper');
  expect(packSchema.safeParse({ ...telecomFile, contactPepper: 'known-to-every-phone' }).success).toBe(true);
});

describe('what is no pack', () => {
  const rung = { roles: ['outletClerk'], unitKinds: ['outlet'], limitFen: 10_000 };

  test('a rung like that is one', () => {
    const refunds = { ...telecomFile.refunds, ladders: [{ id: 'x', unitKinds: null, rungs: [rung, { ...rung, limitFen: null }] }] };
    expect(packSchema.safeParse({ ...telecomFile, refunds }).success).toBe(true);
  });

  test.each([
    ['a zone that is not the operator’s', { timeZone: 'UTC' }],
    ['a version of another operator’s making', { version: '2026.1' }],
    ['no tier', { tiers: [] }],
    ['two urgencies', { urgencies: telecomFile.urgencies.slice(1) }],
    ['hours that are none', { clocks: { ...telecomFile.clocks, trustWindowHours: 0 } }],
    ['half a day of working days', { clocks: { ...telecomFile.clocks, crossProvinceWorkingDays: 3.5 } }],
    ['a field that nobody knows', { discount: 1 }],
    ['a limit of half a fen', { refunds: { ...telecomFile.refunds, ladders: [{ id: 'x', unitKinds: null, rungs: [rung, { ...rung, limitFen: 0.5 }] }] } }],
    ['a limit below nothing', { refunds: { ...telecomFile.refunds, ladders: [{ id: 'x', unitKinds: null, rungs: [rung, { ...rung, limitFen: -1 }] }] } }],
    ['a ladder of one rung', { refunds: { ...telecomFile.refunds, ladders: [{ id: 'x', unitKinds: null, rungs: [rung] }] } }],
    ['no ladder', { refunds: { ...telecomFile.refunds, ladders: [] } }],
    ['a window of no day', { refunds: { ...telecomFile.refunds, cumulateDays: 0 } }],
    ['a pledge of once what was taken', { refunds: { ...telecomFile.refunds, pledge: { ...telecomFile.refunds.pledge, factor: 1 } } }],
    ['transfers on a day that some month lacks', { closures: { ...telecomFile.closures, transferDay: 29 } }],
    ['a closure that burns what is left', { closures: { ...telecomFile.closures, table: [{ ...telecomFile.closures.table[0], cash: ['burn'] }] } }],
  ])('%s is refused', (_told, changes) => {
    expect(packSchema.safeParse({ ...telecomFile, ...changes }).success).toBe(false);
    expect(packSchema.safeParse(telecomFile).success).toBe(true);
  });
});

describe('a pack that was stored before it said so', () => {
  const { areaCodes: _later, ...former } = { ...telecomFile, channels: telecomFile.channels.map(({ id, name }) => ({ id, name })) };

  test('REC-2: knows the area codes and the channels that can lack a number', () => {
    const pack = packSchema.parse(former);
    expect(pack.areaCodes).toEqual({ '3208': '0517' });
    const may = ({ channels }: Pack) => channels.filter(({ mayLackNumber }) => mayLackNumber).map(({ id }) => id);
    expect(may(pack)).toEqual(['letter', 'regulatorTransfer', 'superiorTransfer', 'mayorHotline', 'media']);
    expect(may(pack)).toEqual(may(telecom));
    expect(may(post)).toEqual(may(telecom));
  });

  test('one of today is taken at its word', () => {
    const strict = packSchema.parse({ ...former, areaCodes: {} });
    expect([strict.areaCodes, strict.channels.some(({ mayLackNumber }) => mayLackNumber)]).toEqual([{}, false]);
  });
});
