import './BarButton.css';
import type { ReactNode } from 'react';

/** Words in the bar at the top of a page that do something. */
export function BarButton({ onClick, children }: { onClick: () => void; children: ReactNode }) {
  return (
    <button type="button" className="bar-button" onClick={onClick}>
      {children}
    </button>
  );
}
