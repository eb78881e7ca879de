import '../i18n/later-texts.ts';
import { refusalCodes } from '@shouwen/domain/kernel/decision';
import { useTranslation } from 'react-i18next';

/** The sentence for a refusal; a code that this version does not know reads as "something is missing or wrong". */
export function useRefusalSentence(): (code: string | undefined) => string {
  const { t } = useTranslation('refusal');
  return (code) => t(refusalCodes.find((known) => known === code) ?? 'invalidEntry');
}
