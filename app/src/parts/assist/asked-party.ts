import '../../i18n/later-texts.ts';
import type { Assist } from '@shouwen/domain/assist/assist';
import { useTranslation } from 'react-i18next';
import { unitName } from '../../platform/reference/reference.ts';

type Asked = Pick<Assist, 'toUnitId' | 'outside'>;

/** Who is asked to assist, in the reader's language: a unit, or whoever outside by name and kind. */
export function useAskedParty(): (asked: Asked) => string {
  const { t } = useTranslation('assist');
  return ({ toUnitId, outside }) => (outside ? t('party', { name: outside.name, kind: t(`outside.${outside.kind}`) }) : unitName(toUnitId ?? ''));
}
