import '../../platform/device/schemas-without-eval.ts';
import { z } from 'zod';

const storageKey = 'shouwen.workbench';

const keptSchema = z.object({ uid: z.string(), counts: z.record(z.string(), z.object({ count: z.int(), atMs: z.int() })) });

/** By tile: how many there were, and when. Numbers are nobody's personal data; signing out removes them with all the rest. */
export type KeptCounts = z.infer<typeof keptSchema>['counts'];

/** What was counted for this person last; nothing of whoever used the phone before. */
export function keptCounts(uid: string): KeptCounts {
  const kept = keptSchema.safeParse(parsed(localStorage.getItem(storageKey)));
  return kept.success && kept.data.uid === uid ? kept.data.counts : {};
}

export function keepCounts(uid: string, counts: KeptCounts): void {
  try {
    localStorage.setItem(storageKey, JSON.stringify({ uid, counts }));
  } catch {
    // A full phone goes without: the numbers are asked for again anyway.
  }
}

function parsed(text: string | null): unknown {
  try {
    return text === null ? null : (JSON.parse(text) as unknown);
  } catch {
    return null;
  }
}
