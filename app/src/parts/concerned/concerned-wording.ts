import '../../i18n/later-texts.ts';
import type { Complaint } from '@shouwen/domain/complaint/complaint';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../i18n/format.ts';

/** A number concerned in words: of a former owner's, with its time (CLO-6). */
export function useConcernedWording(): (concerned: NonNullable<Complaint['concernedMasked']>) => string {
  const { t } = useTranslation('complaint');
  const format = useFormat();
  return ({ number, ownedUntilMs }) => (ownedUntilMs === null ? number : t('concerned.former', { number, day: format.day(ownedUntilMs) }));
}
