import { beforeEach, expect, test, vi } from 'vitest';
import type { FollowedList, Question } from '../../platform/firestore/follow.ts';
import { type AlbumView, openAlbum } from './album.ts';
import type { ReceivedPhoto } from './photo.ts';

interface Followed {
  conditions: unknown[];
  tell(list: FollowedList<ReceivedPhoto>): void;
  isStopped: boolean;
}

const followed = vi.hoisted((): Followed[] => []);
vi.mock('../../platform/firestore/follow.ts', () => ({
  followQuery: (question: Question, _read: unknown, tell: Followed['tell']) => {
    const one: Followed = { conditions: conditionsOf(question), tell, isStopped: false };
    followed.push(one);
    return () => void (one.isStopped = true);
  },
}));

/** What a question asks, as the calls that put it together. */
function conditionsOf(question: Question): unknown[] {
  const call =
    (name: string) =>
    (...parts: unknown[]) => [name, ...parts];
  const api = {
    query: (_collection: unknown, ...conditions: unknown[]) => conditions,
    collection: call('collection'),
    documentId: () => 'id',
    where: call('where'),
    orderBy: call('orderBy'),
    startAfter: call('startAfter'),
    limit: call('limit'),
  };
  return question({ db: {}, api } as unknown as Parameters<Question>[0]) as unknown as unknown[];
}

function photos(from: number, count: number, standing: ReceivedPhoto['standing'] = 'passed'): ReceivedPhoto[] {
  return Array.from({ length: count }, (_, index) => ({ id: `${standing}-${from + index}`, url: 'blob:', standing, receivedAt: from + index }));
}

const here = (values: ReceivedPhoto[]): FollowedList<ReceivedPhoto> => ({ status: 'here', values, isFromCache: false });
let view: AlbumView = { status: 'loading', photos: [], hasMore: false };
const shown = (): unknown[] => [view.status, view.photos.map(({ id }) => id).join(' '), view.hasMore];
const open = () => openAlbum('one', 'me', (told) => void (view = told));

beforeEach(() => void followed.splice(0));

test('photos come a page at a time, checked ones alone, by when they arrived', () => {
  const album = open();
  const [own, first] = followed;
  expect(first?.conditions).toEqual([
    ['where', 'check', '==', 'passed'],
    ['orderBy', 'receivedAt'],
    ['orderBy', 'id'],
    ['limit', 12],
  ]);
  own?.tell(here([]));
  first?.tell(here(photos(0, 12)));
  expect([view.photos.length, view.hasMore, followed.length]).toEqual([12, true, 2]);
  album.more();
  expect(followed[2]?.conditions).toContainEqual(['startAfter', 11, 'passed-11']);
  followed[2]?.tell(here(photos(12, 1)));
  expect([view.photos.length, view.photos.at(-1)?.id, view.hasMore]).toEqual([13, 'passed-12', false]);
  album.close();
  expect(followed.every(({ isStopped }) => isStopped)).toBe(true);
});

test('what one has taken is there before it has been checked, behind the others and once', () => {
  open();
  const [own, first] = followed;
  expect(own?.conditions).toEqual([
    ['where', 'byUid', '==', 'me'],
    ['where', 'check', 'in', ['pending', 'refused']],
    ['orderBy', 'receivedAt', 'desc'],
    ['limit', 12],
  ]);
  first?.tell(here(photos(0, 1)));
  own?.tell(here([...photos(2, 1, 'checking'), ...photos(1, 1, 'tooMany')]));
  expect(shown()).toEqual(['shown', 'passed-0 tooMany-1 checking-2', false]);
  first?.tell(here([...photos(0, 1), { ...photos(2, 1, 'checking')[0], standing: 'passed' } as ReceivedPhoto]));
  expect(shown()).toEqual(['shown', 'passed-0 checking-2 tooMany-1', false]);
});

test('photos that cannot be had are said to be missing', () => {
  open();
  followed[1]?.tell({ status: 'failed' });
  expect(view.status).toBe('failed');
});
