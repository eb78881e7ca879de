import type { ComponentType } from 'preact';
import { useState } from 'preact/hooks';
import { usePageLanguage } from '../i18n/language.ts';
import type { Proof } from '../proof.ts';

/** TEL-4: where a customer says that they want no messages; what it needs is fetched when it is opened. */
export function OptOutCard({ proof }: { proof: Proof }) {
  const { texts } = usePageLanguage();
  const [Choice, setChoice] = useState<{ component: ComponentType<{ proof: Proof }> } | null>(null);
  const open = (): void => {
    if (Choice === null) void import('./opt-out-choice.tsx').then(({ OptOutChoice }) => setChoice({ component: OptOutChoice }));
  };
  return (
    <details class="card" onToggle={open}>
      <summary>
        <h2>{texts.messages}</h2>
      </summary>
      {Choice && <Choice.component proof={proof} />}
    </details>
  );
}
