import { useState } from 'react';
import type { Staff } from '@shouwen/domain/organisation/staff';
import { limitFenOf } from '@shouwen/domain/refund/chain';
import type { Refund } from '@shouwen/domain/refund/refund';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../i18n/format.ts';
import { isForBatch, pinsOf } from '../../records/allowed-refund-commands.ts';
import { refundsShown } from '../../records/live-refunds.ts';
import { useRefundFacts } from '../../records/people-of-refunds.ts';
import { useRefundCommands } from '../../records/refund-command.ts';
import { Blank } from '../../ui/telling/Blank.tsx';
import { ReasonSheet } from '../../parts/ReasonSheet.tsx';
import { RefundOutcome } from '../../parts/RefundOutcome.tsx';
import { useNow } from '../../parts/use-now.ts';
import { BatchPanel } from './BatchPanel.tsx';
import { type Selection, stillSelected, toggled } from './batch-selection.ts';
import { BatchOutcomes } from './BatchOutcomes.tsx';
import { SwipeCard } from './SwipeCard.tsx';
import { useBatch } from './use-batch.ts';
import { CardBoundary } from '../../ui/card/CardBoundary.tsx';
import { List } from '../../ui/card/List.tsx';

/** What waits for this person, overdue first; decided from the card, or several small ones together. */
export function WaitingList({ refunds, staff }: { refunds: readonly Refund[]; staff: Staff }) {
  const { t } = useTranslation(['approvals', 'refund']);
  const format = useFormat();
  const now = useNow();
  const known = useRefundFacts(refunds, staff);
  const commands = useRefundCommands();
  const batch = useBatch();
  const [selection, setSelection] = useState<Selection | null>(null);
  const [asking, setAsking] = useState<{ type: 'approve' | 'refuse'; refund: Refund } | null>(null);
  const limitFen = known ? limitFenOf(staff, known.pack, known.units) : undefined;
  const batchable = known ? refunds.filter((refund) => isForBatch(refund, staff, known, now)) : [];
  const isBusy = commands.standing.phase === 'busy' || batch.isBusy;
  const select = (refund: Refund): void => {
    if (known) setSelection((current) => toggled(current ?? new Map(), refund, staff, known, now));
  };
  const approveSelected = (chosen: readonly Refund[]): void => {
    setSelection(null);
    batch.approve(chosen);
  };
  return (
    <>
      <RefundOutcome commands={commands} />
      <BatchOutcomes batch={batch} />
      {refunds.length === 0 && <Blank icon="check" title={t('empty.waiting.title')} text={t('empty.waiting.text')} />}
      {refunds.length > 0 && limitFen !== undefined && limitFen !== 0 && (
        <p className="small-print">{t('myLimit', { limit: limitFen === null ? t('refund:fact.unlimited') : format.money(limitFen) })}</p>
      )}
      {refunds.length > 0 && known && (
        <BatchPanel
          selection={selection}
          chosen={selection ? stillSelected(selection, refunds) : []}
          isPossible={batchable.length > 1 && !isBusy}
          mostFen={known.pack.refunds.batchUpToFen}
          onStart={() => setSelection(new Map())}
          onEnd={() => setSelection(null)}
          onApprove={approveSelected}
        />
      )}
      <List isSpaced>
        {refunds.map((refund) => (
          <li key={refund.id}>
            <CardBoundary>
              {' '}
              <SwipeCard
                refund={refund}
                nowMs={now}
                isBusy={isBusy}
                selecting={
                  selection === null ? null : { isSelected: selection.has(refund.id), isPossible: batchable.includes(refund), toggle: () => select(refund) }
                }
                onDecide={(type) => setAsking({ type, refund })}
              />
            </CardBoundary>{' '}
          </li>
        ))}
      </List>
      {refunds.length > 1 && selection === null && <p className="small-print">{t('swipe')}</p>}
      {refunds.length === refundsShown && <p className="small-print">{t('shown', { count: refundsShown })}</p>}
      {asking && (
        <ReasonSheet
          title={t(`refund:command.${asking.type}`)}
          hint={t(`refund:hint.${asking.type}`, { amount: format.money(asking.refund.amountFen), customer: asking.refund.basis?.customerMasked.name ?? '' })}
          label={asking.type === 'refuse' ? t('refund:reasonLabel') : null}
          submit={t('refund:confirm', { command: t(`refund:command.${asking.type}`) })}
          onSubmit={(reason) => {
            const pins = pinsOf(asking.refund);
            commands.give(asking.refund, asking.type === 'refuse' ? { type: 'refuse', ...pins, reason } : { type: 'approve', ...pins, isBatch: false });
            setAsking(null);
          }}
          onClose={() => setAsking(null)}
        />
      )}
    </>
  );
}
