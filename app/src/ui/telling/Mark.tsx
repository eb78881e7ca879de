import './Mark.css';
import type { ReactNode } from 'react';

export type MarkTone = 'info' | 'success' | 'warning' | 'danger' | 'quiet';

/** Where something stands, in a word or two; the colour only repeats what the words say. */
export function Mark({ tone, children }: { tone: MarkTone; children: ReactNode }) {
  return <span className={`mark mark-${tone}`}>{children}</span>;
}
