import type { MessageText } from '@shouwen/domain/outreach/message-text';
import type { SendingAnswer } from '@shouwen/domain/outreach/message-fate';
import type { EpochMs } from '@shouwen/domain/kernel/brand';

/** What the operator's SMS centre is asked to send. The id stays the same however often it is asked, and is the key under which it is sent once. */
export interface OutreachOrder extends MessageText {
  id: string;
  /** The number, which is read for this and kept nowhere. */
  to: string;
  /** After this it is no news any more. */
  validUntilMs: EpochMs;
}

/** The operator's SMS centre, as a port. */
export interface Outreach {
  /** Where customers' pages are, without a stroke at the end. */
  pagesUrl: string;
  /** Sends one. The same id is sent once, whatever is repeated, also at the same time. Never throws: what went wrong on the way is `unknown`. */
  send(order: OutreachOrder): Promise<SendingAnswer>;
}

/** For rehearsals: everything is decided and written down, and nothing is sent. */
export function recordingOutreach(pagesUrl: string): Outreach {
  return { pagesUrl, send: () => Promise.resolve({ outcome: 'recorded' }) };
}
