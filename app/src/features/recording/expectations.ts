import type { Day } from '@shouwen/domain/calendar/day';
import { coveredUntil } from '@shouwen/domain/calendar/covered-until';
import { flagsOfRecording } from '@shouwen/domain/complaint/intake/attention';
import { handlingUnit } from '@shouwen/domain/complaint/intake/assignment';
import { startClocks } from '@shouwen/domain/complaint/time/clocks';
import { statutoryLimitOf } from '@shouwen/domain/complaint/time/statutory-limit';
import type { Clocks } from '@shouwen/domain/complaint/complaint';
import type { RecordingForm } from '@shouwen/domain/complaint/intake/recording';
import { findCategory, routeOf } from '@shouwen/domain/policy/category';
import type { Bilingual } from '@shouwen/domain/kernel/bilingual';
import type { Reference } from '../../platform/reference/reference.ts';

/** What recording this will lead to, worked out by the rules that the server will apply. */
export interface Expectations {
  flags: string[];
  /** Null until what they depend on has been chosen. */
  clocks: Clocks | null;
  /** When the reply would be due if that were not in quiet hours; null where the promise was not moved out of them (SLA-4). */
  movedFromMs: number | null;
  /** The last day for which holidays are published, where working days were counted beyond it (SLA-3). */
  coveredUntil: Day | null;
  statutoryBasis: Bilingual | null;
  handler: Bilingual | null;
}

/** Red lines and regulatory risk show as soon as a category is chosen (ATT-5); the promise once customer and category are known. */
export function expectationsOf(form: RecordingForm, { pack, units, calendar }: Reference, atMs: number): Expectations {
  const place = findCategory(pack, form.category);
  const flags = flagsOfRecording({ ...form, homeRegion: form.homeRegion === undefined ? '' : form.homeRegion }, pack);
  if (!place) return { flags, clocks: null, movedFromMs: null, coveredUntil: null, statutoryBasis: null, handler: null };
  const route = routeOf(pack, form.category);
  const isPromisable = route === 'network' ? form.urgency !== null : form.tier !== '';
  const isPlaceable = units.size > 0 && (route !== 'homeRegion' || form.homeRegion !== undefined);
  const clocks = isPromisable ? startClocks(form, { atMs, trusted: true }, pack, calendar) : null;
  return {
    flags,
    clocks,
    movedFromMs: clocks && isMoved(clocks) ? clocks.ownReplyDueAtMs : null,
    coveredUntil: clocks?.calendarCovered === false ? coveredUntil(calendar) : null,
    statutoryBasis: statutoryLimitOf(form, pack).basis,
    handler: isPlaceable ? handlingUnit({ pack: pack.id, category: form.category, homeRegion: form.homeRegion ?? null }, pack, units).unit.name : null,
  };
}

/** Otherwise the law's time is the earlier one, which nothing moves. */
function isMoved({ ownReplyDueAtMs, replyDueAtMs, statutoryDueAtMs }: Clocks): boolean {
  return replyDueAtMs !== ownReplyDueAtMs && replyDueAtMs !== statutoryDueAtMs;
}
