import type { Uid } from '@shouwen/domain/kernel/brand';
import type { Closure } from '@shouwen/domain/closure/closure';
import type { Preparing } from '../transaction/preparing.ts';
import { headAbove } from '../organisation/head-above.ts';

const mostManagers = 20;

/** Whose word can be asked for: the managers of the outlet but for whoever is asking, or, where there is none, the head above. */
export async function confirmersOf(preparing: Preparing, { requesterUnitId }: Closure, askingUid: Uid): Promise<Uid[]> {
  const managers = await preparing.reader.query({
    collection: 'staff',
    where: [
      ['unitId', '==', requesterUnitId],
      ['role', '==', 'outletManager'],
    ],
    limit: mostManagers,
  });
  const present = managers.filter(({ id, data }) => data['active'] === true && id !== askingUid).map(({ id }) => id);
  if (present.length > 0) return present;
  const head = await headAbove(preparing.host, preparing.reader, requesterUnitId, askingUid);
  return head === null ? [] : [head];
}
