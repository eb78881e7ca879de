import type { Staff } from '../organisation/staff.ts';

/** Who acts: a member of staff as their staff document says now, a customer by their link, or the product itself. */
export type EntryActor = { kind: 'staff'; staff: Staff } | { kind: 'customer' } | { kind: 'system' };
