import '../../platform/device/schemas-without-eval.ts';
import { dayOf, startOfDayMs } from '@shouwen/domain/calendar/day';
import { fromStored } from '@shouwen/domain/kernel/stored';
import type { Staff } from '@shouwen/domain/organisation/staff';
import { type Message, messageFromStored, type MessageState } from '@shouwen/domain/outreach/message';
import { z } from 'zod';
import { nowMs } from '../../platform/device/clock.ts';
import { loadFirestore, type LoadedFirestore } from '../../platform/firestore/firebase-firestore.ts';
import type { Followed, FollowedList } from '../../platform/firestore/follow.ts';
import { useDocument, useQuery } from '../../platform/firestore/use-followed.ts';

type Pack = Staff['pack'];

/** Nothing is counted beyond it. */
export const mostCounted = 1000;
const lettersShown = 50;
const failedShown = 50;

/** How today's messages stand, each state under the heading that it is counted by. */
export const countedStates = {
  waiting: ['waiting', 'sending'],
  accepted: ['accepted'],
  delivered: ['delivered'],
  failed: ['failed', 'expired'],
  skipped: ['skipped'],
} as const satisfies Record<string, readonly MessageState[]>;
export type MessageCount = keyof typeof countedStates;
export type CentreCounts = Record<MessageCount, number>;

function todays({ db, api }: LoadedFirestore, pack: Pack, states: readonly MessageState[], most: number) {
  return api.query(
    api.collectionGroup(db, 'messages'),
    api.where('pack', '==', pack),
    api.where('state', 'in', states),
    api.where('createdAtMs', '>=', startOfDayMs(dayOf(nowMs()))),
    api.orderBy('createdAtMs', 'desc'),
    api.limit(most),
  );
}

/** How many messages of today there are of each kind. @throws without a network. */
export async function countMessages(pack: Pack): Promise<CentreCounts> {
  const firestore = await loadFirestore();
  const names = Object.keys(countedStates) as MessageCount[];
  const counted = await Promise.all(names.map((name) => firestore.api.getCountFromServer(todays(firestore, pack, countedStates[name], mostCounted))));
  return Object.fromEntries(names.map((name, index) => [name, counted[index]?.data().count ?? 0])) as CentreCounts;
}

/** Follows what of today did not arrive, the latest first (TEL-5). */
export function useFailedMessages(pack: Pack): FollowedList<Message> {
  return useQuery(pack, (firestore) => todays(firestore, pack, countedStates.failed, failedShown), messageFromStored);
}

const letterSchema = z.object({ text: z.string(), fromMasked: z.string(), receivedAtMs: z.number() });
/** What a customer has replied, where nobody could tell about which complaint. */
export type CustomerLetter = z.infer<typeof letterSchema> & { id: string };

export function useLetters(pack: Pack): FollowedList<CustomerLetter> {
  return useQuery(
    `letters ${pack}`,
    ({ db, api }) =>
      api.query(
        api.collection(db, 'outreachLetters'),
        api.where('pack', '==', pack),
        api.where('meaning', '==', 'unclear'),
        api.orderBy('receivedAt', 'desc'),
        api.limit(lettersShown),
      ),
    (id, stored) => {
      const letter = letterSchema.safeParse(fromStored(stored)).data;
      return letter ? { ...letter, id } : null;
    },
  );
}

const pauseSchema = z.object({ isPaused: z.boolean(), reason: z.string(), byName: z.string(), at: z.object({ toMillis: z.custom<() => number>() }) });
export type MessagePause = Pick<z.infer<typeof pauseSchema>, 'isPaused' | 'reason' | 'byName'> & { atMs: number };

/** Whether messages are stopped for now; `absent` where nobody has ever stopped them. */
export function usePause(pack: Pack): Followed<MessagePause> {
  return useDocument(`outreachPauses/${pack}`, (_id, stored) => {
    const { isPaused, reason, byName } = pauseSchema.omit({ at: true }).parse(stored);
    return { isPaused, reason, byName, atMs: (stored['at'] as { toMillis(): number }).toMillis() };
  });
}
