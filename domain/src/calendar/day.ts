/** Asia/Shanghai has had no summer time since 1991, so its offset is a constant and needs no time zone data on any host. */
const zoneOffsetMs = 8 * 3_600_000;
export const dayMs = 86_400_000;
export const hourMs = 3_600_000;
export const minuteMs = 60_000;

/** A calendar day in the operator's zone, `YYYY-MM-DD`. */
export type Day = string;

/** The day on which a moment falls in Asia/Shanghai, whatever the host's zone (TIME). */
export function dayOf(atMs: number): Day {
  return new Date(atMs + zoneOffsetMs).toISOString().slice(0, 10);
}

/** What a clock on a wall in Asia/Shanghai shows, `YYYY-MM-DD HH:mm:ss` (TIME). */
export function wallClockOf(atMs: number): string {
  return new Date(atMs + zoneOffsetMs).toISOString().slice(0, 19).replace('T', ' ');
}

/** 00:00 in Asia/Shanghai on that day. */
export function startOfDayMs(day: Day): number {
  return Date.parse(`${day}T00:00:00Z`) - zoneOffsetMs;
}

/** How long it has been that day since 00:00 in Asia/Shanghai. */
export function sinceMidnightMs(atMs: number): number {
  const sinceMs = (atMs + zoneOffsetMs) % dayMs;
  return sinceMs < 0 ? sinceMs + dayMs : sinceMs;
}

/** The last millisecond of that day: a period counted in days ends at 24:00 of its last one (Civil Code 203). */
export function endOfDayMs(day: Day): number {
  return startOfDayMs(day) + dayMs - 1;
}

export function addDays(day: Day, days: number): Day {
  return dayOf(startOfDayMs(day) + days * dayMs);
}

/** 0 is Sunday. */
export function weekdayOf(day: Day): number {
  return new Date(`${day}T00:00:00Z`).getUTCDay();
}
