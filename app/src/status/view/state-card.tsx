import type { StatusView } from '@shouwen/domain/complaint/view/status-view';
import { usePageLanguage } from '../i18n/language.ts';
import { formatMoment } from '../moment.ts';
import { PhoneLink } from './phone-link.tsx';
import type { Outlook } from './outlook.ts';

/** Where the complaint stands, what was promised, who has it, and what happens next. */
export function StateCard({ view, standing }: { view: StatusView; standing: Outlook }) {
  const { texts, language } = usePageLanguage();
  const state = texts.states[view.state];
  const isFinal = view.state === 'closed' && !standing.canDisagree;
  const needsCall = standing.isLate || isFinal || view.state === 'merged' || view.state === 'withdrawn';
  return (
    <section class="card state" data-state={view.state}>
      <p class="number">
        {view.operator[language]} · {texts.number} <strong>{view.number}</strong>
      </p>
      <h1>{state.title}</h1>
      <p class="lead">{state.text}</p>
      {view.promisedAtMs !== null && <Promised view={view} atMs={view.promisedAtMs} isLate={standing.isLate} />}
      {standing.isPaused && view.pausedUntilMs !== null && <p class="promise paused">{texts.paused(formatMoment(view.pausedUntilMs, language))}</p>}
      {view.neededFromCustomer !== null && (
        <div class="needed">
          <h2>{texts.needed.title}</h2>
          <p class="typed">{view.neededFromCustomer}</p>
        </div>
      )}
      {view.hurried.length > 0 && (
        <ul>
          {view.hurried.map(({ who, hasAnswered }) => (
            <li key={who.zh}>{hasAnswered ? texts.hurried.done(who[language]) : texts.hurried.asked(who[language])}</li>
          ))}
        </ul>
      )}
      <dl>
        {view.holder !== null && <dt>{standing.isOver ? texts.facts.handledBy : texts.facts.holder}</dt>}
        {view.holder !== null && <dd>{view.holder[language]}</dd>}
        <dt>{texts.facts.next}</dt>
        <dd>{isFinal ? texts.nextWhenFinal : state.next}</dd>
      </dl>
      {needsCall && (
        <p class="actions">
          <PhoneLink phone={view.hotline} />
        </p>
      )}
    </section>
  );
}

/** What was promised, and honestly that it was not kept: the schedule raises what is late, and the page can tell by its own clock. */
function Promised({ view, atMs, isLate }: { view: StatusView; atMs: number; isLate: boolean }) {
  const { texts, language } = usePageLanguage();
  const when = formatMoment(atMs, language);
  if (isLate) return <p class="promise late">{texts.late(when)}</p>;
  return <p class="promise">{view.isAgreed ? texts.agreed(when) : texts.promise(when)}</p>;
}
