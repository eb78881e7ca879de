import { useTranslation } from 'react-i18next';
import { useFormat } from '../../i18n/format.ts';
import type { Carried } from '../../records/refund-command.ts';
import { InView } from '../../ui/telling/InView.tsx';
import { useRefundRefusal } from '../../parts/RefundOutcome.tsx';
import type { Batch } from './use-batch.ts';
import { Button } from '../../ui/action/Button.tsx';
import { Card } from '../../ui/card/Card.tsx';
import { List } from '../../ui/card/List.tsx';

/** What came of each that was approved together: one that failed hides behind no other. */
export function BatchOutcomes({ batch }: { batch: Batch }) {
  const { t } = useTranslation(['approvals', 'refund']);
  const format = useFormat();
  const refusal = useRefundRefusal();
  if (batch.items.length === 0) return null;
  const wordsOf = (carried: Carried | null): string => {
    if (carried === null) return t('batch.pending');
    return carried.kind === 'refused' ? refusal(carried.reason) : t(`batch.${carried.kind}`);
  };
  return (
    <InView>
      <Card title={t('batchDone')} role="status">
        <List>
          {batch.items.map(({ refund, carried }) => (
            <li key={refund.id} className={carried !== null && carried.kind !== 'applied' ? 'danger-text' : undefined}>
              {t('batchRow', { amount: format.money(refund.amountFen), customer: refund.basis?.customerMasked.name ?? '', outcome: wordsOf(carried) })}
            </li>
          ))}
        </List>
        {!batch.isBusy && <Button onClick={batch.forget}>{t('refund:outcome.dismiss')}</Button>}
      </Card>
    </InView>
  );
}
