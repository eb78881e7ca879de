import './ButtonRow.css';
import type { ReactNode } from 'react';

/** Buttons beside each other, or below where there is no room. */
export function ButtonRow({ children }: { children: ReactNode }) {
  return <div className="button-row">{children}</div>;
}
