import { useEffect, useMemo, useState } from 'react';
import { type Staff, staffSchema } from '@shouwen/domain/organisation/staff';
import type { LoadedFirestore } from '../platform/firestore/firebase-firestore.ts';
import { useConnectivity } from '../platform/device/connectivity.ts';
import { type FollowedList, followQuery } from '../platform/firestore/follow.ts';
import { useReference } from '../platform/reference/reference.ts';

/** The rules let nobody ask for more at once, nor can a question name more. */
const mostAtOnce = 30;

/** What staff documents say at present; `isLastKnown` where there is no network and they say it as this phone last read them, if it ever did. */
export interface ColleaguesNow {
  people: ReadonlyMap<string, Staff>;
  isLastKnown: boolean;
}

type Read = Pick<ColleaguesNow, 'people'> & { isCurrent: boolean };

const nobody: Read = { people: new Map(), isCurrent: false };

/** Follows whether certain colleagues are there and who stands in for them, which the directory does not say; from the phone's copy while there is no network. */
export function useColleaguesNow(uids: readonly string[]): ColleaguesNow {
  const pack = useReference()?.pack.id;
  const [now, setNow] = useState(nobody);
  const { online } = useConnectivity();
  const key = [...new Set(uids)]
    .filter((uid) => uid !== '')
    .toSorted()
    .join(' ');
  useEffect(() => {
    setNow(nobody);
    if (pack === undefined || key === '') return undefined;
    const shares = sharesOf(key.split(' '));
    const lists = new Map<number, FollowedList<Staff>>();
    const stops = shares.map((share, index) =>
      followQuery<Staff>(
        (firestore) => questionFor(firestore, pack, share),
        (_id, stored) => staffSchema.safeParse(stored).data ?? null,
        (list) => {
          lists.set(index, list);
          setNow(together([...lists.values()], shares.length));
        },
      ),
    );
    return () => stops.forEach((stop) => stop());
  }, [pack, key]);
  return useMemo(() => ({ people: now.people, isLastKnown: !now.isCurrent && !online }), [now, online]);
}

function sharesOf(uids: readonly string[]): string[][] {
  return Array.from({ length: Math.ceil(uids.length / mostAtOnce) }, (_, index) => uids.slice(index * mostAtOnce, (index + 1) * mostAtOnce));
}

function questionFor({ db, api }: LoadedFirestore, pack: string, uids: readonly string[]) {
  return api.query(api.collection(db, 'staff'), api.where('pack', '==', pack), api.where('uid', 'in', uids), api.limit(mostAtOnce));
}

function together(lists: readonly FollowedList<Staff>[], wanted: number): Read {
  const people = lists.flatMap((list) => (list.status === 'here' ? list.values : []));
  const isCurrent = lists.length === wanted && lists.every((list) => list.status === 'here' && !list.isFromCache);
  return { people: new Map(people.map((person) => [person.uid, person])), isCurrent };
}
