import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../i18n/format.ts';
import { enqueueEntry, usePendingFor } from '../../platform/outbox/outbox.ts';
import { isSentWhenClosed } from '../../platform/outbox/outbox-schedule.ts';
import { useSession } from '../../platform/session/session.ts';
import { AppPage } from '../../frame/AppPage.tsx';
import { Icon } from '../../ui/icon/Icon.tsx';
import { QrCode } from '../../ui/icon/QrCode.tsx';
import { Button } from '../../ui/action/Button.tsx';
import { ActionBar } from '../../ui/action/ActionBar.tsx';
import { Notice } from '../../ui/telling/Notice.tsx';
import { ButtonLink } from '../../ui/action/ButtonLink.tsx';
import './RecordedView.css';

export interface Recorded {
  id: string;
  number: string;
  token: string;
  replyDueAtMs: number | null;
}

/** What the customer gets on the spot: the number, the promise and the code; and what the person needs to know: whether it has been sent. */
export function RecordedView({ recorded, onAnother }: { recorded: Recorded; onAnother: () => void }) {
  const { t } = useTranslation('recording');
  const format = useFormat();
  const pending = usePendingFor('complaints', recorded.id);
  const isAtCounter = useSession()?.staff.role === 'outletClerk';
  const isSent = !pending.some((item) => item.kind === 'aggregate');
  const isRefused = pending.some((item) => item.state === 'notAccepted');
  const state = isRefused ? 'refused' : !isSent ? 'waiting' : pending.length > 0 ? 'photosWaiting' : 'sent';
  return (
    <AppPage
      title={t('recorded.title')}
      backTo="/worklist"
      footer={
        <ActionBar>
          <Button kind="main" onClick={onAnother}>
            {t('recorded.another')}
          </Button>
        </ActionBar>
      }
    >
      <div className="recorded">
        <p className={`recorded-state recorded-${state}`} role="status">
          <Icon name={state === 'sent' ? 'check' : state === 'refused' ? 'alert' : 'send'} />
          {t(`recorded.${state}`)}
        </p>
        {(state === 'waiting' || state === 'photosWaiting') && !isSentWhenClosed && <p>{t('recorded.keepOpen')}</p>}
        <p className="recorded-number">{recorded.number}</p>
        {recorded.replyDueAtMs !== null && <p>{t('expected.promised', { moment: format.moment(recorded.replyDueAtMs) })}</p>}
        <QrCode text={`${location.origin}/s#${recorded.token}`} label={t('recorded.code')} />
        <p className="small-print">{t('recorded.codeHint')}</p>
        {isAtCounter && <LeadToManager complaintId={recorded.id} />}
        <ButtonLink to={isRefused ? '/outbox' : `/complaint/${recorded.id}`}>{t(isRefused ? 'recorded.outbox' : 'recorded.open')}</ButtonLink>
      </div>
    </AppPage>
  );
}

/** OWN-8: in one tap, for a customer who stands there while the clerk cannot leave the counter; until somebody takes it, it stays the clerk's. */
function LeadToManager({ complaintId }: { complaintId: string }) {
  const { t } = useTranslation('recording');
  const [state, setState] = useState<'open' | 'asked' | 'failed'>('open');
  const ask = (): void => {
    enqueueEntry('complaints', complaintId, { type: 'leadToManager' }).then(
      () => setState('asked'),
      () => setState('failed'),
    );
  };
  if (state === 'asked') return <Notice tone="success">{t('recorded.ledToManager')}</Notice>;
  return (
    <>
      {state === 'failed' && <Notice tone="danger">{t('storage.unknown')}</Notice>}
      <Button onClick={ask}>{t('recorded.leadToManager')}</Button>
    </>
  );
}
