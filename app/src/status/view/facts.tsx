import type { StatusView } from '@shouwen/domain/complaint/view/status-view';
import { usePageLanguage } from '../i18n/language.ts';
import { formatMoment } from '../moment.ts';

/** What the complaint is about and what was asked for. */
export function FactsCard({ view }: { view: StatusView }) {
  const { texts, language } = usePageLanguage();
  return (
    <section class="card">
      <h2>{texts.facts.title}</h2>
      <dl>
        <dt>{texts.facts.category}</dt>
        <dd>{view.category[language]}</dd>
        <dt>{texts.facts.asks}</dt>
        <dd>
          <ul class="plain-list">
            {view.asks.map((ask) => (
              <li key={ask}>{texts.asks[ask]}</li>
            ))}
          </ul>
        </dd>
        {view.what !== null && (
          <>
            <dt>{texts.facts.what}</dt>
            <dd class="typed">{view.what}</dd>
          </>
        )}
        <dt>{texts.facts.recorded}</dt>
        <dd>{formatMoment(view.recordedAtMs, language)}</dd>
      </dl>
    </section>
  );
}
