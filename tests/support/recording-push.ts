import type { Push, PushMessage, PushResult } from '../../functions/src/push/push.ts';

/** A push service that writes down what it is given, and answers what a test wants for a token. */
export interface RecordingPush extends Push {
  sent: PushMessage[];
  /** What becomes of messages to a token; accepted if nothing is said. */
  answers: Map<string, PushResult>;
}

export function recordingPush(): RecordingPush {
  const push: RecordingPush = {
    sent: [],
    answers: new Map(),
    send: (messages) => {
      push.sent.push(...messages);
      return Promise.resolve(messages.map(({ token }) => push.answers.get(token) ?? 'accepted'));
    },
  };
  return push;
}
