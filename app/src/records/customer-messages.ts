import '../platform/device/schemas-without-eval.ts';
import { type Message, messageFromStored } from '@shouwen/domain/outreach/message';
import { z } from 'zod';
import { call, CallRefused } from '../platform/callable/callable.ts';
import type { FollowedList } from '../platform/firestore/follow.ts';
import { useQuery } from '../platform/firestore/use-followed.ts';

const most = 50;

/** Follows what a customer was told by message of a complaint, the latest first; null follows nothing. */
export function useCustomerMessages(complaintId: string | null): FollowedList<Message> {
  return useQuery(
    complaintId,
    ({ db, api }) => api.query(api.collection(db, `complaints/${complaintId}/messages`), api.orderBy('createdAtMs', 'desc'), api.limit(most)),
    messageFromStored,
  );
}

const optOutSchema = z.object({ isSetUp: z.boolean(), canBeTold: z.boolean(), isOut: z.boolean(), isSaidByCustomer: z.boolean().default(false) });
/** Whether this customer is told by message at all, and whether they want to be. */
export type OptOutStanding = z.infer<typeof optOutSchema>;

/** Asks whether a customer wants no messages, or says so for them (TEL-4). @throws where the server cannot be reached or says no. */
export async function optOutForCustomer(complaintId: string, isOut: boolean | null): Promise<OptOutStanding> {
  return optOutSchema.parse(await call('optOutForCustomer', { complaintId, isOut }));
}

/** Has a message that did not arrive sent once more. */
export async function tellAgain(complaintId: string, messageId: string): Promise<'asked' | 'refused' | 'unreachable'> {
  try {
    await call('tellAgain', { complaintId, messageId });
    return 'asked';
  } catch (error) {
    return error instanceof CallRefused ? 'refused' : 'unreachable';
  }
}
