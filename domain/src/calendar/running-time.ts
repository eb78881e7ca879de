import type { z } from 'zod';
import { brands } from '../kernel/brand-schemas.ts';
import { fields } from '../kernel/state-document.ts';

export const pauseSchema = fields({ sinceAtMs: brands.moment, untilAtMs: brands.moment });
/** A time in which a clock stood still; `untilAtMs` is not part of it. Those of one clock follow each other and do not overlap. */
export type Pause = z.infer<typeof pauseSchema>;

/** The first moment at which a clock that starts at a moment has run for so long, standing still in its pauses (SLA-5). */
export function addRunning(startMs: number, runningMs: number, pauses: readonly Pause[]): number {
  let endMs = startMs + runningMs;
  for (const { sinceAtMs, untilAtMs } of pauses) {
    const stillFromMs = Math.max(sinceAtMs, startMs);
    if (untilAtMs > stillFromMs && stillFromMs < endMs) endMs += untilAtMs - stillFromMs;
  }
  return endMs;
}

/** How long a clock has stood still between two moments. */
export function pausedBetween(fromMs: number, untilMs: number, pauses: readonly Pause[]): number {
  return pauses.reduce((sum, pause) => sum + Math.max(0, Math.min(pause.untilAtMs, untilMs) - Math.max(pause.sinceAtMs, fromMs)), 0);
}
