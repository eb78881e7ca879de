import { type Message, messageFromStored } from '@shouwen/domain/outreach/message';
import { documentOf } from '../../functions/src/adapters/firestore-store.ts';
import { httpOutreach } from '../../functions/src/adapters/http-outreach.ts';
import type { Host } from '../../functions/src/host.ts';
import { sendDueMessages } from '../../functions/src/telling/send-due-messages.ts';
import { sendMessage } from '../../functions/src/telling/send-message.ts';
import type { TestCity, TestHost } from './city.ts';
import type { OutreachFarSide } from './outreach-far-side.ts';
import { redelivered } from './redelivery.ts';

export const pagesUrl = 'https://shouwen.example.cn';

/** Gives a host the SMS centre of the test. */
export function telling<OfHost extends TestHost>(host: OfHost, { url, token }: OutreachFarSide): OfHost {
  return Object.assign(host, { outreach: httpOutreach({ url, token, pagesUrl, timeoutMs: 2_000 }) });
}

/** All messages of a complaint, in the order of what caused them. */
export async function messagesOfComplaint(city: TestCity, complaintId: string): Promise<Message[]> {
  const found = await city.firestore.collection(`complaints/${complaintId}/messages`).get();
  return found.docs.map((one) => messageFromStored(one.id, one.data())).toSorted((one, other) => one.createdAtMs - other.createdAtMs);
}

/** What the creation events of a complaint's messages would do. */
export async function deliverMessages(city: TestCity, host: Host, complaintId: string): Promise<void> {
  const found = await city.firestore.collection(`complaints/${complaintId}/messages`).get();
  await Promise.all(found.docs.map((one) => redelivered(() => sendMessage(host, one.ref.path, documentOf(one) ?? undefined))));
}

/** What the schedule does with messages that are due. */
export function sweepMessages(host: Host) {
  return sendDueMessages(host, Number.MAX_SAFE_INTEGER);
}
