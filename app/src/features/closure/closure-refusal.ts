import { useTranslation } from 'react-i18next';
import { useRefusalSentence } from '../../parts/refusal-sentence.ts';

/** The sentence for a refusal as it concerns a closing: the account that cannot be closed is not one that money should go to. */
export function useClosureRefusal(): (code: string | undefined) => string {
  const { t } = useTranslation('closure');
  const sentence = useRefusalSentence();
  return (code) => (code === 'accountClosed' ? t('form.alreadyClosed') : sentence(code));
}
