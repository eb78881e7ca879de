import type { Closure } from '@shouwen/domain/closure/closure';
import { closureFigures } from '@shouwen/domain/closure/figures';
import { heldWording } from '@shouwen/domain/closure/held-wording';
import { useTranslation } from 'react-i18next';
import { inLanguage, useLanguage } from '../../platform/device/language.ts';
import { useFormat } from '../../i18n/format.ts';
import { closurePhaseOf } from './closure-phase.ts';
import { FiguresLine } from './FiguresLine.tsx';
import { ClosurePhaseMark } from './ClosurePhaseMark.tsx';
import { LinkCard } from '../../ui/card/LinkCard.tsx';
import './ClosureCard.css';

/** One closing in a list: whose account, where it stands, how much, and until when. */
export function ClosureCard({ closure }: { closure: Closure }) {
  const { t } = useTranslation('closure');
  const format = useFormat();
  const reader = useLanguage();
  const { accountMasked, holdReason, transferAtMs, state } = closure;
  return (
    <LinkCard className="closure-card" to={`/closure/${closure.id}`}>
      <span className="closure-card-head">
        <strong>{accountMasked ? `${accountMasked.phone} ${accountMasked.holder}` : t('find.accountNo', { number: closure.accountNo })}</strong>
        <ClosurePhaseMark closure={closure} />
      </span>
      <span className="closure-card-line">
        <span>{t(`kind.${closure.kind}`)}</span>
        {closure.closedAtMs !== null && <FiguresLine figures={closureFigures(closure)} />}
      </span>
      {state === 'held' && holdReason && <span className="closure-problem">{inLanguage(heldWording[holdReason], reader)}</span>}
      {closurePhaseOf(closure) === 'waiting' && transferAtMs !== null && <small>{t('plan.transferAt', { moment: format.moment(transferAtMs) })}</small>}
    </LinkCard>
  );
}
