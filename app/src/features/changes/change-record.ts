import '../../platform/device/schemas-without-eval.ts';
import { type RecordedChange, changeFromStored } from '@shouwen/domain/change/change';
import { shownOrNull } from '../../platform/firestore/shown-document.ts';
import type { Staff } from '@shouwen/domain/organisation/staff';
import { call, CallRefused } from '../../platform/callable/callable.ts';
import type { FollowedList } from '../../platform/firestore/follow.ts';
import { useQuery } from '../../platform/firestore/use-followed.ts';

const changesShown = 100;

export type ChangeVerdict = 'confirm' | 'refuse' | 'withdraw';

/** Follows every act of administration of the own operator, newest first (ADM-7). */
export function useChanges(pack: Staff['pack']): FollowedList<RecordedChange> {
  return useQuery(
    pack,
    ({ db, api }) => api.query(api.collection(db, 'changes'), api.where('pack', '==', pack), api.orderBy('proposedAtMs', 'desc'), api.limit(changesShown)),
    (id, stored) => shownOrNull(changeFromStored, id, stored),
  );
}

/** Says yes or no to a change, or takes one's own back. @returns the code of a refusal; `offline` where nothing was reached. */
export async function decideOnChange(id: string, verdict: ChangeVerdict, reason: string): Promise<string | null> {
  try {
    await call('confirmChange', { id, verdict, reason });
    return null;
  } catch (error) {
    return error instanceof CallRefused ? error.reason.code : 'offline';
  }
}
