import { type PointerEvent, useRef, useState } from 'react';
import type { Refund } from '@shouwen/domain/refund/refund';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../i18n/format.ts';
import { RefundCard } from './RefundCard.tsx';
import { swipeVerdict } from './swipe.ts';
import { Button } from '../../ui/action/Button.tsx';
import { Choice } from '../../ui/field/Choice.tsx';
import './SwipeCard.css';

interface Props {
  refund: Refund;
  nowMs: number;
  isBusy: boolean;
  /** Null while nothing is being selected. */
  selecting: { isSelected: boolean; isPossible: boolean; toggle: () => void } | null;
  onDecide: (type: 'approve' | 'refuse') => void;
}

/** A card that can be swept aside to decide; the buttons below do the same, and both ask once more before anything is sent. */
export function SwipeCard({ refund, nowMs, isBusy, selecting, onDecide }: Props) {
  const { t } = useTranslation('approvals');
  const format = useFormat();
  const start = useRef<{ x: number; y: number } | null>(null);
  const [shift, setShift] = useState(0);
  const mayMove = !isBusy && selecting === null;
  const move = (event: PointerEvent): void => {
    if (!start.current || event.pointerType === 'mouse') return;
    const across = event.clientX - start.current.x;
    if (Math.abs(event.clientY - start.current.y) > Math.abs(across)) return;
    setShift(across);
  };
  const end = (event: PointerEvent): void => {
    const verdict = start.current && mayMove ? swipeVerdict(event.clientX - start.current.x, event.clientY - start.current.y) : null;
    start.current = null;
    setShift(0);
    if (verdict && event.type === 'pointerup' && event.pointerType !== 'mouse') onDecide(verdict);
  };
  const amount = format.money(refund.amountFen);
  return (
    <div className="swipe" data-verdict={swipeVerdict(shift, 0) ?? undefined}>
      <span className="swipe-approve" aria-hidden="true">
        {t('approve')}
      </span>
      <span className="swipe-refuse" aria-hidden="true">
        {t('refuse')}
      </span>
      <div
        className="swipe-card"
        style={{ transform: shift === 0 ? undefined : `translateX(${shift}px)` }}
        onPointerDown={(event) => {
          start.current = mayMove ? { x: event.clientX, y: event.clientY } : null;
        }}
        onPointerMove={move}
        onPointerUp={end}
        onPointerCancel={end}
      >
        <RefundCard refund={refund} nowMs={nowMs}>
          {selecting === null ? (
            <div className="card-buttons">
              <Button disabled={isBusy} aria-label={`${t('refuse')} ${amount}`} onClick={() => onDecide('refuse')}>
                {t('refuse')}
              </Button>
              <Button kind="main" disabled={isBusy} aria-label={`${t('approve')} ${amount}`} onClick={() => onDecide('approve')}>
                {t('approve')}
              </Button>
            </div>
          ) : selecting.isPossible ? (
            <Choice kind="checkbox" isChosen={selecting.isSelected} onChoose={selecting.toggle}>
              {t('selectOne', { amount, customer: refund.basis?.customerMasked.name ?? '' })}
            </Choice>
          ) : (
            <p className="small-print">{t('notForBatch')}</p>
          )}
        </RefundCard>
      </div>
    </div>
  );
}
