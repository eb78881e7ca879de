const spelledOut: ReadonlyMap<string, string> = new Map(
  ['零〇○', '一壹幺', '二贰', '三叁', '四肆', '五伍', '六陆', '七柒', '八捌', '九玖'].flatMap((forms, digit) =>
    [...forms].map((form): [string, string] => [form, `${digit}`]),
  ),
);
const anyDigit = `[0-9${[...spelledOut.keys()].join('')}]`;

/** What stands between the digits of one number in a plain text: a blank, a dash, a dot, or a comma or stroke, which part two numbers as often. */
export const separator = '[- .,/]';
const digitsWithWords = new RegExp(`${anyDigit}(?:${separator}?${anyDigit})*`, 'gu');
const leastSpelledOut = 3;

/**
 * A text in which every way of writing a digit is that digit and every way of parting digits is one of few, one UTF-16 unit for each character, so that
 * places in it are places in the text: full-width and styled digits, blanks, dashes and brackets of all kinds, line breaks, invisible characters,
 * and Chinese numerals where at least three stand together (零一七, not the 一 of 一次).
 */
export function plainTextOf(characters: readonly string[]): string {
  return characters
    .map(plainOf)
    .join('')
    .replace(digitsWithWords, (digits) => {
      const count = [...digits].filter((digit) => spelledOut.has(digit)).length;
      return count < leastSpelledOut ? digits : [...digits].map((digit) => spelledOut.get(digit) ?? digit).join('');
    });
}

function plainOf(character: string): string {
  if (/^[\r\n、。;；]$/u.test(character)) return ',';
  const normal = character.normalize('NFKC');
  if (normal.length !== 1) return '\uFFFD';
  if (/^[\p{Pd}\u2212]$/u.test(normal)) return '-';
  return /^[\s\p{Z}\p{Cc}\p{Cf}\u2800\u3164\u115F·・•+_~|\\'"*()[\]<>]$/u.test(normal) ? ' ' : normal;
}
