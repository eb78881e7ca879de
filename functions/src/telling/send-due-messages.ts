import { messageFromStored, type MessageState } from '@shouwen/domain/outreach/message';
import { readableOrNull } from '@shouwen/domain/kernel/state-document';
import type { PackId } from '@shouwen/domain/kernel/brand';
import type { Host } from '../host.ts';
import { attempt, type DueResult, inDuePages, inLanes, type Outcome } from '../journal/due-pages.ts';
import type { StoredDocument } from '../store.ts';
import { sendMessage } from './send-message.ts';

const pageSize = 100;
const pendingStates: readonly MessageState[] = ['waiting', 'sending'];
/** The schedule comes so often; what the centre takes in that time is sent in one run, and the rest in the next. */
const minutesBetweenRuns = 5;

/** Sends what waits to be sent: after the night, after the centre was away, and what an event never reached. Where telling is not set up it asks nothing. */
export async function sendDueMessages(host: Host, untilMs: number): Promise<DueResult> {
  if (host.outreach === null) return { done: 0, failed: 0 };
  const mayGo = allowanceOf(host);
  const due = { collection: 'messages', isGroup: true, where: [['state', 'in', pendingStates]] as const, pageSize };
  return inDuePages(host, due, untilMs, (page) =>
    inLanes(
      page.map((document) => [document]),
      async (document): Promise<Outcome> => {
        if (host.nowMs() >= untilMs || !(await mayGo(document))) return 'passedOver';
        return attempt(host, document, async () => ((await sendMessage(host, document.path, document)) ? 'done' : 'passedOver'));
      },
    ),
  );
}

/** So many of each operator in one run as its centre takes. */
function allowanceOf(host: Host): (document: StoredDocument) => Promise<boolean> {
  const gone = new Map<PackId, number>();
  return async ({ id, data }) => {
    const message = readableOrNull(messageFromStored, id, data);
    if (!message) return true;
    const count = (gone.get(message.pack) ?? 0) + 1;
    gone.set(message.pack, count);
    const { outreach } = await host.reference.pack(message.pack, message.packVersion);
    return count <= (outreach?.perMinute ?? 0) * minutesBetweenRuns;
  };
}
