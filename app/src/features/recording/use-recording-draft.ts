import { useCallback, useRef, useState } from 'react';
import type { RecordingForm } from '@shouwen/domain/complaint/intake/recording';
import { nowMs } from '../../platform/device/clock.ts';
import type { ShrunkPhoto } from '../../platform/device/shrunk-photo.ts';
import type { Kept } from '../../platform/drafts/draft-keeper.ts';
import { addDraftPhoto, forgetDraft, removeDraftPhoto } from '../../platform/drafts/drafts.ts';
import { type Keeping, useDraftKeeper } from '../../platform/drafts/use-draft.ts';
import type { RecordingDraft } from '../../records/recording-drafts.ts';

export interface DraftSession extends Keeping<RecordingDraft> {
  draft: RecordingDraft;
  photos: ShrunkPhoto[];
  change(part: Partial<RecordingForm>): void;
  setEarlier(ids: string[]): void;
  addPhotos(added: readonly ShrunkPhoto[]): Promise<void>;
  removePhoto(id: string): void;
  /** Deletes the draft for good. */
  abandon(): Promise<void>;
}

/** One recording being filled in: every change is on its way to the disk before anything else happens to it. */
export function useRecordingDraft(ownerUid: string, start: { draft: RecordingDraft; photos: ShrunkPhoto[]; isNew: boolean }): DraftSession {
  const [draft, setDraft] = useState(start.draft);
  const [photos, setPhotos] = useState(start.photos);
  const [photoFailure, setPhotoFailure] = useState<unknown>(null);
  const first: Kept = start.isNew ? 'untouched' : 'kept';
  const { keeper, kept, failure } = useDraftKeeper<RecordingDraft>(ownerUid, { form: 'recording', id: start.draft.id }, first);

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
    setPhotoFailure(null);
    replace((current) => ({ ...current }));
    try {
      for (const photo of added) await addDraftPhoto(ownerUid, draft.id, photo);
    } catch (error) {
      setPhotoFailure(error);
    }
  };
  const removePhoto = (id: string): void => {
    setPhotos((current) => current.filter((photo) => photo.id !== id));
    void removeDraftPhoto(id).catch(setPhotoFailure);
  };
  const abandon = async (): Promise<void> => {
    await keeper.end();
    await forgetDraft(draft.id);
  };
  const setEarlier = (earlierIds: string[]): void => replace((current) => ({ ...current, earlierIds }));
  const hasFailed = photoFailure !== null && kept !== 'pending';
  const state = { kept: hasFailed ? 'failed' : kept, failure: failure ?? photoFailure } as const;
  return { draft, photos, keeper, ...state, change, setEarlier, addPhotos, removePhoto, abandon };
}
