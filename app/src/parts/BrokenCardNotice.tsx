import { useTranslation } from 'react-i18next';
import { Notice } from '../ui/telling/Notice.tsx';

/** In place of a card that broke over what stands in a document. */
export function BrokenCardNotice() {
  const { t } = useTranslation('shell');
  return <Notice tone="danger">{t('brokenCard')}</Notice>;
}
