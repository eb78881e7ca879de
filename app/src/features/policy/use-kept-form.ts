import { useEffect, useRef, useState } from 'react';
import { forgetForm, keepForm, keptForm } from '../../platform/drafts/form-draft.ts';

interface KeptForm<Content> {
  content: Content;
  put: (part: Partial<Content>) => void;
  forget: () => void;
}

/** A form that is being filled in, kept on the phone until it has done its work; null until what was kept has been read. `empty` must stay the same object. */
export function useKeptForm<Content extends object>(uid: string, name: string, empty: Content): KeptForm<Content> | null {
  const [content, setContent] = useState<Content | null>(null);
  const latest = useRef(empty);
  const writing = useRef(Promise.resolve());

  useEffect(() => {
    let isOver = false;
    const start = (kept: Content | null): void => {
      if (isOver) return;
      latest.current = kept ?? empty;
      setContent(latest.current);
    };
    keptForm<Content>(uid, name).then(start, () => start(null));
    return () => {
      isOver = true;
    };
  }, [uid, name, empty]);

  if (content === null) return null;
  const show = (next: Content, write: () => Promise<void>): void => {
    latest.current = next;
    setContent(next);
    writing.current = writing.current.then(write).catch(() => undefined);
  };
  return {
    content,
    put: (part) => {
      const next = { ...latest.current, ...part };
      show(next, () => keepForm(uid, name, next));
    },
    forget: () => show(empty, () => forgetForm(name)),
  };
}
