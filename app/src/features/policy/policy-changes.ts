import '../../platform/device/schemas-without-eval.ts';
import { calendarYearSchema } from '@shouwen/domain/calendar/working-days';
import type { Staff } from '@shouwen/domain/organisation/staff';
import { policyChangeSchema } from '@shouwen/domain/policy/change-policy';
import { z } from 'zod';
import type { FollowedList } from '../../platform/firestore/follow.ts';
import { useQuery } from '../../platform/firestore/use-followed.ts';

const changesShown = 50;
const value = z.union([policyChangeSchema.shape.value, calendarYearSchema]).nullable();
const moment = z.custom<{ toMillis(): number }>((at) => typeof at === 'object' && at !== null && 'toMillis' in at).transform((at) => at.toMillis());

const changeSchema = z.object({
  /** Null where it was the calendar that changed. */
  version: z.string().nullable(),
  byName: z.string(),
  /** Who had the second word; null where none was needed. */
  confirmedByName: z.string().nullable().default(null),
  at: moment,
  reason: z.string(),
  changes: z.array(z.object({ key: z.string(), before: value, after: value })),
  applying: z.enum(['none', 'running', 'done']),
});

/** Who published a version, or took in a calendar, when and why, and each figure before and after. */
export type PublishedChange = z.infer<typeof changeSchema> & { id: string };
export type PolicyHistory = FollowedList<PublishedChange>;

/** Follows what was published last, newest first. */
export function usePolicyChanges(pack: Staff['pack']): PolicyHistory {
  return useQuery(
    pack,
    ({ db, api }) => api.query(api.collection(db, 'policyChanges'), api.where('pack', '==', pack), api.orderBy('at', 'desc'), api.limit(changesShown)),
    readChange,
  );
}

function readChange(id: string, stored: Record<string, unknown>): PublishedChange | null {
  const parsed = changeSchema.safeParse(stored);
  return parsed.success ? { ...parsed.data, id } : null;
}
