import { numberOf } from '@shouwen/domain/kernel/number';
import { searchText } from '@shouwen/domain/kernel/simplified-text';
import { expect, test, vi } from 'vitest';
import { aRow } from '../../platform/rows/row.fixture.ts';
import type { Row } from '../../platform/rows/row.ts';
import { last4Of, SearchIndex, wordsOf } from './search-index.ts';

const never = (): boolean => false;
const textOf = (row: Row): string => `${row.number} ${row.contactLast4} ${row.excerpt}`;

function indexOf(...rows: Row[]): SearchIndex {
  const index = new SearchIndex(textOf, searchText);
  index.put(rows);
  return index;
}

test('every word has to be there, in any case and order', async () => {
  const index = indexOf(aRow({ id: 'a', excerpt: '信号 VoLTE 不好' }), aRow({ id: 'b', excerpt: '信号很好' }));
  expect(await index.search('volte 信号', never)).toEqual(['a']);
  expect(await index.search('信号', never)).toEqual(['a', 'b']);
});

test('a number typed with spaces, small letters and O for 0 is the number', () => {
  const number = numberOf('3f0e8c1a-5b7d-4e21-9c44-0a1b2c3d4e5f');
  const spoken = number.replaceAll('-', ' ').replaceAll('0', 'o').toLowerCase();
  expect(wordsOf(spoken, searchText)).toEqual([number.toLowerCase()]);
});

test.each([
  ['記者', '王记者来过'],
  ['寬帶 裝機', '宽带一直没有装机'],
  ['ＶｏＬＴＥ', 'VoLTE 不好'],
  ['客服＠example', '发到客服@example.com'],
  ['话费、宽带', '宽带与话费'],
  ['话\u200b费', '话费'],
  ['eg 206 474 866 cs', '邮件 EG206474866CS'],
  ['EG—206474866—CS', '邮件 EG206474866CS'],
  ['【宽带】', '宽带'],
])('%j finds what is written as %j', async (typed, excerpt) => {
  expect(await indexOf(aRow({ id: 'a', excerpt }), aRow({ id: 'b', excerpt: '别的事' })).search(typed, never)).toEqual(['a']);
});

test('the last four digits are asked for of the server however wide they are typed', () => {
  expect([last4Of(' １００１ '), last4Of('1001'), last4Of('100'), last4Of('1001 宽带')]).toEqual(['1001', '1001', null, null]);
});

test('a changed complaint is found by its new words only, a dropped one not at all', async () => {
  const index = indexOf(aRow({ id: 'a', excerpt: '话费' }), aRow({ id: 'b', excerpt: '话费' }));
  await index.prepare();
  index.put([aRow({ id: 'a', excerpt: '宽带' })]);
  index.drop(['b']);
  expect(await index.search('话费', never)).toEqual([]);
  expect(await index.search('宽带', never)).toEqual(['a']);
});

test('a search that nobody waits for any more stops', async () => {
  const index = indexOf(...Array.from({ length: 2_000 }, (_, place) => aRow({ id: `row-${place}` })));
  expect(await index.search('1', () => true)).toBeNull();
});

test('thousands of complaints are looked through in slices that leave the screen free', async () => {
  // Each look at this clock takes a millisecond, so the work between two looks does, too, whatever else the machine is busy with.
  let clockMs = 0;
  const clock = vi.spyOn(performance, 'now').mockImplementation(() => (clockMs += 1));
  const pauses = vi.spyOn(globalThis, 'setTimeout');
  const index = indexOf(...Array.from({ length: 2_000 }, (_, place) => aRow({ id: `row-${place}`, excerpt: `第${place}件` })));
  expect(await index.search('第1999件', never)).toEqual(['row-1999']);
  expect(clockMs / pauses.mock.calls.length).toBeLessThan(50);
  clock.mockRestore();
  pauses.mockRestore();
});
