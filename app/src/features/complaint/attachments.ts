import { useEffect, useState } from 'react';
import { loadFirestore } from '../../platform/firestore/firebase-firestore.ts';
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
export function useAttachments(complaintId: string, isWanted: boolean): { photos: Photo[]; status: 'unasked' | 'loading' | 'shown' | 'failed' } {
  const [photos, setPhotos] = useState<Photo[] | null>(null);
  const [isFailed, setFailed] = useState(false);
  useEffect(() => {
    if (!isWanted) return undefined;
    let isOver = false;
    let stop: (() => void) | null = null;
    const urls = new Map<string, string>();
    const watching = watchAttachments(
      complaintId,
      urls,
      (read) => void (isOver || setPhotos(read)),
      () => void (isOver || setFailed(true)),
    );
    watching.then(
      (started) => {
        if (isOver) started();
        else stop = started;
      },
      () => void (isOver || setFailed(true)),
    );
    return () => {
      isOver = true;
      stop?.();
      for (const url of urls.values()) URL.revokeObjectURL(url);
    };
  }, [complaintId, isWanted]);
  if (!isWanted) return { photos: [], status: 'unasked' };
  return { photos: photos ?? [], status: isFailed ? 'failed' : photos === null ? 'loading' : 'shown' };
}

async function watchAttachments(complaintId: string, urls: Map<string, string>, tell: (photos: Photo[]) => void, fail: () => void): Promise<() => void> {
  const { db, api } = await loadFirestore();
  const all = api.query(api.collection(db, 'complaints', complaintId, 'attachments'), api.orderBy('capturedAt'), api.limit(photosShown));
  return api.onSnapshot(all, (snapshot) => tell(snapshot.docs.map((document) => readPhoto(document.id, document.data(), urls))), fail);
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
