import { describe, expect, test } from 'vitest';
import { buildUnits } from '../../organisation/units.ts';
import { person, post, telecom, unitOf, unitRecord, units } from '../../testing/organisation.ts';
import { deskHandlers, designatedHandlers, handlingUnit, isAvailable, lessLoaded, unitsToTry } from './assignment.ts';

const found = (category: string, homeRegion: string | null, among = units) => {
  const { unit, route } = handlingUnit({ pack: 'telecom', category, homeRegion }, telecom, among);
  return [unit.id, route];
};

describe('OWN-2, NET-1: the unit that handles a complaint', () => {
  test.each([
    ['the branch of the home region', 'T01-05', '320812', ['branch', 'homeRegion']],
    ['another branch for another region', 'T01-05', '320826', ['elsewhere', 'homeRegion']],
    ['the network unit for network matters, whatever the region', 'T04-01', '320812', ['network', 'network']],
    ['the network unit even when nobody knows the region', 'T04-01', null, ['network', 'network']],
    ['the complaint centre when nobody knows the region', 'T01-05', null, ['centre', 'unknownRegion']],
    ['the complaint centre when no branch has the region', 'T01-05', '110101', ['centre', 'noUnitForRegion']],
    ['by region when the pack does not know the category', 'T77-77', '320812', ['branch', 'homeRegion']],
  ])('%s', (_told, category, homeRegion, expected) => {
    expect(found(category, homeRegion)).toEqual(expected);
  });

  test('OWN-5: what is routed out of the business stays at the complaint centre', () => {
    const pack = { ...telecom, categories: telecom.categories.map((one) => (one.id === 'T99' ? { ...one, route: 'outOfBusiness' as const } : one)) };
    expect(handlingUnit({ pack: 'telecom', category: 'T99-01', homeRegion: '320812' }, pack, units)).toMatchObject({
      unit: { id: 'centre' },
      route: 'outOfBusiness',
    });
  });

  test('each operator has its own units: the post’s branch of the same region is not asked', () => {
    const both = buildUnits([
      unitRecord('p-city', 'cityCompany', null, { pack: 'post' }),
      unitRecord('p-branch', 'branch', 'p-city', { pack: 'post', homeRegions: ['320812'] }),
      unitRecord('t-city', 'cityCompany', null),
      unitRecord('t-branch', 'branch', 't-city', { homeRegions: ['320812'] }),
    ]);
    expect(found('T01-05', '320812', both)).toEqual(['t-branch', 'homeRegion']);
    expect(handlingUnit({ pack: 'post', category: 'P01-04', homeRegion: '320812' }, post, both).unit.id).toBe('p-branch');
  });

  test('never nobody: without a complaint centre or a network unit it is the company’s, and without a company the organisation is wrong', () => {
    const bare = buildUnits([unitRecord('city', 'cityCompany', null)]);
    expect(found('T01-05', '320812', bare)).toEqual(['city', 'noUnitForRegion']);
    expect(found('T04-01', null, bare)).toEqual(['city', 'network']);
    expect(() => found('T01-05', '320812', new Map())).toThrow('no unit of telecom can take complaints');
  });
});

describe('units to try in turn for a handler', () => {
  test.each([
    ['branch', ['branch', 'centre', 'city']],
    ['outlet', ['outlet', 'branch', 'centre', 'city']],
    ['centre', ['centre', 'service', 'city']],
    ['city', ['city', 'centre']],
  ])('from %s: the way up, the complaint centre as superior desk, the company last', (id, expected) => {
    expect(unitsToTry(unitOf(id), units).map((unit) => unit.id)).toEqual(expected);
  });
});

describe('ORG-2: designated handlers', () => {
  const [unit] = buildUnits([
    unitRecord('city', 'cityCompany', null, {
      handlers: [
        { uid: 'everything', categories: [] },
        { uid: 'billing', categories: ['T01'] },
        { uid: 'fees', categories: ['T01-05', 'T06-01'] },
      ],
    }),
  ]).values();
  if (!unit) throw new Error('the unit was not built');

  test.each([
    ['T01-05', ['everything', 'billing', 'fees']],
    ['T01-01', ['everything', 'billing']],
    ['T06-01', ['everything', 'fees']],
    ['T08-01', ['everything']],
  ])('for %s', (category, uids) => {
    expect(designatedHandlers(unit, { category, tier: 'ordinary', excludedUids: [] })).toEqual([uids]);
  });

  test('OWN-6: whoever gave it back does not get it back', () => {
    expect(designatedHandlers(unit, { category: 'T01-05', tier: 'ordinary', excludedUids: ['billing', 'everything'] })).toEqual([['fees']]);
  });
});

describe('NET-1: those at a unit’s desk look at a complaint first, and are no handlers of it', () => {
  const [unit] = buildUnits([
    unitRecord('network', 'network', null, {
      handlers: [
        { uid: 'desk', categories: ['T04'], desk: true },
        { uid: 'engineer', categories: ['T04'] },
        { uid: 'second-desk', categories: [], desk: true },
      ],
    }),
  ]).values();
  if (!unit) throw new Error('the unit was not built');

  test.each([
    ['T04-01', ['desk', 'second-desk'], [['engineer']]],
    ['T05-01', ['second-desk'], []],
  ])('for %s', (category, atDesk, handlers) => {
    const sought = { category, tier: 'ordinary', excludedUids: [] };
    expect(deskHandlers(unit, sought)).toEqual(atDesk);
    expect(designatedHandlers(unit, sought)).toEqual(handlers);
  });

  test('OWN-6: whoever gave it back does not get it back there either', () => {
    expect(deskHandlers(unit, { category: 'T04-01', tier: 'ordinary', excludedUids: ['desk'] })).toEqual(['second-desk']);
  });
});

describe('GRN-1: customers of a tier go to their own handlers first', () => {
  const [unit] = buildUnits([
    unitRecord('branch', 'branch', null, {
      handlers: [
        { uid: 'all', categories: [] },
        { uid: 'vip-desk', categories: [], tiers: ['vip', 'goTone'] },
        { uid: 'goTone-desk', categories: ['T04'], tiers: ['goTone'] },
      ],
    }),
  ]).values();
  if (!unit) throw new Error('the unit was not built');

  test.each([
    ['vip', 'T01-01', [['vip-desk'], ['all']]],
    ['goTone', 'T04-01', [['vip-desk', 'goTone-desk'], ['all']]],
    ['ordinary', 'T04-01', [['all'], ['vip-desk', 'goTone-desk']]],
  ])('%s, %s', (tier, category, asked) => {
    expect(designatedHandlers(unit, { category, tier, excludedUids: [] })).toEqual(asked);
  });
});

describe('ORG-4: who can be given work now', () => {
  test.each([
    ['on duty in the unit', person('p', 'departmentHandler', 'branch'), true],
    ['off duty', person('p', 'departmentHandler', 'branch', { onDuty: false }), false],
    ['suspended', person('p', 'departmentHandler', 'branch', { active: false }), false],
    ['moved to another unit', person('p', 'departmentHandler', 'billing'), false],
    ['nobody', null, false],
  ])('%s', (_told, staff, expected) => {
    expect(isAvailable(staff, 'branch')).toBe(expected);
  });

  test('of two, the one with less to do; on a tie the first', () => {
    expect(lessLoaded({ uid: 'one', openCount: 3 }, { uid: 'other', openCount: 2 })).toMatchObject({ uid: 'other' });
    expect(lessLoaded({ uid: 'one', openCount: 2 }, { uid: 'other', openCount: 3 })).toMatchObject({ uid: 'one' });
    expect(lessLoaded({ uid: 'one', openCount: 2 }, { uid: 'other', openCount: 2 })).toMatchObject({ uid: 'one' });
  });
});
