import { machineMoment } from '@shouwen/domain/kernel/moment';
import type { StatusView } from '@shouwen/domain/complaint/view/status-view';
import { usePageLanguage } from '../i18n/language.ts';
import { formatMoment } from '../moment.ts';

/** What has happened, the latest first. */
export function Milestones({ milestones }: { milestones: StatusView['milestones'] }) {
  const { texts, language } = usePageLanguage();
  if (milestones.length === 0) return null;
  return (
    <section class="card">
      <h2>{texts.timeline.title}</h2>
      <ol class="timeline" reversed>
        {[...milestones].reverse().map(({ stage, atMs, unit }) => (
          <li key={`${stage}${atMs}`}>
            <strong>{texts.stages[stage]}</strong>
            {unit && <span>{unit[language]}</span>}
            <time dateTime={machineMoment(atMs)}>{formatMoment(atMs, language)}</time>
          </li>
        ))}
      </ol>
    </section>
  );
}
