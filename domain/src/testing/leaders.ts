import type { Staff } from '../organisation/staff.ts';
import type { Directory } from '../complaint/time/reporting-line.ts';
import { person, staff, units } from './organisation.ts';

/** Who stands above the complaints of `complaints.ts`, one for each post of the reporting line, from the bottom up. */
export const leaders = {
  manager: person('manager', 'outletManager', 'outlet'),
  head: staff.head,
  serviceHead: person('service-head', 'unitHead', 'service'),
  leader: person('leader', 'companyLeader', 'city'),
} as const;

/** The directory with some of them otherwise, or gone (null). */
export function directoryWith(changes: Partial<Record<keyof typeof leaders, Partial<Staff> | null>> = {}): Directory {
  const everybody = (Object.keys(leaders) as (keyof typeof leaders)[]).flatMap((name) => {
    const change = changes[name];
    return change === null ? [] : [{ ...leaders[name], ...change }];
  });
  return { leaders: everybody, units };
}

export const directory = directoryWith();
