import '../i18n/later-texts.ts';
import { useTranslation } from 'react-i18next';
import type { RefundState } from '@shouwen/domain/refund/refund';

const looks: Record<RefundState, string> = {
  requested: 'inProgress',
  awaitingApproval: 'assigned',
  awaitingAnswer: 'reopened',
  approved: 'inProgress',
  executing: 'inProgress',
  posted: 'closed',
  reversed: 'withdrawn',
  refused: 'withdrawn',
  withdrawn: 'withdrawn',
};

/** Where a refund stands, in words, in the colours that a complaint's states have. */
export function RefundStateMark({ state }: { state: RefundState }) {
  const { t } = useTranslation('refund');
  return <span className={`state state-${looks[state]}`}>{t(`state.${state}`)}</span>;
}
