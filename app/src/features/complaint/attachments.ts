import { useEffect, useState } from 'react';
import { pendingPhoto } from '../../platform/outbox/outbox.ts';
import { type Album, type AlbumView, openAlbum } from './album.ts';
import type { Photo } from './photo.ts';

interface Attachments {
  photos: readonly Photo[];
  status: 'unasked' | AlbumView['status'];
  hasMore: boolean;
  more: () => void;
}

const unopened: AlbumView = { status: 'loading', photos: [], hasMore: false };

/** The photos that have been sent, once someone wants to see them. */
export function useAttachments(complaintId: string, uid: string, isWanted: boolean): Attachments {
  const [view, setView] = useState<AlbumView>(unopened);
  const [album, setAlbum] = useState<Album | null>(null);
  useEffect(() => {
    if (!isWanted) return undefined;
    const opened = openAlbum(complaintId, uid, setView);
    setAlbum(opened);
    return () => opened.close();
  }, [complaintId, uid, isWanted]);
  if (!isWanted) return { ...unopened, status: 'unasked', more: () => undefined };
  return { ...view, more: () => album?.more() };
}

/** The photos that still wait on this phone. */
export function useUnsentPhotos(ids: readonly string[]): Photo[] {
  const [urls, setUrls] = useState<ReadonlyMap<string, string>>(new Map());
  const key = ids.join();
  useEffect(() => {
    let isOver = false;
    const made: string[] = [];
    void Promise.all((key === '' ? [] : key.split(',')).map(async (id) => [id, await pendingPhoto(id).catch(() => null)] as const)).then((read) => {
      if (isOver) return;
      const opened = read.flatMap(([id, blob]) => (blob === null ? [] : [[id, URL.createObjectURL(blob)] as const]));
      made.push(...opened.map(([, url]) => url));
      setUrls(new Map(opened));
    });
    return () => {
      isOver = true;
      made.forEach((url) => URL.revokeObjectURL(url));
    };
  }, [key]);
  return ids.map((id) => ({ id, url: urls.get(id) ?? null, standing: 'waiting' }));
}
