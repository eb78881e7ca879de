import { useState } from 'preact/hooks';
import { forget, keep, kept } from '../session-store.ts';

/** What the customer is writing. It survives a failure and a reload in this tab and is gone once sent. */
export function useReplyDraft<T>(key: string, read: (stored: unknown) => T): [draft: T, change: (draft: T) => void, clear: () => void] {
  const [draft, setDraft] = useState(() => read(kept(key)));
  const change = (changed: T): void => {
    setDraft(changed);
    keep(key, changed);
  };
  const clear = (): void => {
    setDraft(read(null));
    forget(key);
  };
  return [draft, change, clear];
}
