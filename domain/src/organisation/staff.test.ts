import { expect, test } from 'vitest';
import { person, staff } from '../testing/organisation.ts';
import { roles, staffSchema } from './staff.ts';

test.each(roles)('ORG-3: %s is a job that a staff document can name', (role) => {
  expect(staffSchema.safeParse(person('somebody', role, 'branch')).success).toBe(true);
});

test('ORG-4: a staff document that leaves out whether somebody may act is none', () => {
  expect(staffSchema.safeParse(staff.suspended).success).toBe(true);
  for (const wrong of [
    { active: undefined },
    { onDuty: 'yes' },
    { role: 'king' },
    { email: 'nowhere' },
    { uid: 'a b' },
    { pack: 'bank' },
    { limitYuan: 1000 },
  ]) {
    expect(staffSchema.safeParse({ ...staff.handler, ...wrong }).success).toBe(false);
  }
});
