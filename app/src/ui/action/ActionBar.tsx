import './ActionBar.css';
import type { ReactNode } from 'react';

/** At the foot of a page: its buttons share the width, and the one that is expected next takes more of it. */
export function ActionBar({ children }: { children: ReactNode }) {
  return <div className="action-bar">{children}</div>;
}
