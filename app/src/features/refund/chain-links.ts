import type { Staff } from '@shouwen/domain/organisation/staff';
import type { Approval } from '@shouwen/domain/refund/refund';

/** One post of a chain as it is shown: "outlet manager 300, Wang". */
export interface ChainLink {
  role: string;
  unitId: string;
  limitFen: number | null;
  names: string[];
}

/** The posts of a chain in order, with the names of whoever holds them now; a holder whom the directory does not know is left out. */
export function chainLinks(
  steps: readonly Pick<Approval, 'roles' | 'unitId' | 'limitFen' | 'holderUids'>[],
  staff: readonly Pick<Staff, 'uid' | 'name' | 'role'>[],
): ChainLink[] {
  return steps.map(({ roles, unitId, limitFen, holderUids }) => {
    const holders = holderUids.flatMap((uid) => staff.find((person) => person.uid === uid) ?? []);
    return { role: holders[0]?.role ?? roles[0] ?? '', unitId, limitFen, names: holders.map(({ name }) => name) };
  });
}
