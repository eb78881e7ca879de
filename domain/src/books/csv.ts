import type { Fen } from '../kernel/brand.ts';

/** An amount is given in fen and written as yuan with two decimals. */
export type CsvCell = string | number | { fen: Fen } | null;

/**
 * What a spreadsheet could take for the beginning of a formula: = + - @ in plain, full-width or small form, also behind blanks, invisible
 * characters and quotes, because programs strip those; and a tab or line break in front, which some take for one as well.
 */
const formulaStart = /^(?:[\t\r\n]|[\p{Z}\p{C}\p{Pi}\p{Pf}"'`＂＇]*[=+\-@＝＋－＠﹦﹢﹣﹫−])/u;

/** What a spreadsheet would take for a number, and drop its leading zeros, or all digits beyond the fifteenth. */
const looksLikeNumber = /^\s*\p{Nd}[\p{Nd} .,]*(?:e[+-]?\d+)?\s*$/iu;

const byteOrderMark = '\uFEFF';

/**
 * A table as RFC 4180 with CRLF and the byte order mark by which spreadsheets know UTF-8. Text that could be run as a formula gets an apostrophe in
 * front, and text that looks like a number a tab, which is not shown and keeps it text; numbers stay numbers, negative ones too. The first row is whatever headings the caller gives.
 */
export function csvOf(rows: readonly (readonly CsvCell[])[]): string {
  return byteOrderMark + rows.map((row) => `${row.map(cellOf).join(',')}\r\n`).join('');
}

/** Text is always quoted, so that no other separator that a spreadsheet may expect can cut it in two. */
function cellOf(cell: CsvCell): string {
  if (cell === null || cell === '') return '';
  if (typeof cell === 'number') return numberOf(cell);
  if (typeof cell === 'object') return yuanOf(cell.fen);
  const text = cell.replaceAll('\0', '');
  return `"${(formulaStart.test(text) ? `'${text}` : looksLikeNumber.test(text) ? `\t${text}` : text).replaceAll('"', '""')}"`;
}

/** Two decimals, made of the digits themselves. */
function yuanOf(fen: Fen): string {
  if (!Number.isSafeInteger(fen)) return '';
  const digits = String(Math.abs(fen)).padStart(3, '0');
  return `${fen < 0 ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}

/** Digits alone, never an exponent; what is no number is left out. */
function numberOf(value: number): string {
  if (!Number.isFinite(value)) return '';
  if (Number.isInteger(value)) return BigInt(value).toString();
  const plain = String(value);
  return plain.includes('e') ? value.toFixed(20).replace(/0+$/, '') : plain;
}
