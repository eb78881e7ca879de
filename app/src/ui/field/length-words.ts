import { createContext } from 'react';

/** What is said of a text by its length: how many characters are left, or how many too many it has. */
export interface LengthWords {
  left: (count: number) => string;
  over: (count: number, most: number) => string;
}

/** The words come from whoever puts the kit to use; by themselves the figures have to do. */
export const LengthWordsContext = createContext<LengthWords>({ left: (count) => String(count), over: (count, most) => `${most + count} / ${most}` });

/** From this share of the most on, it is told how many are left. */
const toldFrom = 0.8;

/** How a text stands to the most that is taken of it; blanks around it do not count. */
export function lengthOf(text: string, longest: number): { kind: 'fits' } | { kind: 'near' | 'over'; count: number } {
  const { length } = text.trim();
  if (length > longest) return { kind: 'over', count: length - longest };
  return length >= longest * toldFrom ? { kind: 'near', count: longest - length } : { kind: 'fits' };
}
