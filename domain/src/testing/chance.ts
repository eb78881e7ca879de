/** Chance that falls the same way for the same seed, so that a sequence that failed can be played again. */
export interface Chance {
  /** A whole number from 0 up to, but not including, the bound. */
  below(bound: number): number;
  pick<Value>(from: readonly Value[]): Value;
  /** True so many times in a hundred. */
  percent(share: number): boolean;
}

/** Mulberry32. */
export function chanceOf(seed: number): Chance {
  let state = seed >>> 0;
  const below = (bound: number): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * bound);
  };
  const pick = <Value>(from: readonly Value[]): Value => {
    const picked = from[below(from.length)];
    if (picked === undefined) throw new Error('nothing to pick from');
    return picked;
  };
  return { below, pick, percent: (share) => below(100) < share };
}
