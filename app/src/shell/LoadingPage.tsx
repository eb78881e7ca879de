import { useTranslation } from 'react-i18next';
import { AppPage } from '../frame/AppPage.tsx';
import { Skeleton } from '../ui/telling/Skeleton.tsx';

/** While a page's code is on its way. */
export function LoadingPage() {
  const { t } = useTranslation('shell');
  return (
    <AppPage title="">
      <Skeleton label={t('loading')} rows={5} />
    </AppPage>
  );
}
