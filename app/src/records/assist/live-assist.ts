import { type Assist, assistFromStored } from '@shouwen/domain/assist/assist';
import type { Staff } from '@shouwen/domain/organisation/staff';
import type { LoadedFirestore } from '../../platform/firestore/firebase-firestore.ts';
import type { FollowedList } from '../../platform/firestore/follow.ts';
import { useQuery } from '../../platform/firestore/use-followed.ts';
import { type LiveAggregate, useLiveAggregate } from '../live-aggregate.ts';

/** What a phone shows of a list; the rules let nobody ask for more than 200 at once. */
export const assistsShown = 50;

/** To be answered by one's unit, to be decided by customer service, asked by oneself. */
export const assistLists = ['toDo', 'toArbitrate', 'asked'] as const;
export type AssistList = (typeof assistLists)[number];

type Person = Pick<Staff, 'uid' | 'unitId'>;

/** Follows an assist and its journal. */
export function useLiveAssist(id: string): LiveAggregate<Assist> {
  return useLiveAggregate('assists', id, assistFromStored);
}

/** Follows one of the lists, from the phone's copy while there is no network. */
export function useLiveAssists(list: AssistList, { uid, unitId }: Person): FollowedList<Assist> {
  return useQuery(`${list} ${uid} ${unitId}`, (firestore) => queryOf(firestore, list, { uid, unitId }), assistFromStored);
}

function queryOf({ db, api }: LoadedFirestore, list: AssistList, { uid, unitId }: Person) {
  const assists = api.collection(db, 'assists');
  const most = api.limit(assistsShown);
  switch (list) {
    case 'toDo':
      return api.query(assists, api.where('toUnitId', '==', unitId), api.where('isAwaited', '==', true), api.orderBy('dueAt'), most);
    case 'toArbitrate':
      return api.query(assists, api.where('audience', 'array-contains', unitId), api.where('state', '==', 'inArbitration'), api.orderBy('dueAt'), most);
    case 'asked':
      return api.query(assists, api.where('requesterUid', '==', uid), api.where('open', '==', true), api.orderBy('updatedAt', 'desc'), most);
  }
}
