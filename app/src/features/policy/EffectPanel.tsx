import { useTranslation } from 'react-i18next';
import { useFormat } from '../../i18n/format.ts';
import type { PolicyEffects } from './change-policy.ts';
import { Notice } from '../../ui/telling/Notice.tsx';
import { List } from '../../ui/card/List.tsx';
import '../../parts/FigureChanges.css';
import './EffectPanel.css';

/** What the complaints that are open now would get if it were applied to them, with those that come first as examples. */
export function EffectPanel({ preview: { open, samples } }: { preview: PolicyEffects }) {
  const { t } = useTranslation('policy');
  const format = useFormat();
  const moment = (atMs: number | null): string => (atMs === null ? t('none') : format.moment(atMs));
  const counts = (['earlier', 'later', 'overdueNow'] as const).map((name) => ({ name, count: open[name] }));
  return (
    <section className="effect" aria-label={t('effect.title')}>
      <h3>{t('effect.title')}</h3>
      <p className="small-print">{t('effect.total', { count: open.total })}</p>
      {open.lookedAt < open.total && <p className="small-print">{t('effect.lookedAt', { count: open.lookedAt })}</p>}
      <dl>
        {counts.map(({ name, count }) => (
          <div key={name}>
            <dt>{t(`effect.${name}`)}</dt>
            <dd>{format.number(count)}</dd>
          </div>
        ))}
      </dl>
      {open.overdueNow > 0 && <Notice tone="warning">{t('effect.overdueWarning', { count: open.overdueNow })}</Notice>}
      {samples.length > 0 && (
        <List isSpaced className="change-list" aria-label={t('effect.samples')}>
          {samples.map(({ id, number, dueBeforeMs, dueAfterMs }) => (
            <li key={id}>
              <span className="number">{number}</span>
              <span className="figure-before">{moment(dueBeforeMs)}</span>
              <strong className="figure-after">{t('becomes', { value: moment(dueAfterMs) })}</strong>
            </li>
          ))}
        </List>
      )}
    </section>
  );
}
