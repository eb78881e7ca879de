import '../../platform/device/schemas-without-eval.ts';
import { dailyCountSchema, type DailyCount, lookupSchema, type LookupRecord } from '@shouwen/domain/customer/access-record';
import { type DoubtfulReply, doubtfulReplySchema } from '@shouwen/domain/customer/doubtful-reply';
import { fromStored } from '@shouwen/domain/kernel/stored';
import type { Staff } from '@shouwen/domain/organisation/staff';
import type { FollowedList } from '../../platform/firestore/follow.ts';
import { useQuery } from '../../platform/firestore/use-followed.ts';

/** The rules let nobody ask for more at once. */
export const recordsShown = 200;
const repliesShown = 100;

type Pack = Staff['pack'];
export type Numbered<Value> = Value & { id: string };

/** Follows who looked up what, newest first (RET-2). */
export function useLookups(pack: Pack): FollowedList<Numbered<LookupRecord>> {
  return useNewest(pack, 'lookups', (stored) => lookupSchema.safeParse(stored).data);
}

/** Follows how many contacts people opened by day. */
export function useContactCounts(pack: Pack): FollowedList<Numbered<DailyCount>> {
  return useNewest(pack, 'contactCounts', (stored) => dailyCountSchema.safeParse(stored).data);
}

/** Follows how often people looked customers up by day. */
export function useLookupCounts(pack: Pack): FollowedList<Numbered<DailyCount>> {
  return useNewest(pack, 'lookupCounts', (stored) => dailyCountSchema.safeParse(stored).data);
}

/** Follows what was said as a customer by number and phone after staff had opened that contact. */
export function useDoubtfulReplies(pack: Pack): FollowedList<Numbered<DoubtfulReply>> {
  return useQuery(
    pack,
    ({ db, api }) =>
      api.query(api.collection(db, 'doubtfulReplies'), api.where('pack', '==', pack), api.orderBy('receivedAt', 'desc'), api.limit(repliesShown)),
    (id, stored) => numbered(id, doubtfulReplySchema.safeParse(fromStored(stored)).data),
  );
}

function useNewest<Value>(pack: Pack, collection: string, read: (stored: unknown) => Value | undefined): FollowedList<Numbered<Value>> {
  return useQuery(
    pack,
    ({ db, api }) => api.query(api.collection(db, collection), api.where('pack', '==', pack), api.orderBy('at', 'desc'), api.limit(recordsShown)),
    (id, stored) => numbered(id, read(stored)),
  );
}

/** Null of what cannot be read, which then does not keep the others from being shown. */
function numbered<Value>(id: string, value: Value | undefined): Numbered<Value> | null {
  return value === undefined ? null : { ...value, id };
}
