import { describe, expect, test } from 'vitest';
import { boardRoles } from '../board/board.ts';
import { roles } from '../organisation/staff.ts';
import { post, telecom } from '../testing/organisation.ts';
import { allTiles, mostQuestions, mostTiles, workbenchOf } from './tiles-of.ts';

const idsOf = (tiles: readonly { id: string }[]): string[] => tiles.map(({ id }) => id);

describe.each(roles)('the workbench of %s', (role) => {
  const { grid, rest } = workbenchOf(role, telecom);

  test('is not empty: it has a number to look at that is about work, not only about this phone', () => {
    expect(grid.some(({ count }) => count !== 'unsent')).toBe(true);
  });

  test('fits on a phone and costs few questions', () => {
    expect(grid.length).toBeLessThanOrEqual(mostTiles);
    expect(grid.filter(({ count }) => count !== 'unsent').length).toBeLessThanOrEqual(mostQuestions);
  });

  test('has every tile of the job once, in the grid or below it, no two in one place', () => {
    const own = allTiles().filter(({ places }) => role in places);
    expect(idsOf([...grid, ...rest]).sort()).toEqual(idsOf(own).sort());
    expect(new Set(own.map(({ places }) => places[role])).size).toBe(own.length);
  });

  test('shows what is unsent on this phone and the way to approvals, for anybody may be a deputy (REC-4, REF-6)', () => {
    expect(idsOf(grid)).toContain('unsent');
    expect(idsOf([...grid, ...rest])).toContain('approvals');
  });
});

test('what comes first is what the job is for', () => {
  const firstOf = (role: (typeof roles)[number]): string | undefined => workbenchOf(role, telecom).grid[0]?.id;
  expect(firstOf('outletClerk')).toBe('handled');
  expect(firstOf('unitHead')).toBe('overdue');
  expect(firstOf('outletManager')).toBe('approvals');
  expect(firstOf('refundClerk')).toBe('toPay');
  expect(firstOf('auditor')).toBe('books');
  expect(firstOf('administrator')).toBe('policy');
  expect(firstOf('knowledgeEditor')).toBe('openInUnit');
});

test('the board lies on the workbench of exactly those who may look at one (SLA-6)', () => {
  const withBoard = roles.filter((role) => idsOf(workbenchOf(role, telecom).grid).includes('overdue'));
  expect(withBoard).toEqual(roles.filter((role) => boardRoles.includes(role)));
});

test('where an operator keeps no accounts, nobody is sent to closings (CLO-1)', () => {
  const withClosings = (pack: typeof post) =>
    roles.filter((role) => [...workbenchOf(role, pack).grid, ...workbenchOf(role, pack).rest].some(({ id }) => id === 'closures'));
  expect(withClosings(telecom)).toContain('outletClerk');
  expect(withClosings(post)).toEqual([]);
});

test('each tile has its own id and its words in both languages, and leads to a page', () => {
  const tiles = allTiles();
  expect(new Set(idsOf(tiles)).size).toBe(tiles.length);
  for (const { title, text, path } of tiles) {
    for (const words of [title, text]) {
      expect(words.zh).toMatch(/\p{Script=Han}/u);
      expect(words.en).toMatch(/^[A-Z][\x20-\x7e]+$/);
    }
    expect(path).toMatch(/^\/[a-z]+(\?[a-z]+=[a-zA-Z]+)?$/);
  }
});
