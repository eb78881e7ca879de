import { numberOf } from '@shouwen/domain/kernel/number';
import { expect, test, vi } from 'vitest';
import { aRow } from '../../platform/rows/row.fixture.ts';
import type { Row } from '../../platform/rows/row.ts';
import { SearchIndex, wordsOf } from './search-index.ts';

const never = (): boolean => false;
const textOf = (row: Row): string => `${row.number} ${row.contactLast4} ${row.excerpt}`;

function indexOf(...rows: Row[]): SearchIndex {
  const index = new SearchIndex(textOf);
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
  expect(wordsOf(spoken)).toEqual([number.toLowerCase()]);
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
