import './CommandList.css';
import type { ReactNode } from 'react';

/** Buttons of one width side by side: everything that can be done, to choose from. */
export function CommandList({ children }: { children: ReactNode }) {
  return <div className="command-list">{children}</div>;
}
