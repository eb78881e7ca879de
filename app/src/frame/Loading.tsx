import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useConnectivity } from '../platform/device/connectivity.ts';
import { Notice } from '../ui/telling/Notice.tsx';
import { Skeleton } from '../ui/telling/Skeleton.tsx';

/** Longer than a slow line takes; what is not there by then may never come, as where the browser keeps a storage locked. */
const patienceMs = 10_000;

/** While something is on its way. One that lasts although there is a network says so and offers to start anew; drafts are kept either way. */
export function Loading({ rows }: { rows: number }) {
  const { t } = useTranslation('shell');
  const { online } = useConnectivity();
  const isLasting = useIsLasting();
  return (
    <>
      {isLasting && online && (
        <Notice tone="warning" action={t('lasting.reload')} onAction={() => location.reload()}>
          {t('lasting.text')}
        </Notice>
      )}
      <Skeleton label={t('loading')} rows={rows} />
    </>
  );
}

function useIsLasting(): boolean {
  const [isLasting, setLasting] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLasting(true), patienceMs);
    return () => clearTimeout(timer);
  }, []);
  return isLasting;
}
