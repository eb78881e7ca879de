import { expect, test } from 'vitest';
import { person, units } from '../testing/organisation.ts';
import type { Role } from './staff.ts';
import { isSuperiorOf, maySetAvailability } from './superior.ts';

/** Who sets whose availability, as the organisation has it: downwards along one line, in a higher job, and nobody else. */
const cases: [by: Role, ofUnit: string, of: Role, atUnit: string, may: boolean][] = [
  ['outletManager', 'outlet', 'outletClerk', 'outlet', true],
  ['unitHead', 'branch', 'outletManager', 'outlet', true],
  ['unitHead', 'branch', 'departmentHandler', 'branch', true],
  ['companyLeader', 'city', 'unitHead', 'branch', true],
  ['companyLeader', 'city', 'administrator', 'city', true],
  ['unitHead', 'service', 'centreDirector', 'centre', true],
  ['centreDirector', 'centre', 'complaintSupervisor', 'centre', true],
  ['complaintSupervisor', 'centre', 'hotlineDutyLeader', 'centre', true],
  ['hotlineDutyLeader', 'centre', 'hotlineAgent', 'centre', true],
  ['departmentHead', 'billing', 'departmentHandler', 'billing', true],
  ['hotlineDutyLeader', 'centre', 'centreDirector', 'centre', false],
  ['hotlineDutyLeader', 'centre', 'complaintSupervisor', 'centre', false],
  ['complaintSupervisor', 'centre', 'centreDirector', 'centre', false],
  ['centreDirector', 'centre', 'unitHead', 'service', false],
  ['outletManager', 'outlet', 'outletManager', 'outlet', false],
  ['outletManager', 'outlet', 'unitHead', 'branch', false],
  ['unitHead', 'branch', 'companyLeader', 'city', false],
  ['unitHead', 'elsewhere', 'outletClerk', 'outlet', false],
  ['departmentHead', 'billing', 'networkEngineer', 'network', false],
  ['hotlineDutyLeader', 'service', 'centreDirector', 'centre', false],
  ['outletClerk', 'outlet', 'outletClerk', 'outlet', false],
  ['departmentHandler', 'branch', 'outletClerk', 'outlet', false],
  ['administrator', 'city', 'outletClerk', 'outlet', false],
  ['auditor', 'city', 'outletClerk', 'outlet', false],
];

test.each(cases)('ORG-4: %s of %s for %s of %s: %s', (by, ofUnit, of, atUnit, may) => {
  const [one, other] = [person('one', by, ofUnit), person('other', of, atUnit)];
  expect(maySetAvailability(one, other, units)).toBe(may);
  expect(isSuperiorOf(one, other, units)).toBe(may);
});

test('ORG-4: everybody says it of themselves, and is no superior of theirs', () => {
  for (const role of ['outletClerk', 'companyLeader', 'auditor'] as const) {
    const one = person('one', role, 'city');
    expect([maySetAvailability(one, one, units), isSuperiorOf(one, one, units)]).toEqual([true, false]);
  }
});
