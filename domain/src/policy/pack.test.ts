import { describe, expect, test } from 'vitest';
import telecomFile from '../../packs/telecom.json' with { type: 'json' };
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

  test('every category lies in its group, and "other" stands last, where repair expects it', () => {
    for (const group of pack.categories) for (const child of group.children) expect(child.id.slice(0, 3)).toBe(group.id);
    expect(categoriesOf(pack).at(-1)?.id).toMatch(/^[TP]99-01$/);
  });

  test('REC-1: every channel of the policy is there', () => {
    const channels = [
      'hotline',
      'outlet',
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

describe('what is no pack', () => {
  test.each([
    ['a zone that is not the operator’s', { timeZone: 'UTC' }],
    ['a version of another operator’s making', { version: '2026.1' }],
    ['a pepper too short to hide a number', { contactPepper: 'salt' }],
    ['no tier', { tiers: [] }],
    ['two urgencies', { urgencies: telecomFile.urgencies.slice(1) }],
    ['hours that are none', { clocks: { ...telecomFile.clocks, trustWindowHours: 0 } }],
    ['half a day of working days', { clocks: { ...telecomFile.clocks, crossProvinceWorkingDays: 3.5 } }],
    ['a field that nobody knows', { discount: 1 }],
  ])('%s is refused', (_told, changes) => {
    expect(packSchema.safeParse({ ...telecomFile, ...changes }).success).toBe(false);
    expect(packSchema.safeParse(telecomFile).success).toBe(true);
  });
});
