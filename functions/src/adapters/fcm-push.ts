import { createHash } from 'node:crypto';
import type { Messaging, TokenMessage } from 'firebase-admin/messaging';
import type { Push, PushMessage, PushResult } from '../push/push.ts';

const mostAtOnce = 500;
/** A phone that was off longer finds everything in its inbox. */
const keptSeconds = 12 * 60 * 60;
const topicLength = 32;
const goneCodes = new Set(['messaging/registration-token-not-registered', 'messaging/invalid-registration-token']);

/** Push through Firebase Cloud Messaging, as data alone: the app's own service worker decides what this phone may show. */
export function fcmPush(messaging: Pick<Messaging, 'sendEach'>): Push {
  const sendPage = async (page: readonly PushMessage[]): Promise<PushResult[]> => {
    try {
      const { responses } = await messaging.sendEach(page.map(fcmMessage));
      return responses.map(({ success, error }) => (success ? 'accepted' : isGone(error) ? 'gone' : 'failed'));
    } catch {
      return page.map(() => 'failed');
    }
  };
  return {
    send: async (messages) => {
      const results: PushResult[] = [];
      for (let from = 0; from < messages.length; from += mostAtOnce) results.push(...(await sendPage(messages.slice(from, from + mostAtOnce))));
      return results;
    },
  };
}

/** The topic lets a service that could not reach a phone keep the latest message only. */
function fcmMessage({ token, unread, tag, ...texts }: PushMessage): TokenMessage {
  const topic = createHash('sha256').update(tag).digest('base64url').slice(0, topicLength);
  return {
    token,
    data: { ...texts, tag, unread: String(unread) },
    webpush: { headers: { TTL: String(keptSeconds), Urgency: 'high', Topic: topic } },
  };
}

function isGone(error: { code: string } | undefined): boolean {
  return error !== undefined && goneCodes.has(error.code);
}
