import type { Refund } from '@shouwen/domain/refund/refund';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../i18n/format.ts';
import { type Selection, sumFen } from './batch-selection.ts';
import { Button } from '../../ui/action/Button.tsx';
import { ButtonRow } from '../../ui/action/ButtonRow.tsx';
import { Card } from '../../ui/card/Card.tsx';
import './BatchPanel.css';

interface Props {
  selection: Selection | null;
  /** What is selected and still stands as it was. */
  chosen: readonly Refund[];
  isPossible: boolean;
  mostFen: number;
  onStart: () => void;
  onEnd: () => void;
  onApprove: (chosen: readonly Refund[]) => void;
}

/** Approving several at once: only small ones, and each keeps its own record. */
export function BatchPanel({ selection, chosen, isPossible, mostFen, onStart, onEnd, onApprove }: Props) {
  const { t } = useTranslation('approvals');
  const format = useFormat();
  if (selection === null) {
    return isPossible ? <Button onClick={onStart}>{t('select')}</Button> : null;
  }
  return (
    <Card className="batch-panel" label={t('select')}>
      <p>{t('selectHint', { most: format.money(mostFen) })}</p>
      {chosen.length > 0 && <p role="status">{t('chosenSum', { sum: format.money(sumFen(chosen)) })}</p>}
      <ButtonRow>
        <Button onClick={onEnd}>{t('selectEnd')}</Button>
        <Button kind="main" disabled={chosen.length === 0} onClick={() => onApprove(chosen)}>
          {t('approveSelected', { count: chosen.length })}
        </Button>
      </ButtonRow>
    </Card>
  );
}
