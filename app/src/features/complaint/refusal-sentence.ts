import { refusalCodes } from '@shouwen/domain/kernel/decision';
import { useTranslation } from 'react-i18next';

/** The sentence for a refusal; a code that this version does not know reads as "something is missing or wrong". */
export function useRefusalSentence(): (code: string | undefined) => string {
  const { t } = useTranslation('vocabulary');
  return (code) => t(`refusal.${refusalCodes.find((known) => known === code) ?? 'invalidEntry'}`);
}
