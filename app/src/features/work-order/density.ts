/** How tightly the sheet is set. Each step gives up something: first size, then entries in the middle, then the end of long texts. */
export interface Density {
  fontPt: number;
  entries: number;
  whatLines: number;
  answerLines: number;
}

/** More lines than a page has: nothing is cut. */
const unbounded = 200;

export const densities: readonly [Density, ...Density[]] = [
  { fontPt: 10, entries: 30, whatLines: unbounded, answerLines: unbounded },
  { fontPt: 9, entries: 30, whatLines: unbounded, answerLines: unbounded },
  { fontPt: 8, entries: 30, whatLines: unbounded, answerLines: unbounded },
  { fontPt: 7.5, entries: 24, whatLines: 24, answerLines: 20 },
  { fontPt: 7.5, entries: 20, whatLines: 14, answerLines: 12 },
  { fontPt: 7, entries: 20, whatLines: 14, answerLines: 12 },
  { fontPt: 7, entries: 20, whatLines: 12, answerLines: 10 },
  { fontPt: 7, entries: 14, whatLines: 10, answerLines: 8 },
];

/** What is shown of a long list: its beginning, which says how it started, and more of its end, which says how it went. */
export function condensed<Item>(items: readonly Item[], most: number): { first: Item[]; left: number; last: Item[] } {
  if (items.length <= most) return { first: [...items], left: 0, last: [] };
  const first = Math.floor(most / 3);
  return { first: items.slice(0, first), left: items.length - most, last: items.slice(items.length - (most - first)) };
}

/** Whether this density may cut texts, which the sheet then says. */
export function mayCut({ whatLines }: Density): boolean {
  return whatLines < unbounded;
}
