import '../../i18n/later-texts.ts';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { canUnlockByDevice, forgetDeviceUnlock, setUpDeviceUnlock, unlocksByDevice } from '../../platform/lock/device-unlock.ts';
import { idleMinutes, isOwnDevice, setOwnDevice } from '../../platform/lock/idle-lock.ts';
import { Button } from '../../ui/action/Button.tsx';
import { Switch } from '../../ui/action/Switch.tsx';
import { Card } from '../../ui/card/Card.tsx';

/** When this device locks, and by what it opens again (RET-2). */
export function LockCard({ name }: { name: string }) {
  const { t } = useTranslation('lock');
  const [isOwn, setOwn] = useState(isOwnDevice());
  const toggle = (): void => {
    setOwnDevice(!isOwn);
    setOwn(!isOwn);
  };
  return (
    <Card title={t('card.title')}>
      <p>{isOwn ? t('card.ownText') : t('card.text', { count: idleMinutes() })}</p>
      <div className="me-line">
        <span id="own-device">{t('card.isOwn')}</span>
        <Switch isOn={isOwn} isBusy={false} labelledBy="own-device" onToggle={toggle} />
      </div>
      {!isOwn && <DeviceUnlock name={name} />}
    </Card>
  );
}

/** Offered where the device can recognise its holder by itself. */
function DeviceUnlock({ name }: { name: string }) {
  const { t } = useTranslation('lock');
  const [state, setState] = useState<'unknown' | 'offered' | 'failed' | 'setUp'>(unlocksByDevice() ? 'setUp' : 'unknown');
  useEffect(() => {
    if (state === 'unknown') void canUnlockByDevice().then((can) => can && setState('offered'));
  }, [state]);
  const setUp = async (): Promise<void> => setState((await setUpDeviceUnlock(name)) ? 'setUp' : 'failed');
  const forget = (): void => {
    forgetDeviceUnlock();
    setState('offered');
  };
  if (state === 'unknown') return null;
  if (state === 'setUp')
    return (
      <>
        <p role="status">{t('card.isSetUp')}</p>
        <Button onClick={forget}>{t('card.forget')}</Button>
      </>
    );
  return (
    <>
      <Button onClick={() => void setUp()}>{t('card.setUp')}</Button>
      {state === 'failed' && <p role="alert">{t('card.failed')}</p>}
    </>
  );
}
