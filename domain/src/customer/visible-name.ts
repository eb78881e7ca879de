/**
 * What fills no space or shows nothing: controls, formats and separators (Unicode's categories C and Z), and letters and signs whose glyph is blank, which those do
 * not count. As the inside of a character class.
 */
const invisible = String.raw`\p{C}\p{Z}\u2800\u3164\u115F\u1160\uFFA0\u034F\u17B4\u17B5`;

const visiblePattern = new RegExp(`[^${invisible}]`, 'u');

/** Nothing at all, or something that can be seen. */
export const nothingOrVisible = new RegExp(String.raw`^(|[\s\S]*[^${invisible}][\s\S]*)$`, 'u');

/** A name of blanks or of what nobody sees is a missing name (REC-2). */
export function hasVisibleName(name: string): boolean {
  return visiblePattern.test(name);
}
