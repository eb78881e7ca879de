import { useEffect, useState } from 'react';
import { boardQuestion, type QuestionName, unitPortions } from '@shouwen/domain/board/board-question';
import type { BoardRules } from '@shouwen/domain/policy/board-rules';
import type { Complaint } from '@shouwen/domain/complaint/complaint';
import { complaintFromStored } from '@shouwen/domain/complaint/stored';
import { toStored } from '@shouwen/domain/kernel/stored';
import type { LoadedFirestore } from '../../platform/firestore/firebase-firestore.ts';
import { type FollowedList, followQuery } from '../../platform/firestore/follow.ts';
import { type Row, rowOf } from '../../platform/rows/row.ts';

/** What a number of a board counted. */
export interface CountedQuestion {
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

export type LiveCounted = FollowedList<Row>;

/** Follows the complaints behind a number, in the board's own order; null follows nothing yet. */
export function useLiveCounted(counted: CountedQuestion | null): LiveCounted {
  const [live, setLive] = useState<LiveCounted>({ status: 'loading' });
  // Told by its content: what is the same in a new object is not asked for again.
  const wish = counted && JSON.stringify(counted);
  useEffect(() => {
    setLive({ status: 'loading' });
    return wish === null ? undefined : followCounted(JSON.parse(wish) as CountedQuestion, setLive);
  }, [wish]);
  return live;
}

/** Many units are asked for in portions, which are told together once each of them has answered. */
function followCounted(counted: CountedQuestion, notify: (live: LiveCounted) => void): () => void {
  const portions = unitPortions(counted.unitIds);
  const told = new Map<number, Portion>();
  const stops = portions.map((portion, index) =>
    followQuery<Complaint>(
      (firestore) => queryOf(firestore, counted, portion),
      complaintFromStored,
      (list) => {
        if (list.status !== 'here') return notify({ status: 'failed' });
        told.set(index, list);
        if (told.size === portions.length) notify(merged([...told.values()], counted));
      },
    ),
  );
  return () => stops.forEach((stop) => stop());
}

type Portion = Extract<FollowedList<Complaint>, { status: 'here' }>;

function merged(parts: readonly Portion[], { name, rules, atMs }: CountedQuestion): LiveCounted {
  const [field, direction] = boardQuestion(name, rules, atMs).orderBy;
  const rank = (complaint: Complaint): number => valueIn(complaint, field) * (direction === 'asc' ? 1 : -1);
  const complaints = parts.flatMap(({ values }) => values).sort((one, other) => rank(one) - rank(other));
  return {
    status: 'here',
    values: complaints.slice(0, countedShown).map((complaint) => rowOf(complaint)),
    isFromCache: parts.some(({ isFromCache }) => isFromCache),
  };
}

/** A field by its path; nothing comes first. */
function valueIn(complaint: Complaint, path: string): number {
  const value = path.split('.').reduce<unknown>((inner, name) => (inner as Record<string, unknown> | null)?.[name], complaint);
  return typeof value === 'number' ? value : 0;
}

function queryOf({ db, api }: LoadedFirestore, { name, rules, atMs, ownUnitId }: CountedQuestion, unitIds: readonly string[]) {
  const { unit, where, orderBy } = boardQuestion(name, rules, atMs);
  const stored = (field: string, value: unknown): [field: string, value: unknown] =>
    Object.entries(toStored({ [field]: value }, (moment) => api.Timestamp.fromMillis(moment)))[0] ?? [field, value];
  const conditions = where.map(([field, operator, value]) => {
    const [storedField, storedValue] = stored(field, value);
    return api.where(storedField, operator, storedValue);
  });
  return api.query(
    api.collection(db, 'complaints'),
    api.where('audience', 'array-contains', ownUnitId),
    api.where(unit, 'in', [...unitIds]),
    ...conditions,
    api.orderBy(stored(orderBy[0], null)[0], orderBy[1]),
    api.limit(countedShown),
  );
}
