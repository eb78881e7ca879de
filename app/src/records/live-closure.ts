import { type Closure, closureFromStored } from '@shouwen/domain/closure/closure';
import type { FollowedList } from '../platform/firestore/follow.ts';
import { useQuery } from '../platform/firestore/use-followed.ts';
import { type LiveAggregate, useLiveAggregate } from './live-aggregate.ts';

/** The rules let nobody ask for more at once without a reason, and a phone shows no more. */
export const closuresShown = 50;

export type LiveClosure = LiveAggregate<Closure>;

/** Follows a closure and its journal; null follows nothing. */
export function useLiveClosure(id: string | null): LiveClosure {
  return useLiveAggregate('closures', id, closureFromStored);
}

/** Follows the newest closures that this unit may see. */
export function useLiveClosures(unitId: string): FollowedList<Closure> {
  return useQuery(
    unitId,
    ({ db, api }) =>
      api.query(api.collection(db, 'closures'), api.where('audience', 'array-contains', unitId), api.orderBy('updatedAt', 'desc'), api.limit(closuresShown)),
    closureFromStored,
  );
}
