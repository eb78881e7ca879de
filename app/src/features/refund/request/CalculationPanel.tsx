import type { Refund } from '@shouwen/domain/refund/refund';
import { suggestRefund } from '@shouwen/domain/refund/sum/suggestion';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../i18n/format.ts';
import { useReference } from '../../../platform/reference/reference.ts';
import { SuggestionSum } from './SuggestionSum.tsx';
import { Card } from '../../../ui/card/Card.tsx';

/** REF-7: how the amount came about, and where the requester decided otherwise than suggested. */
export function CalculationPanel({ refund }: { refund: Refund }) {
  const { t } = useTranslation('refund');
  const format = useFormat();
  const reference = useReference();
  if (refund.closureId !== null) return null;
  const suggestion = refund.calculation && reference ? suggestRefund(refund.calculation, reference.pack) : null;
  const differs = suggestion !== null && suggestion.amountFen !== refund.amountFen;
  return (
    <Card title={t('fact.calculation')}>
      {refund.calculation === null && <p>{t('fact.noCalculation')}</p>}
      {refund.calculation !== null && <p>{t(`calculation.${refund.calculation.method}`)}</p>}
      {suggestion && <SuggestionSum suggestion={suggestion} />}
      {differs && <p className="warning-text">{t('fact.differs', { suggested: format.money(suggestion.amountFen), asked: format.money(refund.amountFen) })}</p>}
    </Card>
  );
}
