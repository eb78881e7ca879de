import { isRepeatedInFull } from '../support/repetitions.ts';
import { seededChance } from '../support/seeded-chance.ts';

const seed = Number(process.env['FC_SEED'] ?? Date.now() % 1_000_000);
const chance = seededChance(seed);
const share = 1 / 6;

/**
 * The suite asks about a part of the cases that the rules do not tell apart, another one in each run, and about all others; with all repetitions it asks about
 * all. `FC_SEED` gives the part of an earlier run again.
 */
export function withPartOfLike<Case>(cases: readonly Case[], isLike: (one: Case) => boolean): Case[] {
  return isRepeatedInFull ? [...cases] : cases.filter((one) => !isLike(one) || chance() < share);
}

/** For the log, before the first question is asked. */
export function sayWhichPart(): void {
  console.log(isRepeatedInFull ? '  all cases' : `  a part of the cases that are alike: seed ${seed}`);
}
