import type { TimeSpan } from '../policy/clock-rules.ts';
import { dayMs, minuteMs, sinceMidnightMs } from './day.ts';

/** Whether a moment lies in the hours in which customers are not to be disturbed (SLA-4), which usually span midnight. */
export function isQuiet(atMs: number, { from, to }: TimeSpan): boolean {
  const sinceMs = sinceMidnightMs(atMs);
  const startMs = timeOfDayMs(from);
  const endMs = timeOfDayMs(to);
  return startMs <= endMs ? sinceMs >= startMs && sinceMs < endMs : sinceMs >= startMs || sinceMs < endMs;
}

/** That moment if people may be disturbed then, else the end of those quiet hours. */
export function nextAllowedMs(atMs: number, quietHours: TimeSpan): number {
  if (!isQuiet(atMs, quietHours)) return atMs;
  const endMs = atMs - sinceMidnightMs(atMs) + timeOfDayMs(quietHours.to);
  return endMs > atMs ? endMs : endMs + dayMs;
}

/** That moment if people may be disturbed then, else the beginning of those quiet hours. */
export function lastAllowedMs(atMs: number, quietHours: TimeSpan): number {
  if (!isQuiet(atMs, quietHours)) return atMs;
  const startMs = atMs - sinceMidnightMs(atMs) + timeOfDayMs(quietHours.from);
  return startMs <= atMs ? startMs : startMs - dayMs;
}

/** That moment if it comes long enough before quiet hours, else as long before those that it falls into or that follow. */
export function beforeQuietMs(atMs: number, quietHours: TimeSpan, leadMs: number): number {
  const quietFromMs = isQuiet(atMs, quietHours) ? lastAllowedMs(atMs, quietHours) : nextQuietMs(atMs, quietHours);
  return Math.min(atMs, quietFromMs - leadMs);
}

/** How much of a time was not quiet: what a complaint took, its nights left out. */
export function withoutQuietMs(fromMs: number, untilMs: number, quietHours: TimeSpan): number {
  let loudMs = 0;
  for (let atMs = fromMs; atMs < untilMs;) {
    const startMs = nextAllowedMs(atMs, quietHours);
    const endMs = nextQuietMs(startMs, quietHours);
    loudMs += Math.max(0, Math.min(endMs, untilMs) - startMs);
    atMs = endMs;
  }
  return loudMs;
}

/** When quiet hours begin next, after a moment outside them. */
function nextQuietMs(atMs: number, { from }: TimeSpan): number {
  const startMs = atMs - sinceMidnightMs(atMs) + timeOfDayMs(from);
  return startMs > atMs ? startMs : startMs + dayMs;
}

/** `HH:mm` in milliseconds since midnight. */
export function timeOfDayMs(time: string): number {
  return (Number(time.slice(0, 2)) * 60 + Number(time.slice(3))) * minuteMs;
}
