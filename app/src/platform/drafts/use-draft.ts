import { useEffect, useMemo, useRef, useState } from 'react';
import { DraftKeeper, type Kept } from './draft-keeper.ts';
import { type DraftKey, forgetDraft, keepDraft, keptDraft } from './drafts.ts';

export interface Keeping<Content> {
  keeper: DraftKeeper<Content>;
  kept: Kept;
  /** What went wrong when it was last written; null while all is well. */
  failure: unknown;
}

/** Keeps what is typed into a form on this phone, at the latest when the form is left or the app goes out of sight. */
export function useDraftKeeper<Content extends object>(uid: string, { form, id }: DraftKey, start: Kept = 'untouched'): Keeping<Content> {
  const [{ kept, failure }, setState] = useState<Omit<Keeping<Content>, 'keeper'>>({ kept: start, failure: null });
  const keeper = useMemo(() => {
    const place = { write: (content: Content) => keepDraft(uid, { form, id }, content), erase: () => forgetDraft(id) };
    const notify = (now: Kept, error: unknown = null): void => setState((before) => ({ kept: now, failure: now === 'pending' ? before.failure : error }));
    return new DraftKeeper<Content>(place, notify);
  }, [uid, form, id]);
  useEffect(() => {
    const flush = (): void => void keeper.flush();
    document.addEventListener('visibilitychange', flush);
    // Where a page is told that it will be left, there is still time to seal and write; when it is being left, there may be none.
    window.addEventListener('beforeunload', flush);
    window.addEventListener('pagehide', flush);
    return () => {
      document.removeEventListener('visibilitychange', flush);
      window.removeEventListener('beforeunload', flush);
      window.removeEventListener('pagehide', flush);
      flush();
    };
  }, [keeper]);
  return { keeper, kept, failure };
}

export interface KeptForm<Content> {
  content: Content;
  /** Whether something was left over from before: said to the person, so that they do not send yesterday's words. */
  wasKept: boolean;
  kept: Kept;
  /** Resolves once it is on the disk, or could not be put there. */
  change: (alter: (current: Content) => Content) => Promise<void>;
  put: (part: Partial<Content>) => void;
  /** It has done its work, or is not wanted any more: the form is as it is when it is new. */
  forget: () => void;
}

/** A form that is being filled in, kept on the phone until it has done its work; null until what was kept has been read. */
export function useDraft<Content extends object>(uid: string, { form, id }: DraftKey, blank: () => Content): KeptForm<Content> | null {
  const [shown, setShown] = useState<{ content: Content; wasKept: boolean } | null>(null);
  const { keeper, kept } = useDraftKeeper<Content>(uid, { form, id });
  const latest = useRef<Content | null>(null);
  const fresh = useRef(blank);

  useEffect(() => {
    let isOver = false;
    const begin = (found: Content | null): void => {
      if (isOver) return;
      latest.current = found ?? fresh.current();
      setShown({ content: latest.current, wasKept: found !== null });
    };
    // A phone that cannot read what it kept still has the form itself.
    keptDraft<Content>(uid, id).then(begin, () => begin(null));
    return () => {
      isOver = true;
    };
  }, [uid, id]);

  if (shown === null) return null;
  const change = (alter: (current: Content) => Content): Promise<void> => {
    const content = alter(latest.current ?? shown.content);
    latest.current = content;
    setShown({ content, wasKept: shown.wasKept });
    keeper.change(content);
    return keeper.flush();
  };
  return {
    ...shown,
    kept,
    change,
    put: (part) => void change((current) => ({ ...current, ...part })),
    forget: () => {
      latest.current = fresh.current();
      setShown({ content: latest.current, wasKept: false });
      void keeper.forget();
    },
  };
}
