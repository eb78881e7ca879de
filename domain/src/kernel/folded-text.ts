/** What shows nothing and fills no space; line breaks and tabs are gaps. */
const unseen = /(?![\t-\r\u0085])[\p{Cc}\p{Cf}\p{Default_Ignorable_Code_Point}]/gu;

/** What is only seen as a gap. */
const gaps = /[\s\p{Z}\u0085\u2800]+/gu;

/** Every dash there is, and lines that are typed for one. */
const dashes = /[\p{Pd}\u2212\u00af\u02d7\u2043\u2500\u2501]/gu;

/**
 * What people type, as one text for all ways to type it: width and compatibility forms (NFKC), dashes, gaps and what nobody sees. The one place where that is done,
 * before anything is compared, looked for or kept.
 */
export function foldedText(typed: string): string {
  return typed.normalize('NFKC').replace(unseen, '').replace(dashes, '-').replace(gaps, ' ').trim();
}
