import { machineMoment } from '@shouwen/domain/kernel/moment';
import { type Closure, heldReasons } from '@shouwen/domain/closure/closure';
import { heldWording } from '@shouwen/domain/closure/held-wording';
import { useTranslation } from 'react-i18next';
import { inLanguage, useLanguage } from '../../platform/device/language.ts';
import { useFormat } from '../../i18n/format.ts';
import type { JournalEntry } from '../../records/live-aggregate.ts';
import { unitName } from '../../platform/reference/reference.ts';
import { useClosureRefusal } from './closure-refusal.ts';
import { closureDeedOf } from './closure-deed.ts';
import { Card } from '../../ui/card/Card.tsx';
import { List } from '../../ui/card/List.tsx';

interface Props {
  closure: Closure;
  journal: readonly JournalEntry[];
}

/** Everything that happened to a closing, by whom and when; newest last. */
export function ClosureTimeline({ closure, journal }: Props) {
  const { t } = useTranslation('closure');
  const format = useFormat();
  const atMs = closure.capturedAtMs + closure.clockOffsetMs;
  return (
    <Card title={t('timeline.heading')}>
      <List isOrdered isSpaced className="closure-steps">
        <li>
          <p>
            <strong>{t('timeline.requested')}</strong>
          </p>
          <p className="small-print">
            {`${closure.requesterName} · ${unitName(closure.requesterUnitId)}`} · <time dateTime={machineMoment(atMs)}>{format.moment(atMs)}</time>
          </p>
        </li>
        {journal.map((entry) => (
          <Deed key={entry.id} entry={entry} />
        ))}
      </List>
    </Card>
  );
}

function Deed({ entry }: { entry: JournalEntry }) {
  const { t } = useTranslation('closure');
  const format = useFormat();
  const sentence = useClosureRefusal();
  const reader = useLanguage();
  const { title, target, said, reason } = closureDeedOf(entry);
  const hold = heldReasons.find((known) => known === reason);
  const actor =
    entry.actor.kind === 'system' ? t('timeline.system') : [entry.actor.name, entry.actor.unitId && unitName(entry.actor.unitId)].filter(Boolean).join(' · ');
  return (
    <li className={`closure-step-${entry.outcome}`}>
      <p>
        <strong>{t(`timeline.${title}`, { target })}</strong>
      </p>
      {said !== null && <p>{said}</p>}
      {reason !== null && <p>{title === 'held' && hold ? inLanguage(heldWording[hold], reader) : sentence(reason)}</p>}
      <p className="small-print">
        {actor !== '' && `${actor} · `}
        <time dateTime={machineMoment(entry.receivedAtMs)}>{format.moment(entry.receivedAtMs)}</time>
      </p>
      {entry.outcome === 'pending' && <p className="warning-text">{t('timeline.pending')}</p>}
      {entry.outcome === 'refused' && <p className="danger-text">{t('timeline.refused', { reason: sentence(entry.reason?.code) })}</p>}
    </li>
  );
}
