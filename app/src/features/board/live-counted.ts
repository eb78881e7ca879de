import { useEffect, useState } from 'react';
import { boardQuestion, type QuestionName, unitPortions } from '@shouwen/domain/board/board-question';
import type { BoardRules } from '@shouwen/domain/policy/board-rules';
import type { Complaint } from '@shouwen/domain/complaint/complaint';
import { complaintFromStored } from '@shouwen/domain/complaint/stored';
import { toStored } from '@shouwen/domain/kernel/stored';
import { type LoadedFirestore, loadFirestore } from '../../platform/firestore/firebase-firestore.ts';
import { followSnapshot } from '../../platform/firestore/follow-snapshot.ts';
import { type Row, rowOf } from '../../platform/rows/row.ts';

/** What a number of a board counted. */
export interface Counted {
  name: QuestionName;
  /** Units of the line or lines. */
  unitIds: readonly string[];
  rules: BoardRules;
  /** When the board was counted. */
  atMs: number;
  /** The unit of whoever looks: the database shows them nothing that their unit does not see. */
  ownUnitId: string;
}

/** What a phone shows of a list. */
export const countedShown = 50;

export type LiveCounted = { status: 'loading' | 'failed' } | { status: 'here'; rows: readonly Row[]; isFromCache: boolean };

/** Follows the complaints behind a number, in the board's own order; null follows nothing yet. */
export function useLiveCounted(counted: Counted | null): LiveCounted {
  const [live, setLive] = useState<LiveCounted>({ status: 'loading' });
  // Told by its content: what is the same in a new object is not asked for again.
  const wish = counted && JSON.stringify(counted);
  useEffect(() => {
    setLive({ status: 'loading' });
    return wish === null
      ? undefined
      : followSnapshot(
          () => watchCounted(JSON.parse(wish) as Counted, setLive),
          () => setLive({ status: 'failed' }),
        );
  }, [wish]);
  return live;
}

/** Many units are asked for in portions, which are told together once each of them has answered. */
async function watchCounted(counted: Counted, tell: (live: LiveCounted) => void): Promise<() => void> {
  const firestore = await loadFirestore();
  const portions = unitPortions(counted.unitIds);
  const told = new Map<number, { complaints: Complaint[]; isFromCache: boolean }>();
  const stops = portions.map((portion, index) =>
    firestore.api.onSnapshot(
      queryOf(firestore, counted, portion),
      { includeMetadataChanges: true },
      (snapshot) => {
        const complaints = snapshot.docs.map((document) => complaintFromStored(document.id, document.data()));
        told.set(index, { complaints, isFromCache: snapshot.metadata.fromCache });
        if (told.size === portions.length) tell(merged([...told.values()], counted));
      },
      () => tell({ status: 'failed' }),
    ),
  );
  return () => stops.forEach((stop) => stop());
}

function merged(parts: readonly { complaints: readonly Complaint[]; isFromCache: boolean }[], { name, rules, atMs }: Counted): LiveCounted {
  const [field, direction] = boardQuestion(name, rules, atMs).orderBy;
  const rank = (complaint: Complaint): number => (complaint[field] ?? 0) * (direction === 'asc' ? 1 : -1);
  const complaints = parts.flatMap((part) => part.complaints).sort((one, other) => rank(one) - rank(other));
  return {
    status: 'here',
    rows: complaints.slice(0, countedShown).map((complaint) => rowOf(complaint)),
    isFromCache: parts.some(({ isFromCache }) => isFromCache),
  };
}

function queryOf({ db, api }: LoadedFirestore, { name, rules, atMs, ownUnitId }: Counted, unitIds: readonly string[]) {
  const { where, orderBy } = boardQuestion(name, rules, atMs);
  const stored = (field: string, value: unknown): [field: string, value: unknown] =>
    Object.entries(toStored({ [field]: value }, (moment) => api.Timestamp.fromMillis(moment)))[0] ?? [field, value];
  const conditions = where.map(([field, operator, value]) => {
    const [storedField, storedValue] = stored(field, value);
    return api.where(storedField, operator, storedValue);
  });
  return api.query(
    api.collection(db, 'complaints'),
    api.where('audience', 'array-contains', ownUnitId),
    api.where('handlingUnitId', 'in', [...unitIds]),
    ...conditions,
    api.orderBy(stored(orderBy[0], null)[0], orderBy[1]),
    api.limit(countedShown),
  );
}
