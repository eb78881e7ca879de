import type { Closure } from '@shouwen/domain/closure/closure';
import { useTranslation } from 'react-i18next';
import { closurePhaseOf } from './closure-phase.ts';
import { Mark, type MarkTone } from '../../ui/telling/Mark.tsx';

const tones: Partial<Record<ReturnType<typeof closurePhaseOf>, MarkTone>> = {
  requested: 'warning',
  awaitingConfirmation: 'warning',
  cancelled: 'info',
  waiting: 'warning',
  awaitingCash: 'warning',
  held: 'danger',
  refused: 'danger',
  settled: 'success',
};

/** Where a closing stands, in words; what needs somebody looks different from what is settled. */
export function ClosurePhaseMark({ closure }: { closure: Closure }) {
  const { t } = useTranslation('closure');
  const standing = closurePhaseOf(closure);
  return <Mark tone={tones[standing] ?? 'info'}>{t(`state.${standing}`)}</Mark>;
}
