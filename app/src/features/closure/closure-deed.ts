import { z } from 'zod';
import { closureCommandOf, type ClosureCommandType } from '@shouwen/domain/closure/command';
import type { ClosureEvent } from '@shouwen/domain/closure/event';
import type { Entry } from '@shouwen/domain/journal/entry';

/** What an entry of the product itself says that it did, and the reason that it names. */
const didSchema = z.object({ did: z.array(z.string()), reason: z.string().nullish() });

/** The last of what was done in one step says what it came to. */
const titles = {
  cashPaid: 'cashPaid',
  balancesNoted: 'noted',
  moved: 'moved',
  transferOrdered: 'ordered',
  heldBack: 'held',
  turnedAway: 'turnedAway',
  confirmationNeeded: 'toConfirm',
  evidenceFiled: 'evidence',
  linkMade: 'link',
  accountClosed: 'receive',
} as const satisfies Partial<Record<ClosureEvent['type'], string>>;

interface ClosureDeed {
  title: (typeof titles)[keyof typeof titles] | ClosureCommandType | 'refusedEntry' | 'other';
  target: string;
  /** In the words of whoever said it. */
  said: string | null;
  /** Only where it tells something: of what was held back or did not go through. */
  reason: string | null;
}

/** What one entry of a closing's journal tells; of one that was refused nothing that it says. Anything unknown gets a plain title: an old phone must show a new entry somehow. */
export function closureDeedOf({ type, payload, outcome }: Pick<Entry, 'type' | 'payload' | 'outcome'>): ClosureDeed {
  if (outcome === 'refused') return { title: 'refusedEntry', target: '', said: null, reason: null };
  const command = closureCommandOf({ type, payload });
  if (command)
    return {
      title: command.type,
      target: command.type === 'changeTarget' ? command.targetAccountNo : '',
      said: 'reason' in command ? command.reason : null,
      reason: null,
    };
  const parsed = didSchema.safeParse(payload);
  const events = Object.keys(titles) as (keyof typeof titles)[];
  const done = parsed.success ? events.find((event) => parsed.data.did.includes(event)) : undefined;
  const tellsWhy = done === 'heldBack' || done === 'turnedAway';
  return { title: done ? titles[done] : 'other', target: '', said: null, reason: tellsWhy ? (parsed.data?.reason ?? null) : null };
}
