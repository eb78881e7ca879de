import { expect, test } from 'vitest';
import { person, staff, units } from '../../testing/organisation.ts';
import { headsAbove, needsSuccessor, successorWithoutHead } from './succession.ts';

const owned = { ownerUid: staff.owner.uid, receivingUnitId: 'outlet' };
const leader = person('leader', 'companyLeader', 'city');
const serviceHead = person('service-head', 'unitHead', 'service');

test('OWN-1: an owner who is with the operator and in the unit keeps it, also off duty; one who left or moved does not (ORG-4)', () => {
  expect(needsSuccessor(owned, person('owner', 'outletClerk', 'outlet', { onDuty: false }))).toBe(false);
  expect(needsSuccessor(owned, { ...staff.owner, active: false })).toBe(true);
  expect(needsSuccessor(owned, { ...staff.owner, unitId: 'billing' })).toBe(true);
  expect(needsSuccessor(owned, null)).toBe(true);
});

test('ORG-4: it goes up the way, past units without a head', () => {
  expect(headsAbove(owned, units)).toEqual(['head', 'leader']);
});

test('ORG-4: where no head is left, whoever leads nearest has it, on duty or not, then whoever watches over the company', () => {
  const deputyHead = person('deputy-head', 'unitHead', 'branch', { onDuty: false });
  expect(successorWithoutHead(owned, { leaders: [serviceHead, deputyHead] }, units)).toBe(deputyHead);
  expect(successorWithoutHead(owned, { leaders: [{ ...deputyHead, active: false }, serviceHead] }, units)).toBe(serviceHead);
});

test('ORG-4: it never goes back to whoever is leaving, nor to another branch; with nobody there it stays', () => {
  const elsewhere = person('elsewhere-head', 'unitHead', 'elsewhere');
  expect(successorWithoutHead({ ...owned, ownerUid: 'leader' }, { leaders: [leader, elsewhere] }, units)).toBeNull();
  expect(successorWithoutHead(owned, { leaders: [leader, elsewhere] }, units)).toBe(leader);
});
