import { describe, expect, it } from 'vitest';
import { readRatingDraft, withReasonToggled, withStars } from './rating-draft.ts';

describe('a rating being made', () => {
  it('lets go of reasons that no longer go with its stars', () => {
    const praised = withReasonToggled(withStars(readRatingDraft(null), 5), 'fast');
    expect(praised).toEqual({ stars: 5, solved: null, reasons: ['fast'] });
    expect(withStars(praised, 2).reasons).toEqual([]);
    expect(withReasonToggled(praised, 'fast').reasons).toEqual([]);
  });

  it('is read back as it was kept, without what cannot be', () => {
    expect(readRatingDraft({ stars: 3, solved: false, reasons: ['slow', 'rude'] })).toEqual({ stars: 3, solved: false, reasons: ['slow'] });
    expect(readRatingDraft({ stars: 9, solved: 'yes', reasons: 'slow' })).toEqual({ stars: null, solved: null, reasons: [] });
  });
});
