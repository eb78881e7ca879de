import { useTranslation } from 'react-i18next';
import { AppPage } from '../frame/AppPage.tsx';
import { Blank } from '../ui/telling/Blank.tsx';

export function NotFoundPage() {
  const { t } = useTranslation('shell');
  return (
    <AppPage title={t('notFound.title')} backTo="/worklist">
      <Blank icon="question" title={t('notFound.title')} text={t('notFound.text')} action={t('notFound.home')} href="/worklist" />
    </AppPage>
  );
}
