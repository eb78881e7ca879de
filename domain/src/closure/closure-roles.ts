import type { Staff } from '../organisation/staff.ts';

/** Jobs that serve customers at a counter: they open closures and take down another target. */
export const closureRoles: readonly Staff['role'][] = ['outletClerk', 'outletManager'];
