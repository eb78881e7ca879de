import { useTranslation } from 'react-i18next';
import { Blank } from '../ui/telling/Blank.tsx';

/** In place of something of which what is stored makes no sense to this version of the app. */
export function Unreadable() {
  const { t } = useTranslation('shell');
  return <Blank icon="alert" title={t('unreadable.title')} text={t('unreadable.text')} />;
}
