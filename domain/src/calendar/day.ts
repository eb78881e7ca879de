/** Asia/Shanghai has had no summer time since 1991, so its offset is a constant and needs no time zone data on any host. */
const zoneOffsetMs = 8 * 3_600_000;
export const dayMs = 86_400_000;
export const hourMs = 3_600_000;
export const minuteMs = 60_000;

/** A calendar day in the operator's zone, `YYYY-MM-DD`. */
export type Day = string;

/** The day on which a moment falls in Asia/Shanghai, whatever the host's zone (TIME). */
export function dayOf(atMs: number): Day {
  return inZone(atMs).slice(0, 10);
}

/** What a clock on a wall in Asia/Shanghai shows, `YYYY-MM-DD HH:mm:ss` (TIME). */
export function wallClockOf(atMs: number): string {
  return inZone(atMs).slice(0, 19).replace('T', ' ');
}

/** Days are written with four digits of a year. What lies beyond, or nowhere, was stored by a slip, and must not keep anybody from the rest: it is the first or last day. */
const firstDayMs = Date.parse('0001-01-01T00:00:00Z');
const lastDayMs = Date.parse('9999-12-31T00:00:00Z');

function inZone(atMs: number): string {
  const withinMs = Number.isNaN(atMs) ? firstDayMs : Math.min(Math.max(atMs + zoneOffsetMs, firstDayMs), lastDayMs);
  return new Date(withinMs).toISOString();
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
