import { useMemo } from 'react';
import { machineMoment } from '@shouwen/domain/kernel/moment';
import type { Complaint } from '@shouwen/domain/complaint/complaint';
import type { PredictContext } from '@shouwen/domain/complaint/view/predict';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../i18n/format.ts';
import { useStepWording } from '../../../parts/step-wording.ts';
import { type StepAhead, stepsToCome } from './steps-ahead.ts';
import { List } from '../../../ui/card/List.tsx';
import './StepsAhead.css';

/** What comes next and to whom if nobody does anything (SLA-6): the next step in sight, all others behind a tap. */
export function StepsAhead({ complaint, context }: { complaint: Complaint; context: PredictContext }) {
  const { t } = useTranslation('clocks');
  const steps = useMemo(() => stepsToCome(complaint, context), [complaint, context]);
  const [next, ...later] = steps;
  return (
    <div className="steps-ahead">
      <h3>{t('ahead.heading')}</h3>
      {!next && <p>{t('ahead.none')}</p>}
      {next && (
        <List isOrdered>
          <AheadLine step={next} />
        </List>
      )}
      {later.length > 0 && (
        <details>
          <summary>{t('ahead.all')}</summary>
          <List isOrdered>
            {later.map((step) => (
              <AheadLine key={step.atMs} step={step} />
            ))}
          </List>
          <p className="small-print">{t('ahead.directory')}</p>
        </details>
      )}
    </div>
  );
}

function AheadLine({ step: { atMs, taken, handlerName } }: { step: StepAhead }) {
  const { t } = useTranslation('clocks');
  const format = useFormat();
  const wording = useStepWording();
  return (
    <li>
      <time dateTime={machineMoment(atMs)}>{format.moment(atMs)}</time>
      {taken.map((step) => {
        const { title, details } = wording(step);
        return (
          <p key={step.id}>
            {title}
            {details.map((detail) => (
              <small key={detail}> {detail}</small>
            ))}
          </p>
        );
      })}
      {handlerName !== null && <p>{t('ahead.handed', { name: handlerName })}</p>}
    </li>
  );
}
