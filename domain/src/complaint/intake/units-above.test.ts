import { describe, expect, test } from 'vitest';
import { buildUnits } from '../../organisation/units.ts';
import { unitRecord } from '../../testing/organisation.ts';
import { unitsAbove } from './units-above.ts';

const units = buildUnits([
  unitRecord('city', 'cityCompany', null, { headUid: 'leader' }),
  unitRecord('service', 'customerService', 'city', { oversight: true, headUid: 'service-head' }),
  unitRecord('centre', 'complaintCentre', 'service', { oversight: true, headUid: 'director' }),
  unitRecord('branch', 'branch', 'city', { headUid: 'head' }),
  unitRecord('elsewhere', 'branch', 'city', { headUid: 'other-head' }),
  unitRecord('outlet', 'outlet', 'branch', { headUid: 'manager' }),
]);
const unit = (id: string) => units.get(id) ?? expect.fail(`no unit ${id}`);
const headsAbove = (handlerUid: string | null, handlingUnitId: string | null, because: Parameters<typeof unitsAbove>[2] = ['repeat']) =>
  unitsAbove(unit('branch'), [{ handlerUid, handlingUnitId }], because, units).map(({ headUid }) => headUid);

describe('ATT-4: who stands at least one level above whoever had it', () => {
  test('above a handler the head of the unit, then those above; above the head, not the head again', () => {
    expect(headsAbove('handler', 'branch')).toEqual(['head', 'director', 'leader']);
    expect(headsAbove('head', 'branch')).toEqual(['director', 'leader']);
    expect(headsAbove('director', 'centre')).toEqual(['leader']);
    expect(headsAbove('leader', 'city')).toEqual([]);
  });

  test('of another unit: a handler stands below every head of the way, a head below those above both', () => {
    expect(headsAbove('handler', 'elsewhere')).toEqual(['head', 'director', 'leader']);
    expect(headsAbove('other-head', 'elsewhere')).toEqual(['leader']);
  });

  test('of several who had it, above all of them', () => {
    const had = [
      { handlerUid: 'handler', handlingUnitId: 'branch' },
      { handlerUid: 'head', handlingUnitId: 'branch' },
    ];
    expect(unitsAbove(unit('branch'), had, ['repeat'], units).map(({ headUid }) => headUid)).toEqual(['director', 'leader']);
  });

  test('what nobody had, and what has no reason, goes to nobody above; what came from above does, whoever had it', () => {
    expect(headsAbove(null, 'branch')).toEqual([]);
    expect(headsAbove('handler', 'branch', [])).toEqual([]);
    expect(headsAbove(null, null, ['escalated'])).toEqual(['head', 'director', 'leader']);
    expect(unitsAbove(unit('branch'), [], ['escalated'], units).map(({ headUid }) => headUid)).toEqual(['head', 'director', 'leader']);
  });
});
