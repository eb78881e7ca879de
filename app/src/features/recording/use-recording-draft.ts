import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { RecordingForm } from '@shouwen/domain/complaint/intake/recording';
import { nowMs } from '../../platform/device/clock.ts';
import { addDraftPhoto, deleteDraft, type RecordingDraft, removeDraftPhoto } from '../../platform/drafts/draft-store.ts';
import type { ShrunkPhoto } from '../../platform/device/shrunk-photo.ts';
import { DraftKeeper, type Kept } from './draft-keeper.ts';

export interface DraftSession {
  draft: RecordingDraft;
  photos: ShrunkPhoto[];
  kept: Kept;
  /** What went wrong when it was last written; null while all is well. */
  failure: unknown;
  change(part: Partial<RecordingForm>): void;
  setEarlier(ids: string[]): void;
  addPhotos(added: readonly ShrunkPhoto[]): Promise<void>;
  removePhoto(id: string): void;
  keeper: DraftKeeper;
  /** Deletes the draft for good. */
  abandon(): Promise<void>;
}

/** One recording being filled in: every change is on its way to the disk before anything else happens to it. */
export function useRecordingDraft(ownerUid: string, start: { draft: RecordingDraft; photos: ShrunkPhoto[]; isNew: boolean }): DraftSession {
  const [draft, setDraft] = useState(start.draft);
  const [photos, setPhotos] = useState(start.photos);
  const [kept, setKept] = useState<Kept>(start.isNew ? 'untouched' : 'kept');
  const [failure, setFailure] = useState<unknown>(null);
  const keeper = useMemo(
    () =>
      new DraftKeeper(ownerUid, (now, error) => {
        setKept(now);
        if (now !== 'pending') setFailure(error ?? null);
      }),
    [ownerUid],
  );
  useFlushWhenHidden(keeper);

  const latest = useRef(start.draft);
  const replace = useCallback(
    (alter: (current: RecordingDraft) => RecordingDraft) => {
      latest.current = alter(latest.current);
      setDraft(latest.current);
      keeper.change(latest.current);
    },
    [keeper],
  );
  const isUntouched = kept === 'untouched';
  const change = (part: Partial<RecordingForm>): void => {
    // The page may have been open for hours: "just now" counts from when the person begins.
    const begun = isUntouched ? { occurredAtMs: nowMs() } : {};
    replace((current) => ({ ...current, form: { ...current.form, ...begun, ...part } }));
  };
  const addPhotos = async (added: readonly ShrunkPhoto[]): Promise<void> => {
    setPhotos((current) => [...current, ...added]);
    replace((current) => ({ ...current }));
    try {
      for (const photo of added) await addDraftPhoto(ownerUid, draft.id, photo);
    } catch (error) {
      setKept('failed');
      setFailure(error);
    }
  };
  const removePhoto = (id: string): void => {
    setPhotos((current) => current.filter((photo) => photo.id !== id));
    void removeDraftPhoto(id).catch(setFailure);
  };
  const abandon = async (): Promise<void> => {
    await keeper.end();
    await deleteDraft(draft.id);
  };
  const setEarlier = (earlierIds: string[]): void => replace((current) => ({ ...current, earlierIds }));
  return { draft, photos, kept, failure, change, setEarlier, addPhotos, removePhoto, keeper, abandon };
}

function useFlushWhenHidden(keeper: DraftKeeper): void {
  useEffect(() => {
    const flush = (): void => void keeper.flush();
    document.addEventListener('visibilitychange', flush);
    window.addEventListener('pagehide', flush);
    return () => {
      document.removeEventListener('visibilitychange', flush);
      window.removeEventListener('pagehide', flush);
      flush();
    };
  }, [keeper]);
}
