import type { RatingReason } from '../i18n/texts.ts';

/** A rating being made; null where nothing is chosen yet. */
export interface RatingDraft {
  stars: number | null;
  solved: boolean | null;
  reasons: RatingReason[];
}

const praise: RatingReason[] = ['fast', 'kind', 'clear'];
const blame: RatingReason[] = ['slow', 'unkind', 'unclear', 'passedAround', 'notSolved'];

/** Reasons that go with so many stars. */
export function reasonsFor(stars: number): RatingReason[] {
  if (stars === 3) return [...praise, ...blame];
  return stars > 3 ? praise : blame;
}

/** Chooses stars and lets go of the reasons that no longer go with them. */
export function withStars(draft: RatingDraft, stars: number): RatingDraft {
  return { ...draft, stars, reasons: draft.reasons.filter((reason) => reasonsFor(stars).includes(reason)) };
}

export function withReasonToggled(draft: RatingDraft, reason: RatingReason): RatingDraft {
  const isChosen = draft.reasons.includes(reason);
  return { ...draft, reasons: isChosen ? draft.reasons.filter((other) => other !== reason) : [...draft.reasons, reason] };
}

/** Reads what a tab has kept; anything else counts as nothing chosen. */
export function readRatingDraft(stored: unknown): RatingDraft {
  const { stars, solved, reasons } = (stored ?? {}) as { [Name in keyof RatingDraft]?: unknown };
  const keptStars = [1, 2, 3, 4, 5].find((count) => count === stars) ?? null;
  const keptReasons = Array.isArray(reasons) && keptStars !== null ? reasonsFor(keptStars).filter((reason) => reasons.includes(reason)) : [];
  return { stars: keptStars, solved: typeof solved === 'boolean' ? solved : null, reasons: keptReasons };
}
