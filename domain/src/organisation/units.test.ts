import { describe, expect, test } from 'vitest';
import { unitOf, unitRecord } from '../testing/organisation.ts';
import { unitRecordSchema } from './unit.ts';
import { buildUnits } from './units.ts';

describe('ORG-1: who is above whom, and who sees what a unit receives or handles', () => {
  test('the way up leads from the unit to the company', () => {
    expect(unitOf('outlet').path).toEqual(['outlet', 'branch', 'city']);
    expect(unitOf('city').path).toEqual(['city']);
  });

  test('CRI-2: the way up and the oversight units see it, each once', () => {
    expect(unitOf('outlet').audience).toEqual(['outlet', 'branch', 'city', 'service', 'centre']);
    expect(unitOf('centre').audience).toEqual(['centre', 'service', 'city']);
  });

  test('one operator’s oversight does not see the other’s complaints', () => {
    const units = buildUnits([unitRecord('t-city', 'cityCompany', null), unitRecord('p-centre', 'complaintCentre', null, { pack: 'post', oversight: true })]);
    expect(units.get('t-city')?.audience).toEqual(['t-city']);
    expect(units.get('p-centre')?.audience).toEqual(['p-centre']);
  });

  test('the order of the records makes no difference', () => {
    const records = [unitRecord('outlet', 'outlet', 'branch'), unitRecord('branch', 'branch', 'city'), unitRecord('city', 'cityCompany', null)];
    expect(buildUnits(records).get('outlet')).toEqual(buildUnits(records.toReversed()).get('outlet'));
  });

  test('an organisation that is wrong cannot be built, and the unit at fault is named', () => {
    expect(() => buildUnits([unitRecord('outlet', 'outlet', 'branch')])).toThrow('unit outlet: its parent branch does not exist');
    expect(() => buildUnits([unitRecord('a', 'branch', 'b'), unitRecord('b', 'branch', 'a')])).toThrow('unit a: its way up goes in a circle at a');
    expect(() => buildUnits([unitRecord('a', 'branch', 'a')])).toThrow('in a circle');
  });
});

describe('the record of a unit', () => {
  test('is refused with a kind, a region or a field that there is not', () => {
    const record = unitRecord('branch', 'branch', 'city', { homeRegions: ['320812'], handlers: [{ uid: 'handler', categories: ['T04'] }] });
    expect(unitRecordSchema.safeParse(record).success).toBe(true);
    for (const wrong of [{ kind: 'embassy' }, { homeRegions: ['3208'] }, { id: 'Branch One' }, { budget: 5 }, { handlers: [{ uid: 'handler' }] }]) {
      expect(unitRecordSchema.safeParse({ ...record, ...wrong }).success).toBe(false);
    }
  });
});
