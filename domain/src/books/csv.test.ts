import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { randomRun } from '../testing/random-run.ts';
import { type CsvCell, csvOf } from './csv.ts';

/** RFC 4180 read by hand, one character after the other; knows nothing of how it was written. */
function readCsv(csv: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let cell = '';
  let isQuoted = false;
  for (let at = 0; at < csv.length; at += 1) {
    const character = csv.charAt(at);
    if (isQuoted && character === '"' && csv.charAt(at + 1) === '"') {
      cell += '"';
      at += 1;
    } else if (character === '"') isQuoted = !isQuoted;
    else if (!isQuoted && character === ',') {
      row.push(cell);
      cell = '';
    } else if (!isQuoted && character === '\r' && csv.charAt(at + 1) === '\n') {
      rows.push([...row, cell]);
      row = [];
      cell = '';
      at += 1;
    } else cell += character;
  }
  if (isQuoted || cell !== '' || row.length > 0) throw new Error('the last row has no end');
  return rows;
}

/** Reads the body; the byte order mark has to be there, once. */
function bodyOf(csv: string): string[][] {
  expect(csv.charCodeAt(0)).toBe(0xfeff);
  return readCsv(csv.slice(1));
}

const starters = ['=', '+', '-', '@', '＝', '＋', '－', '＠', '﹦', '﹢', '﹣', '﹫', '−'];
const fronts = [
  '',
  ' ',
  '   ',
  '\t',
  '\r',
  '\n',
  '\r\n',
  '\0',
  '\0\0',
  '"',
  "'",
  '""',
  '“',
  '‘',
  '”',
  '＂',
  '＇',
  '\u00a0',
  '\u3000',
  '\u200b',
  '\u202e',
  '\ufeff',
  ' "\t\'',
  '\0 "',
];

describe('a table that a spreadsheet opens', () => {
  test('UTF-8 with its mark, CRLF, text quoted, quotes doubled, amounts as numbers, nothing where there is nothing', () => {
    const rows: CsvCell[][] = [
      ['时间', 'amount'],
      ['a "b", c', -3500],
      [null, 0.5],
      ['', 12],
    ];
    expect(csvOf(rows)).toBe('\ufeff"时间","amount"\r\n"a ""b"", c",-3500\r\n,0.5\r\n,12\r\n');
  });

  test.each([
    [-0, '0'],
    [-12, '-12'],
    [Number.MAX_SAFE_INTEGER, '9007199254740991'],
    [1e21, '1000000000000000000000'],
    [0.0000001, '0.0000001'],
    [Number.NaN, ''],
    [Number.POSITIVE_INFINITY, ''],
  ])('the number %d is written as %s', (value, written) => {
    expect(csvOf([[value]])).toBe(`\ufeff${written}\r\n`);
  });

  test.each([
    [0, '0.00'],
    [5, '0.05'],
    [50, '0.50'],
    [1150, '11.50'],
    [-3500, '-35.00'],
    [-5, '-0.05'],
    [123_456_789_012, '1234567890.12'],
    [Number.NaN, ''],
    [0.5, ''],
  ])('%d fen are written as %s', (fen, written) => {
    expect(csvOf([[{ fen }]])).toBe(`\ufeff${written}\r\n`);
  });

  test.each(['00123', '13800001001', '6222021234567890123', '1E5', '12345678901234567e3', '3.50', '1 000', '1,000', '０１２'])(
    '%j stays text: a tab that is not shown stands before it',
    (text) => {
      expect(csvOf([[text]])).toBe(`\ufeff"\t${text}"\r\n`);
    },
  );

  test.each(['A2006-1450', '7K3M9-QXW2C-4', '2026-11-20 09:00:00', '8811-2233', '第 3 件', 'e5'])('%j looks like no number and stays as it is', (text) => {
    expect(csvOf([[text]])).toBe(`\ufeff"${text}"\r\n`);
  });

  test('no rows are an empty file with its mark', () => {
    expect(csvOf([])).toBe('\ufeff');
  });
});

describe('no text is run as a formula', () => {
  test.each(fronts.flatMap((front) => starters.map((starter) => [`${front}${starter}HYPERLINK("http://x","y")`])))('%j is text', (text) => {
    const [[cell] = []] = bodyOf(csvOf([[text]]));
    expect(cell).toBe(`'${text.replaceAll('\0', '')}`);
  });

  test.each(['\t1', '\r1', '\n1'])('%j does not begin a cell either', (text) => {
    expect(bodyOf(csvOf([[text]]))).toEqual([[`'${text}`]]);
  });

  test.each(['王小明', 'a=b', 'A-1', '1+1', 'x@example.com', ' 早', '"引用"', '2026-11-20', '（=）'])('%j stays as it is', (text) => {
    expect(bodyOf(csvOf([[text]]))).toEqual([[text]]);
  });

  const pieces = fc.oneof(
    fc.constantFrom(...starters, ...fronts, ',', '"', ';', '\r\n', '=1+1', "cmd|' /C calc'!A0"),
    fc.string({ unit: 'binary', maxLength: 6 }),
  );
  const texts = fc.array(pieces, { maxLength: 6 }).map((parts) => parts.join(''));

  test('a thousand cells of anything are read back as they were, but for the apostrophe or tab that makes them text', () => {
    fc.assert(
      fc.property(fc.array(fc.array(texts, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 4 }), (rows) => {
        const read = bodyOf(csvOf(rows));
        expect(read.map((row) => row.length)).toEqual(rows.map((row) => row.length));
        rows.flat().forEach((text, at) => {
          const plain = text.replaceAll('\0', '');
          const cell = read.flat()[at] ?? '';
          expect([plain, `'${plain}`, `\t${plain}`]).toContain(cell);
          const bare = cell.replace(/^[\s\p{C}\p{Z}"'`＂＇“”‘’«»‹›]*/u, '');
          expect(cell.startsWith("'") || !starters.some((starter) => bare.startsWith(starter))).toBe(true);
        });
      }),
      randomRun(1000),
    );
  });
});
