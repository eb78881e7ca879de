import { useEffect, useState } from 'react';
import { followQuery } from '../../platform/firestore/follow.ts';
import { pendingPhoto } from '../../platform/outbox/outbox.ts';

export interface Photo {
  id: string;
  /** Address of the picture in this page; null while it is refused or cannot be read. */
  url: string | null;
  standing: 'waiting' | 'checking' | 'passed' | 'refused';
}

/** The rules show no more at once; a complaint has fewer. */
const photosShown = 30;

/** The photos that have been sent, once someone wants to see them: each is up to 700 KB, which a field phone should not spend unasked. */
export function useAttachments(complaintId: string, isWanted: boolean): { photos: readonly Photo[]; status: 'unasked' | 'loading' | 'shown' | 'failed' } {
  const [photos, setPhotos] = useState<readonly Photo[] | null>(null);
  const [isFailed, setFailed] = useState(false);
  useEffect(() => {
    if (!isWanted) return undefined;
    const urls = new Map<string, string>();
    const stop = followQuery(
      ({ db, api }) => api.query(api.collection(db, 'complaints', complaintId, 'attachments'), api.orderBy('capturedAt'), api.limit(photosShown)),
      (id, stored) => readPhoto(id, stored, urls),
      (list) => (list.status === 'here' ? setPhotos(list.values) : setFailed(true)),
    );
    return () => {
      stop();
      for (const url of urls.values()) URL.revokeObjectURL(url);
    };
  }, [complaintId, isWanted]);
  if (!isWanted) return { photos: [], status: 'unasked' };
  return { photos: photos ?? [], status: isFailed ? 'failed' : photos === null ? 'loading' : 'shown' };
}

function readPhoto(id: string, stored: Record<string, unknown>, urls: Map<string, string>): Photo {
  const { check, bytes, contentType } = stored;
  if (check === 'refused') return { id, url: null, standing: 'refused' };
  const standing = check === 'passed' ? 'passed' : 'checking';
  if (!hasBytes(bytes)) return { id, url: null, standing };
  const url = urls.get(id) ?? URL.createObjectURL(new Blob([bytes.toUint8Array()], { type: contentType === 'image/webp' ? 'image/webp' : 'image/jpeg' }));
  urls.set(id, url);
  return { id, url, standing };
}

function hasBytes(value: unknown): value is { toUint8Array(): Uint8Array<ArrayBuffer> } {
  return typeof value === 'object' && value !== null && 'toUint8Array' in value;
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
