export type CsvCell = string | number | null;

/**
 * What a spreadsheet could take for the beginning of a formula: = + - @ in plain, full-width or small form, also behind blanks, invisible
 * characters and quotes, because programs strip those; and a tab or line break in front, which some take for one as well.
 */
const formulaStart = /^(?:[\t\r\n]|[\p{Z}\p{C}\p{Pi}\p{Pf}"'`＂＇]*[=+\-@＝＋－＠﹦﹢﹣﹫−])/u;

const byteOrderMark = '\uFEFF';

/**
 * A table as RFC 4180 with CRLF and the byte order mark by which spreadsheets know UTF-8. Text that could be run as a formula gets an apostrophe in
 * front; numbers stay numbers, negative ones too. The first row is whatever headings the caller gives.
 */
export function csvOf(rows: readonly (readonly CsvCell[])[]): string {
  return byteOrderMark + rows.map((row) => `${row.map(cellOf).join(',')}\r\n`).join('');
}

/** Text is always quoted, so that no other separator that a spreadsheet may expect can cut it in two. */
function cellOf(cell: CsvCell): string {
  if (cell === null || cell === '') return '';
  if (typeof cell === 'number') return numberOf(cell);
  const text = cell.replaceAll('\0', '');
  return `"${(formulaStart.test(text) ? `'${text}` : text).replaceAll('"', '""')}"`;
}

/** Digits alone, never an exponent; what is no number is left out. */
function numberOf(value: number): string {
  if (!Number.isFinite(value)) return '';
  if (Number.isInteger(value)) return BigInt(value).toString();
  const plain = String(value);
  return plain.includes('e') ? value.toFixed(20).replace(/0+$/, '') : plain;
}
