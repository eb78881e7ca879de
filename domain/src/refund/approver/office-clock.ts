import type { EpochMs } from '../../kernel/brand.ts';
import { hourMs } from '../../calendar/day.ts';
import { timeOfDayMs } from '../../calendar/quiet-hours.ts';
import { addWorkingTime } from '../../calendar/working-days.ts';
import type { RefundFacts } from '../refund-facts.ts';

type Office = Pick<RefundFacts, 'pack' | 'calendar'>;

/**
 * When so many hours of the operator's working time have passed (REF-6): whoever has to decide or to pay is not timed through nights, weekends and holidays. Days beyond the
 * published calendar count as they fall.
 */
export function afterWorkingHours(startMs: EpochMs, hours: number, { pack, calendar }: Office): EpochMs {
  return addWorkingTime(startMs, hours * hourMs, pack.clocks.workingTime, calendar).atMs;
}

/** The same hour of the next working day, and from outside working time the end of the next one. */
export function nextWorkingDayMs(startMs: EpochMs, office: Office): EpochMs {
  const dayHours = office.pack.clocks.workingTime.reduce((sum, { from, to }) => sum + timeOfDayMs(to) - timeOfDayMs(from), 0) / hourMs;
  return afterWorkingHours(startMs, dayHours, office);
}
