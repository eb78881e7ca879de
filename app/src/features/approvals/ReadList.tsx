import { useTranslation } from 'react-i18next';
import type { Refund } from '@shouwen/domain/refund/refund';
import { type RefundList, refundsShown } from '../../records/live-refunds.ts';
import { useNow } from '../../parts/use-now.ts';
import { RefundCard } from './RefundCard.tsx';
import { CardBoundary } from '../../ui/card/CardBoundary.tsx';
import { List } from '../../ui/card/List.tsx';

/** Refunds to look at; whoever pays does so on the refund's own page, after having looked. */
export function ReadList({ list, refunds }: { list: RefundList; refunds: readonly Refund[] }) {
  const { t } = useTranslation('approvals');
  const now = useNow();
  return (
    <>
      <List isSpaced>
        {refunds.map((refund) => (
          <li key={refund.id}>
            <CardBoundary>
              <RefundCard refund={refund} nowMs={now} withState={list === 'mine'} />
            </CardBoundary>
          </li>
        ))}
      </List>
      {refunds.length === refundsShown && <p className="small-print">{t('shown', { count: refundsShown })}</p>}
    </>
  );
}
