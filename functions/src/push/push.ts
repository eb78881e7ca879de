import type { Uid } from '@shouwen/domain/kernel/brand';

/** What one device is told. Without personal data, because services outside the house carry it and locked screens show it. */
export interface PushMessage {
  token: string;
  /** Whom it is for: a phone that somebody else uses by then shows nothing of it. */
  uid: Uid;
  language: string;
  title: string;
  body: string;
  /** The page of the app that a tap opens. */
  url: string;
  /** What is shown or waits under the same tag is replaced. */
  tag: string;
  unread: number;
}

/** `gone`: there is no such device any more. `failed`: it may work later. */
export type PushResult = 'accepted' | 'gone' | 'failed';

/** Whatever carries messages to devices, as a port. */
export interface Push {
  /** Sends each of them, and says in the same order what became of it. Never throws: what went wrong on the way is `failed`. */
  send(messages: readonly PushMessage[]): Promise<PushResult[]>;
}
