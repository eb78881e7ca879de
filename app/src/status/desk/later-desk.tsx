import { useState } from 'preact/hooks';
import { usePageLanguage } from '../i18n/language.ts';
import type { DeskProps } from './desk.tsx';

type DeskModule = typeof import('./desk.tsx');

/** What else can be done on the page is fetched once somebody opens it; nobody else waits for it. */
export function LaterDesk(props: DeskProps) {
  const { texts } = usePageLanguage();
  const [desk, setDesk] = useState<DeskModule | null>(null);
  return (
    <details class="card" onToggle={() => desk === null && void import('./desk.tsx').then(setDesk)}>
      <summary>
        <h2>{texts.desk}</h2>
      </summary>
      {desk && <desk.Desk {...props} />}
    </details>
  );
}
