import { useTranslation } from 'react-i18next';
import type { ComplaintState } from '@shouwen/domain/complaint/complaint-values';
import { Mark, type MarkTone } from '../ui/telling/Mark.tsx';

const tones: Partial<Record<ComplaintState, MarkTone>> = {
  recorded: 'warning',
  assigned: 'warning',
  reopened: 'warning',
  answered: 'success',
  closed: 'success',
  outOfScope: 'quiet',
  merged: 'quiet',
  withdrawn: 'quiet',
};

/** Where a complaint stands, in words; what still waits for somebody looks different from what is settled. */
export function StateMark({ state }: { state: ComplaintState }) {
  const { t } = useTranslation('vocabulary');
  return <Mark tone={tones[state] ?? 'info'}>{t(`state.${state}`)}</Mark>;
}
