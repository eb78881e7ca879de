import { useTranslation } from 'react-i18next';
import type { ComplaintState } from '@shouwen/domain/complaint/complaint';

/** Where a complaint stands, in words; what still waits for somebody looks different from what is settled. */
export function StateMark({ state }: { state: ComplaintState }) {
  const { t } = useTranslation('vocabulary');
  return <span className={`state state-${state}`}>{t(`state.${state}`)}</span>;
}
