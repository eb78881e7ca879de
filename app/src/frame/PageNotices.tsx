import { useIonRouter } from '@ionic/react';
import { useTranslation } from 'react-i18next';
import { applyUpdate, postponeUpdate, useUpdateReady } from '../platform/device/app-update.ts';
import { useRestartNeed } from '../platform/device/restart-need.ts';
import { useLoginExpired, useSession } from '../platform/session/session.ts';
import { Notice } from '../ui/telling/Notice.tsx';

const signInPath = '/sign-in';

/** What a person should know on whatever page they are: never in the way of what they are doing. */
export function PageNotices() {
  const { t } = useTranslation('shell');
  const router = useIonRouter();
  const session = useSession();
  const expired = useLoginExpired();
  const updateReady = useUpdateReady();
  const needsRestart = useRestartNeed();
  return (
    <>
      {session?.staff.active === false && <Notice tone="danger">{t('suspended')}</Notice>}
      {expired && router.routeInfo.pathname !== signInPath && (
        <Notice tone="warning" action={t('expired.signIn')} onAction={() => router.push(signInPath, 'forward')}>
          {t('expired.text')}
        </Notice>
      )}
      {needsRestart && (
        <Notice tone="warning" action={t('restart.reload')} onAction={() => location.reload()}>
          {t('restart.text')}
        </Notice>
      )}
      {updateReady && (
        <Notice tone="info" action={t('update.apply')} onAction={applyUpdate} dismiss={t('update.later')} onDismiss={postponeUpdate}>
          {t('update.ready')}
        </Notice>
      )}
    </>
  );
}
