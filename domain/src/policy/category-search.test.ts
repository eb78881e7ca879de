import { describe, expect, test } from 'vitest';
import { telecom } from '../testing/organisation.ts';
import { searchCategories, suggestCategories } from './category-search.ts';

const idsOf = (categories: { id: string }[]) => categories.map(({ id }) => id);
const all = telecom.categories.flatMap((group) => idsOf(group.children));

describe('searching while typing', () => {
  test.each([
    ['initials', 'dsf', 'T01-05'],
    ['initials in capitals', 'DSF', 'T01-05'],
    ['an id', 't01-05', 'T01-05'],
    ['a Chinese name', '代收', 'T01-05'],
    ['an English name', 'third-party', 'T01-05'],
    ['a keyword', 'sp业务', 'T01-05'],
    ['with spaces around it', ' dsf ', 'T01-05'],
    ['full width', 'ｄｓｆ', 'T01-05'],
    ['traditional characters', '代收費', 'T01-05'],
  ])('by %s', (_told, typed, found) => {
    expect(idsOf(searchCategories(telecom, typed))).toContain(found);
  });

  test('a group’s match brings all of its categories', () => {
    expect(idsOf(searchCategories(telecom, '资费计费'))).toEqual(all.filter((id) => id.startsWith('T01')));
    expect(idsOf(searchCategories(telecom, 'zfjf'))).toEqual(all.filter((id) => id.startsWith('T01')));
  });

  test('nothing typed shows all of them, and what is nowhere shows none', () => {
    expect(idsOf(searchCategories(telecom, '  '))).toEqual(all);
    expect(searchCategories(telecom, '飞碟')).toEqual([]);
  });
});

describe('suggesting from what was told', () => {
  test('the more and the longer the words found, the better', () => {
    const suggested = idsOf(suggestCategories(telecom, '打单发现一笔代收信息费,没有订过,乱收费', 3));
    expect(suggested[0]).toBe('T01-05');
    expect(suggested).toContain('T01-08');
  });

  test('capitals make no difference, and at most as many as asked for', () => {
    expect(idsOf(suggestCategories(telecom, 'sp业务扣费', 5))[0]).toBe('T01-05');
    expect(suggestCategories(telecom, '代收费 打单 月租 漫游费', 2)).toHaveLength(2);
  });

  test('nothing that points anywhere suggests nothing', () => {
    expect(suggestCategories(telecom, '天气很好', 3)).toEqual([]);
    expect(suggestCategories(telecom, '', 3)).toEqual([]);
  });
});
