import type { Closure } from '@shouwen/domain/closure/closure';
import { useTranslation } from 'react-i18next';
import { standingOf } from './closure-standing.ts';

/** Where a closing stands, in words; what needs somebody looks different from what is settled. */
export function StandingMark({ closure }: { closure: Closure }) {
  const { t } = useTranslation('closure');
  const standing = standingOf(closure);
  return <span className={`state closure-state-${standing}`}>{t(`state.${standing}`)}</span>;
}
