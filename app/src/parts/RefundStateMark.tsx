import '../i18n/later-texts.ts';
import { useTranslation } from 'react-i18next';
import type { RefundState } from '@shouwen/domain/refund/refund';
import { Mark, type MarkTone } from '../ui/telling/Mark.tsx';

const tones: Record<RefundState, MarkTone> = {
  requested: 'info',
  awaitingApproval: 'warning',
  awaitingAnswer: 'warning',
  approved: 'info',
  executing: 'info',
  posted: 'success',
  reversed: 'quiet',
  refused: 'quiet',
  withdrawn: 'quiet',
};

/** Where a refund stands, in words, in the colours that a complaint's states have. */
export function RefundStateMark({ state }: { state: RefundState }) {
  const { t } = useTranslation('refund');
  return <Mark tone={tones[state]}>{t(`state.${state}`)}</Mark>;
}
