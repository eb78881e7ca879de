import type { Bilingual } from './bilingual.ts';

/** Everything that the product is told of lies in this century; what does not is a slip or a clock gone wrong. */
export const earliestMomentMs = Date.UTC(2000, 0, 1);
export const latestMomentMs = Date.UTC(2100, 0, 1) - 1;

/**
 * How far two clocks that are both right may seem apart (TIME): a phone measures its own to a few seconds and no better, so that what is done and sent at once can seem
 * to come from a moment that has yet to be. The phone keeps its error below it, and whoever judges a phone's time lets it pass.
 */
export const clockToleranceMs = 10_000;

export function isMoment(atMs: number): boolean {
  return atMs >= earliestMomentMs && atMs <= latestMomentMs;
}

/** In place of a moment that is none: it stands in what was stored before anybody looked at it. */
export const momentWithoutWords: Bilingual = { zh: '时间有误', en: 'impossible date' };

/** A moment as pages mark it up for machines; nothing where it is none. */
export function machineMoment(atMs: number): string | undefined {
  return isMoment(atMs) ? new Date(atMs).toISOString() : undefined;
}
