import { describe, expect, test } from 'vitest';
import { longestEdge, pagesOf } from './photo-pages.ts';

describe('REC-2: a picture that is attached stays readable', () => {
  test.each([
    ['a photo of 12 MP', 4_000, 3_000, 1],
    ['the same upright', 3_000, 4_000, 1],
    ['a screenshot', 1_170, 2_532, 1],
    ['a small picture', 300, 200, 1],
    ['a narrow strip that is drawn as it is', 300, 1_500, 1],
    ['a long screenshot', 1_080, 9_000, 6],
    ['one of a tablet', 1_620, 9_000, 4],
    ['a strip of a chat', 600, 4_800, 4],
    ['one without an end', 1_080, 60_000, 40],
    ['a screen a little longer than most', 1_080, 2_520, 1],
    ['another', 1_440, 3_216, 1],
  ])('%s, %i × %i: %i pages', (_says, width, height, count) => {
    expect(pagesOf({ width, height })).toHaveLength(count);
  });

  test('the pages of any picture cover it from top to bottom, none longer than a photo, each repeating the end of the one before', () => {
    for (let width = 100; width <= 4_000; width += 317)
      for (let height = 100; height <= 30_000; height += 1_013) {
        const pages = pagesOf({ width, height });
        expect(pages[0]?.top).toBe(0);
        const last = pages.at(-1);
        expect((last?.top ?? 0) + (last?.height ?? 0)).toBe(height);
        for (const [index, page] of pages.entries()) {
          expect(page.height * page.scale).toBeLessThanOrEqual(longestEdge + 1);
          expect(page.height).toBeGreaterThan(0);
          const before = pages[index - 1] ?? { top: 0, height: 200 / page.scale };
          expect((before.top + before.height - page.top) * page.scale).toBeGreaterThan(90);
        }
      }
  });

  test('a phone’s screen stays at least 640 wide, however long it is', () => {
    for (const height of [2_000, 2_600, 5_000, 18_000, 60_000])
      for (const { scale } of pagesOf({ width: 1_080, height })) expect(1_080 * scale).toBeGreaterThanOrEqual(640);
  });
});
