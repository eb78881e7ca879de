/** Controls, and what turns the direction of writing: nobody sees them, and they can make a text look like another one. Tabs and line breaks are what they look like. */
const hidden = /(?![\t\n\r])[\p{Cc}\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/gu;

/** Those, and every other character that only says how others are shown. */
const inNames = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu;

/** A name as it is kept: without what nobody sees in it and around it (ASVS 5: V1.3). */
export function plainName(typed: string): string {
  return typed.replace(inNames, '').trim();
}

/** A stored value with every hidden character in its texts written out as its number, so that whoever reads sees that something is there. */
export function withHiddenShown<Value>(value: Value): Value {
  if (typeof value === 'string') return shown(value) as Value;
  if (Array.isArray(value)) return value.map((item: unknown) => withHiddenShown(item)) as Value;
  if (typeof value !== 'object' || value === null || Object.getPrototypeOf(value) !== Object.prototype) return value;
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, withHiddenShown(inner as unknown)])) as Value;
}

function shown(text: string): string {
  return text.replace(hidden, (character) => `[U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}]`);
}
