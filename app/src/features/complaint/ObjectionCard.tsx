import { useTranslation } from 'react-i18next';
import { useFormat } from '../../i18n/format.ts';
import { Card } from '../../ui/card/Card.tsx';
import { objectionIn, type TimelineItem } from './timeline.ts';

/** KNO-3: why the customer does not agree stands above all else until there is another answer, so that nobody answers the same thing twice. */
export function ObjectionCard({ timeline }: { timeline: readonly TimelineItem[] }) {
  const { t } = useTranslation('complaint');
  const format = useFormat();
  const objection = objectionIn(timeline);
  if (!objection) return null;
  return (
    <Card isAsking title={t('objection.heading')} className="objection">
      <p className="told">{objection.text}</p>
      <p className="small-print">{t('objection.since', { moment: format.moment(objection.atMs) })}</p>
    </Card>
  );
}
