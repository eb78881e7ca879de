/** Characters of account numbers in the order in which a database sorts them. */
const alphabet = '-0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
const base = alphabet.length + 1;
/** No account number is longer. */
const longest = 36;

/**
 * A number in the middle between two account numbers, as texts are sorted; null where none lies between them. Null bounds are the ends of all.
 *
 * A text counts as digits after a point, the end of a text as the lowest of them, so that halving goes on however long the beginnings are that all have in common.
 */
export function middleOf(from: string | null, before: string | null): string | null {
  const low = digitsOf(from ?? '', 0);
  const high = before === null ? Array.from({ length: longest }, () => base - 1) : digitsOf(before, 0);
  const sum = low.map((digit, index) => digit + (high[index] ?? 0));
  let carry = 0;
  const whole: number[] = [];
  for (let index = longest - 1; index >= 0; index -= 1) {
    const value = (sum[index] ?? 0) + carry;
    whole[index] = value % base;
    carry = Math.floor(value / base);
  }
  let rest = carry;
  const half = whole.map((digit) => {
    const value = rest * base + digit;
    rest = value % 2;
    return Math.floor(value / 2);
  });
  const middle = textOf(half);
  return middle > (from ?? '') && (before === null || middle < before) ? middle : null;
}

function digitsOf(text: string, empty: number): number[] {
  return Array.from({ length: longest }, (_, index) => (index < text.length ? alphabet.indexOf(text[index] ?? '') + 1 : empty));
}

/** Up to where the text would end; what would go on after its end goes on with the lowest character. */
function textOf(digits: readonly number[]): string {
  const end = digits.indexOf(0);
  const whole = end === -1 ? digits : digits.slice(0, end);
  const goesOn = end !== -1 && digits.slice(end).some((digit) => digit > 0);
  return [...whole, ...(goesOn ? [1] : [])].map((digit) => alphabet[digit - 1] ?? '').join('');
}
