import type { EpochMs } from '../../kernel/brand.ts';
import { dayMs } from '../../calendar/day.ts';
import { findCategory } from '../../policy/category.ts';
import type { Pack } from '../../policy/pack.ts';
import type { ComplaintState } from '../complaint-values.ts';
import type { Recording } from '../complaint.ts';
import { lifeThreat, soundsImportant, threatensLife } from './attention-words.ts';

/** What the flags of a new complaint are worked out from; a form that is only half filled in will do. */
export type Flaggable = Pick<Recording, 'category' | 'channel' | 'tier' | 'what' | 'homeRegion'>;

/**
 * Flags that a recording earns by itself, the same on the phone while typing and on the server:
 * a threat to life (CRI-4), red lines, regulatory risk (ATT-5), over our heads and important (ATT-1), and an unknown home region (OWN-2 cannot be followed).
 */
export function flagsOfRecording(recording: Flaggable, pack: Pack): string[] {
  const category = findCategory(pack, recording.category)?.category;
  const attention = pack.channels.find((channel) => channel.id === recording.channel)?.attention;
  const tierIsImportant = pack.tiers.find((tier) => tier.id === recording.tier)?.important === true;
  const isThreat = threatensLife(recording.what);
  const wordsAreImportant = isThreat || soundsImportant(recording.what, pack.importantKeywords);
  const flags: string[] = isThreat ? [lifeThreat] : [];
  if (category?.redLine) flags.push('red-line');
  if (category?.regulatoryRisk) flags.push(`regulatory-risk:${category.regulatoryRisk}`);
  if (attention === 'escalated') flags.push('escalated');
  if (attention === 'important' || tierIsImportant || wordsAreImportant) flags.push('important');
  if (recording.homeRegion === null) flags.push('unknown-region');
  return flags;
}

/** What is known of an earlier complaint when looking for repeats. */
export interface EarlierComplaint {
  id: string;
  category: string;
  capturedAtMs: EpochMs;
  state: ComplaintState;
}

/**
 * Earlier complaints that a new one repeats (ATT-2): same category, recorded within the pack's window before it. Withdrawn ones do not count; merged
 * ones live on in the complaint they were merged into.
 *
 * @param earlier complaints of the same customer: functions know that by the key, a phone takes who looks the same for the same.
 */
export function repeatsOf<Earlier extends EarlierComplaint>(
  recording: Pick<Recording, 'id' | 'category' | 'capturedAtMs'>,
  earlier: readonly Earlier[],
  pack: Pack,
): Earlier[] {
  const windowStartMs = recording.capturedAtMs - pack.windows.repeatDays * dayMs;
  return earlier.filter(
    (candidate) =>
      candidate.id !== recording.id &&
      candidate.category === recording.category &&
      candidate.state !== 'withdrawn' &&
      candidate.state !== 'merged' &&
      candidate.capturedAtMs >= windowStartMs &&
      candidate.capturedAtMs <= recording.capturedAtMs,
  );
}
