import { useState } from 'react';
import type { Staff } from '@shouwen/domain/organisation/staff';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../i18n/format.ts';
import { ReasonSheet } from '../../parts/ReasonSheet.tsx';
import { call } from '../../platform/callable/callable.ts';
import { Button } from '../../ui/action/Button.tsx';
import { Card } from '../../ui/card/Card.tsx';
import { Notice } from '../../ui/telling/Notice.tsx';
import { usePause } from './centre-messages.ts';

/** Stops all messages of the operator, or lets them go on, with a reason. */
export function PauseCard({ pack }: Pick<Staff, 'pack'>) {
  const { t } = useTranslation('messages');
  const format = useFormat();
  const followed = usePause(pack);
  const [isAsking, setAsking] = useState(false);
  const [hasFailed, setFailed] = useState(false);
  const pause = followed.status === 'here' ? followed.value : null;
  const isPaused = pause?.isPaused === true;
  const say = (reason: string): void => {
    setAsking(false);
    setFailed(false);
    call('pauseMessages', { isPaused: !isPaused, reason }).catch(() => setFailed(true));
  };
  return (
    <Card title={t('centre.pause')} aria-live="polite">
      {isPaused ? <Notice tone="warning">{t('centre.paused')}</Notice> : <p>{t('centre.running')}</p>}
      {pause && <p className="small-print">{t('centre.pausedBy', { name: pause.byName, moment: format.moment(pause.atMs), reason: pause.reason })}</p>}
      {hasFailed && <Notice tone="danger">{t('failed')}</Notice>}
      <Button kind={isPaused ? 'main' : 'danger'} disabled={followed.status === 'loading'} onClick={() => setAsking(true)}>
        {t(isPaused ? 'centre.go' : 'centre.stop')}
      </Button>
      {isAsking && (
        <ReasonSheet
          title={t(isPaused ? 'centre.go' : 'centre.stop')}
          hint={t(isPaused ? 'centre.goHint' : 'centre.stopHint')}
          label={t('centre.reason')}
          submit={t(isPaused ? 'centre.go' : 'centre.stop')}
          onSubmit={say}
          onClose={() => setAsking(false)}
        />
      )}
    </Card>
  );
}
