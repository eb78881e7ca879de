import type { ChecklistItem } from '@shouwen/domain/complaint/complaint';
import type { StatusView } from '@shouwen/domain/complaint/view/status-view';
import { usePageLanguage } from '../i18n/language.ts';
import { formatMoment } from '../moment.ts';

const marks: Record<ChecklistItem['result'], string> = { met: '✓', partly: '◐', notMet: '✕' };

/** The operator's answer and what became of each thing that was asked for. */
export function AnswerText({ answer }: { answer: NonNullable<StatusView['answer']> }) {
  const { texts, language } = usePageLanguage();
  return (
    <section class="card">
      <h2>{texts.answer.title}</h2>
      <p class="typed">{answer.text}</p>
      {answer.checklist.length > 0 && <h3>{texts.answer.checklist}</h3>}
      <ul class="checklist">
        {answer.checklist.map(({ ask, result }) => (
          <li key={ask} data-result={result}>
            <span>{texts.asks[ask]}</span>
            <strong>
              <span aria-hidden="true">{marks[result]} </span>
              {texts.results[result]}
            </strong>
          </li>
        ))}
      </ul>
      {answer.howGiven !== undefined && <p class="typed">{answer.howGiven}</p>}
      <p class="hint">{texts.answer.given(formatMoment(answer.atMs, language))}</p>
    </section>
  );
}
