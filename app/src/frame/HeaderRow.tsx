import type { ReactNode } from 'react';
import { IonToolbar } from '@ionic/react';
import './HeaderRow.css';

/** One more row of the bar, which does not scroll away with the page. */
export function HeaderRow({ children }: { children: ReactNode }) {
  return <IonToolbar className="header-row">{children}</IonToolbar>;
}
