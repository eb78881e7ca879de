import { useState } from 'react';
import { useIonRouter } from '@ionic/react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../i18n/format.ts';
import { useConnectivity } from '../../platform/device/connectivity.ts';
import { exportOutbox, useOutbox } from '../../platform/outbox/outbox.ts';
import { isSentWhenClosed, sendNow } from '../../platform/outbox/outbox-schedule.ts';
import type { Outbox } from '../../platform/outbox/outbox-snapshot.ts';
import { AppPage } from '../../frame/AppPage.tsx';
import { Blank } from '../../ui/telling/Blank.tsx';
import { Notice } from '../../ui/telling/Notice.tsx';
import { OutboxCard } from './OutboxCard.tsx';
import { saveFile } from '../../platform/device/save-file.ts';
import { Button } from '../../ui/action/Button.tsx';
import { List } from '../../ui/card/List.tsx';
import { CardColumn } from '../../ui/card/CardColumn.tsx';
import './OutboxPage.css';

/** Everything that is only on this phone: what it is, how it stands, and what can be done about it. */
export function OutboxPage() {
  const { t } = useTranslation('outbox');
  const outbox = useOutbox();
  return (
    <AppPage title={t('title')} backTo="/workbench">
      <CardColumn>
        <OutboxNotices outbox={outbox} />
        <Summary outbox={outbox} />
        {outbox.loaded && outbox.items.length === 0 && <Blank icon="check" title={t('none.title')} text={t('none.text')} />}
        {outbox.items.length > 0 && (
          <>
            <List isSpaced>
              {outbox.items.map((item) => (
                <li key={item.id}>
                  <OutboxCard item={item} />
                </li>
              ))}
            </List>
            <OutboxActions />
          </>
        )}
      </CardColumn>
    </AppPage>
  );
}

function OutboxNotices({ outbox }: { outbox: Outbox }) {
  const { t } = useTranslation('outbox');
  const router = useIonRouter();
  const { online } = useConnectivity();
  return (
    <>
      {outbox.storage !== 'ok' && <Notice tone="danger">{t(`storage.${outbox.storage}`)}</Notice>}
      {outbox.signInNeeded && (
        <Notice tone="warning" action={t('signIn')} onAction={() => router.push('/sign-in', 'forward')}>
          {t('signInNeeded')}
        </Notice>
      )}
      {!online && <Notice tone="info">{t('offline')}</Notice>}
      {!isSentWhenClosed && outbox.counts.waiting + outbox.counts.sending > 0 && <Notice tone="info">{t('keepOpen')}</Notice>}
    </>
  );
}

function Summary({ outbox: { counts, lastSentAtMs } }: { outbox: Outbox }) {
  const { t } = useTranslation('outbox');
  const format = useFormat();
  const unsent = counts.waiting + counts.sending;
  const parts = [
    unsent > 0 ? t('summary.waiting', { count: unsent }) : '',
    counts.notAccepted > 0 ? t('summary.notAccepted', { count: counts.notAccepted }) : '',
    lastSentAtMs === null ? t('summary.neverSent') : t('summary.lastSent', { moment: format.moment(lastSentAtMs) }),
  ];
  return (
    <p className="outbox-summary" role="status">
      {parts.filter((part) => part !== '').join(' · ')}
    </p>
  );
}

function OutboxActions() {
  const { t } = useTranslation('outbox');
  const [hasFailed, setFailed] = useState(false);
  const save = async (): Promise<void> => {
    try {
      saveFile(await exportOutbox(), `${t('fileName')}.json`);
      setFailed(false);
    } catch {
      setFailed(true);
    }
  };
  return (
    <div className="outbox-actions">
      {hasFailed && <Notice tone="danger">{t('exportFailed')}</Notice>}
      <Button kind="main" onClick={() => void sendNow()}>
        {t('sendAll')}
      </Button>
      <Button onClick={() => void save()}>{t('export')}</Button>
    </div>
  );
}
