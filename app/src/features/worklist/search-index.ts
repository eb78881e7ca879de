import { foldedText } from '@shouwen/domain/kernel/folded-text';
import { parseNumber } from '@shouwen/domain/kernel/number';
import type { Row } from '../../platform/rows/row.ts';

/** Long enough for thousands of texts in one go on most phones, short enough that a tap never waits long. */
const sliceMs = 20;
/** Looking at the clock costs as much as looking through a text. */
const itemsPerLook = 64;

/**
 * Finds complaints by words among thousands without holding up the screen: texts to look through are made once per complaint, and both
 * making and searching stop after a slice of time to let the screen breathe.
 */
export class SearchIndex {
  readonly #textOf: (row: Row) => string;
  readonly #fold: (text: string) => string;
  readonly #texts = new Map<string, string>();
  readonly #waiting = new Map<string, Row>();

  /** @param fold makes one text of all ways to type it. */
  constructor(textOf: (row: Row) => string, fold: (text: string) => string) {
    this.#textOf = textOf;
    this.#fold = fold;
  }

  /** Notes rows that are new or have changed; their texts are made when they are first needed, or in `prepare`. */
  put(rows: readonly Row[]): void {
    for (const row of rows) this.#waiting.set(row.id, row);
  }

  drop(ids: readonly string[]): void {
    for (const id of ids) {
      this.#waiting.delete(id);
      this.#texts.delete(id);
    }
  }

  async prepare(): Promise<void> {
    await inSlices([...this.#waiting.values()], (row) => {
      if (this.#waiting.get(row.id) !== row) return;
      this.#waiting.delete(row.id);
      this.#texts.set(row.id, this.#fold(this.#textOf(row)));
    });
  }

  /** Ids of complaints that hold every word; null when `isStale` says that nobody wants to know any more. */
  async search(typed: string, isStale: () => boolean): Promise<string[] | null> {
    const words = wordsOf(typed, this.#fold);
    await this.prepare();
    const found: string[] = [];
    await inSlices(this.#texts, ([id, text]) => void (words.every((word) => text.includes(word)) && found.push(id)), isStale);
    return isStale() ? null : found;
  }
}

/** The number of a mail item, parted in whatever way. */
const mailItem = /\b[a-z]{2}(?:[ -]?\d){9}[ -]?[a-z]{2}\b/g;

/** A number comes off paper with spaces, small letters and O for 0, or out of a message with words around it; everything else is words. */
export function wordsOf(typed: string, fold: (text: string) => string): string[] {
  const number = parseNumber(typed);
  if (number !== null) return [number.toLowerCase()];
  return fold(typed)
    .replace(mailItem, (item) => item.replace(/[ -]/g, ''))
    .split(/[ ,、，。;；【】「」“”"]+/u)
    .filter((word) => word !== '');
}

/** Four digits alone are the last ones of a number to call. */
export function last4Of(typed: string): string | null {
  return /^\d{4}$/.exec(foldedText(typed))?.[0] ?? null;
}

async function inSlices<Item>(items: Iterable<Item>, work: (item: Item) => void, isStale: () => boolean = () => false): Promise<void> {
  let sliceEndMs = performance.now() + sliceMs;
  let untilLook = itemsPerLook;
  for (const item of items) {
    work(item);
    untilLook -= 1;
    if (untilLook > 0) continue;
    untilLook = itemsPerLook;
    if (performance.now() < sliceEndMs) continue;
    await new Promise((resolve) => setTimeout(resolve));
    if (isStale()) return;
    sliceEndMs = performance.now() + sliceMs;
  }
}
