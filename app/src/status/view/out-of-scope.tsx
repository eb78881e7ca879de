import type { StatusView } from '@shouwen/domain/complaint/view/status-view';
import { usePageLanguage } from '../i18n/language.ts';

/** Why the operator does not handle the matter, and who does. */
export function OutOfScope({ outOfScope }: { outOfScope: NonNullable<StatusView['outOfScope']> }) {
  const { texts } = usePageLanguage();
  return (
    <section class="card">
      <h2>{texts.outOfScope.whereToTurn}</h2>
      <p class="typed">{outOfScope.whereToTurn}</p>
      <h3>{texts.outOfScope.reason}</h3>
      <p class="typed">{outOfScope.reason}</p>
    </section>
  );
}
