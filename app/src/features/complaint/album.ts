import { followQuery } from '../../platform/firestore/follow.ts';
import type { LoadedFirestore } from '../../platform/firestore/firebase-firestore.ts';
import { type Photo, type ReceivedPhoto, readPhoto } from './photo.ts';

/** Each is up to 700 KB, which a field phone should not spend unasked. */
const pageSize = 12;
/** Of one's own that nobody has looked at yet, or that were refused: the newest say enough. */
const ownShown = 12;

/** The photos of a complaint as far as they have been turned up. */
export interface AlbumView {
  status: 'loading' | 'shown' | 'failed';
  photos: readonly Photo[];
  hasMore: boolean;
}

export interface Album {
  /** Turns the next page up. */
  more(): void;
  close(): void;
}

/**
 * Follows the photos of a complaint that have been checked, page by page in the order in which they arrived, whatever their phones say of when they were taken, and
 * behind them one's own that have not passed.
 */
export function openAlbum(complaintId: string, uid: string, notify: (view: AlbumView) => void): Album {
  const urls = new Map<string, string>();
  const pages: (readonly ReceivedPhoto[])[] = [];
  const stops: (() => void)[] = [];
  let wanted = 1;
  let own: readonly ReceivedPhoto[] = [];
  let isFailed = false;

  const tell = (): void => {
    const passed = pages.flat();
    const notPassed = own.filter(({ id }) => !passed.some((photo) => photo.id === id)).toReversed();
    const status = isFailed ? 'failed' : pages.length === 0 ? 'loading' : 'shown';
    notify({ status, photos: [...passed, ...notPassed], hasMore: pages.length === wanted && isFull(pages.at(-1)) });
  };
  const fail = (): void => {
    isFailed = true;
    tell();
  };
  const follow = (page: number, after: ReceivedPhoto | undefined): void => {
    stops.push(
      followQuery(
        (firestore) => passedPhotos(firestore, complaintId, after),
        (id, stored) => readPhoto(id, stored, urls),
        (list) => {
          if (list.status !== 'here') return fail();
          const isNew = pages[page] === undefined;
          pages[page] = list.values;
          tell();
          if (isNew) turn();
        },
      ),
    );
  };
  const turn = (): void => {
    const last = pages.at(-1);
    if (pages.length < wanted && (pages.length === 0 || isFull(last))) follow(pages.length, last?.at(-1));
  };

  stops.push(
    followQuery(
      (firestore) => ownPhotos(firestore, complaintId, uid),
      (id, stored) => readPhoto(id, stored, urls),
      (list) => {
        if (list.status !== 'here') return fail();
        own = list.values;
        tell();
      },
    ),
  );
  turn();
  return {
    more: () => {
      wanted = pages.length + 1;
      turn();
    },
    close: () => {
      stops.forEach((stop) => stop());
      for (const url of urls.values()) URL.revokeObjectURL(url);
    },
  };
}

function isFull(page: readonly ReceivedPhoto[] | undefined): boolean {
  return page?.length === pageSize;
}

function passedPhotos({ db, api }: LoadedFirestore, complaintId: string, after: ReceivedPhoto | undefined) {
  const inOrder = [api.where('check', '==', 'passed'), api.orderBy('receivedAt'), api.orderBy(api.documentId())];
  const begin = after ? [api.startAfter(after.receivedAt, after.id)] : [];
  return api.query(api.collection(db, 'complaints', complaintId, 'attachments'), ...inOrder, ...begin, api.limit(pageSize));
}

function ownPhotos({ db, api }: LoadedFirestore, complaintId: string, uid: string) {
  const mine = [api.where('byUid', '==', uid), api.where('check', 'in', ['pending', 'refused']), api.orderBy('receivedAt', 'desc')];
  return api.query(api.collection(db, 'complaints', complaintId, 'attachments'), ...mine, api.limit(ownShown));
}
