import type { ComplaintFacts } from '@shouwen/domain/complaint/aggregate';
import type { Complaint } from '@shouwen/domain/complaint/complaint';
import type { ComplaintEvent } from '@shouwen/domain/complaint/event';
import type { AggregateChange } from '@shouwen/domain/journal/aggregate';
import { toStored } from '@shouwen/domain/kernel/stored';
import { type Message, messagePath } from '@shouwen/domain/outreach/message';
import { messagesOf, newMessage } from '@shouwen/domain/outreach/messages-of';
import type { Host } from '../host.ts';
import type { Write } from '../transaction/write.ts';

/** TEL-1, TEL-2: the messages that follow from a change, written with it, so that there is one of each or none. Where telling is not set up there are none, and it costs nothing. */
export function messageWrites(host: Host, { before, after, events, facts: { pack } }: AggregateChange<Complaint, ComplaintEvent, ComplaintFacts>): Write[] {
  const { outreach } = pack;
  if (host.outreach === null || outreach === null) return [];
  return messagesOf(before, after, events, outreach)
    .map((cause) => newMessage(cause, after, pack, outreach, host.nowMs()))
    .map((message): Write => ({ do: 'create', path: messagePath(message), content: storedMessage(host, message) }));
}

/** A message as it is stored; its id is its name. */
export function storedMessage(host: Pick<Host, 'timestamp'>, { id: _id, ...message }: Message): Record<string, unknown> {
  return toStored(message, host.timestamp);
}
