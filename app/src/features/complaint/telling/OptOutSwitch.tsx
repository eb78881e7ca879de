import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { optOutForCustomer, type OptOutStanding } from '../../../records/customer-messages.ts';
import { Button } from '../../../ui/action/Button.tsx';
import { Switch } from '../../../ui/action/Switch.tsx';
import { Notice } from '../../../ui/telling/Notice.tsx';
import './OptOutSwitch.css';

/** TEL-4: a customer who has said that they want no messages; asked of the server only when somebody wants to know. */
export function OptOutSwitch({ complaintId }: { complaintId: string }) {
  const { t } = useTranslation('messages');
  const label = useId();
  const [standing, setStanding] = useState<OptOutStanding | null>(null);
  const [isBusy, setBusy] = useState(false);
  const [hasFailed, setFailed] = useState(false);
  const ask = (isOut: boolean | null): void => {
    setBusy(true);
    setFailed(false);
    optOutForCustomer(complaintId, isOut)
      .then(setStanding, () => setFailed(true))
      .finally(() => setBusy(false));
  };
  return (
    <>
      {hasFailed && <Notice tone="danger">{t('failed')}</Notice>}
      {standing === null && (
        <Button disabled={isBusy} onClick={() => ask(null)}>
          {t('optOut.ask')}
        </Button>
      )}
      {standing && !standing.isSetUp && <Notice tone="info">{t('optOut.notSetUp')}</Notice>}
      {standing && standing.isSetUp && !standing.canBeTold && <Notice tone="info">{t('optOut.cannot')}</Notice>}
      {standing?.isSetUp && standing.canBeTold && standing.isSaidByCustomer && <Notice tone="info">{t('optOut.saidByCustomer')}</Notice>}
      {standing?.isSetUp && standing.canBeTold && !standing.isSaidByCustomer && (
        <>
          <p className="opt-out-line">
            <span id={label}>{t('optOut.label')}</span>
            <Switch isOn={standing.isOut} isBusy={isBusy} labelledBy={label} onToggle={() => ask(!standing.isOut)} />
          </p>
          <p className="small-print">{t('optOut.text')}</p>
        </>
      )}
    </>
  );
}
