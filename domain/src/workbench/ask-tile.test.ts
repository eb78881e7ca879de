import { expect, test } from 'vitest';
import type { TileQuestion } from '../journal/tile.ts';
import { at } from '../testing/organisation.ts';
import { askTile } from './ask-tile.ts';

const asker = { uid: 'clerk', unitId: 'outlet', pack: 'telecom' } as const;
const now = at('2026-11-20 09:30');

function conditionsOf(where: TileQuestion['where']) {
  return askTile({ collection: 'complaints', where, orderBy: ['dueAt', 'asc'], limit: 200 }, asker, now);
}

test('a question is about whoever asks it, their unit or their operator', () => {
  const asked = conditionsOf([
    ['people', 'array-contains', { who: 'me' }],
    ['audience', 'array-contains', { who: 'my unit' }],
    ['pack', '==', { who: 'my operator' }],
    ['handlerUid', '==', { is: null }],
  ]);
  expect(asked).toEqual([
    ['people', 'array-contains', 'clerk'],
    ['audience', 'array-contains', 'outlet'],
    ['pack', '==', 'telecom'],
    ['handlerUid', '==', null],
  ]);
});

test('its moments are those of the asking: a day ends at midnight in Asia/Shanghai', () => {
  const asked = conditionsOf([
    ['dueAt', '<=', { moment: 'now' }],
    ['dueAt', '<=', { moment: 'endOfToday' }],
    ['at', '>=', { daysAgo: 30, as: 'moment' }],
    ['day', '>=', { daysAgo: 14, as: 'day' }],
  ]);
  expect(asked.map(([, , value]) => value)).toEqual([{ atMs: now }, { atMs: at('2026-11-21 00:00') - 1 }, { atMs: at('2026-10-21 09:30') }, '2026-11-06']);
});
