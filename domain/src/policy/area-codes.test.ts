import { expect, test } from 'vitest';
import { telecom } from '../testing/organisation.ts';
import { areaCodesOf } from './area-codes.ts';

const regions = [{ code: '320812' }, { code: '320826' }, { code: '321302' }, { code: '110101' }];
const areaCodes = { '3208': '0517', '3213': '0527', '321302': '0528', '11': '010' };

test('REC-2: a landline without its area code is offered that of the customer’s county, the nearest that is known', () => {
  expect(areaCodesOf({ areaCodes }, '320826', regions)).toEqual(['0517']);
  expect(areaCodesOf({ areaCodes }, '321302', regions)).toEqual(['0528']);
  expect(areaCodesOf({ areaCodes }, '321311', regions)).toEqual(['0527']);
  expect(areaCodesOf({ areaCodes }, '990000', regions)).toEqual([]);
});

test('while the county is not known, those of all counties of the operator, each once', () => {
  expect(areaCodesOf({ areaCodes }, null, regions)).toEqual(['0517', '0528', '010']);
  expect(areaCodesOf(telecom, null, regions)).toEqual(['0517']);
});
