import { machineMoment } from '@shouwen/domain/kernel/moment';
import type { Pack } from '@shouwen/domain/policy/pack';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../i18n/format.ts';
import { type PublishedChange, usePolicyChanges } from './policy-changes.ts';
import { Blank } from '../../ui/telling/Blank.tsx';
import { Notice } from '../../ui/telling/Notice.tsx';
import { Loading } from '../../frame/Loading.tsx';
import { FigureChanges } from '../../parts/FigureChanges.tsx';
import { Card } from '../../ui/card/Card.tsx';
import { List } from '../../ui/card/List.tsx';
import './HistoryTab.css';

/** Who changed what, when and why, newest first. */
export function HistoryTab({ pack }: { pack: Pack }) {
  const { t } = useTranslation(['policy', 'shell']);
  const history = usePolicyChanges(pack.id);
  if (history.status === 'loading') return <Loading rows={4} />;
  if (history.status !== 'here')
    return (
      <Blank icon="warning" title={t('history.failed.title')} text={t('history.failed.text')} action={t('shell:retry')} onAction={() => location.reload()} />
    );
  if (history.values.length === 0) return <Blank icon="clock" title={t('history.empty.title')} text={t('history.empty.text')} />;
  return (
    <>
      {history.isFromCache && <Notice tone="info">{t('history.cached')}</Notice>}
      <List isSpaced>
        {history.values.map((change) => (
          <li key={change.id}>
            <ChangeCard pack={pack} change={change} />
          </li>
        ))}
      </List>
    </>
  );
}

function ChangeCard({ pack, change: { version, at, byName, confirmedByName, reason, changes, applying } }: { pack: Pack; change: PublishedChange }) {
  const { t } = useTranslation('policy');
  const format = useFormat();
  const title = version ?? t('calendar.title');
  return (
    <Card as="article" label={title}>
      <p className="history-head">
        <strong>{title}</strong>
        <time dateTime={machineMoment(at)}>{format.fullMoment(at)}</time>
      </p>
      <p className="small-print">{t('history.by', { name: byName })}</p>
      {confirmedByName !== null && <p className="small-print">{t('history.confirmedBy', { name: confirmedByName })}</p>}
      {reason !== '' && <p className="told">{reason}</p>}
      <FigureChanges pack={pack} changes={changes} />
      {applying !== 'none' && <p className="small-print">{t(`history.applying.${applying}`)}</p>}
    </Card>
  );
}
