import { z } from 'zod';
import { addDays, startOfDayMs } from '../calendar/day.ts';
import type { EpochMs } from '../kernel/brand.ts';
import { writtenUid, writtenUnitId } from '../kernel/written-id.ts';
import { changeKinds, type RecordedChange } from './change.ts';
import { targetOf } from './second-person.ts';

/** A month of the operator's calendar. */
const monthSchema = z.string().regex(/^20\d{2}-(0[1-9]|1[0-2])$/);

/** What of the record is looked at (ADM-7); null stands for all. */
export const changeFilterSchema = z.strictObject({
  kind: z.enum(changeKinds).nullable(),
  /** Whoever proposed it, had the second word, or is who it is about. */
  uid: writtenUid.nullable(),
  /** The unit that it is about, or one above that. */
  unitId: writtenUnitId.nullable(),
  month: monthSchema.nullable(),
  /** In force on one person's word. */
  isAlone: z.boolean(),
});
export type ChangeFilter = z.infer<typeof changeFilterSchema>;

/** From when on and until before when a month lasts. */
export function spanOfMonth(month: string): { fromMs: EpochMs; untilMs: EpochMs } {
  const first = `${month}-01`;
  return { fromMs: startOfDayMs(first), untilMs: startOfDayMs(`${addDays(first, 31).slice(0, 7)}-01`) };
}

/** Whether a filter lets a change through. */
export function isInFilter(change: RecordedChange, { kind, uid, unitId, month, isAlone }: ChangeFilter): boolean {
  const span = month === null ? null : spanOfMonth(month);
  return (
    (kind === null || change.kind === kind) &&
    (uid === null || concerns(change, uid)) &&
    (unitId === null || change.unitIds.includes(unitId)) &&
    (span === null || (change.proposedAtMs >= span.fromMs && change.proposedAtMs < span.untilMs)) &&
    (!isAlone || isOnOneWord(change))
  );
}

/** In force without anybody's second word. */
export function isOnOneWord({ state, verdict }: Pick<RecordedChange, 'state' | 'verdict'>): boolean {
  return state === 'applied' && verdict === null;
}

function concerns(change: RecordedChange, uid: string): boolean {
  const deputy = change.kind === 'deputy' && change.deputy ? [change.deputy.uid] : [];
  return [change.byUid, change.verdict?.byUid, targetOf(change), ...deputy].includes(uid);
}
