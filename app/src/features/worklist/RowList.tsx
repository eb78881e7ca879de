import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Virtualizer, type VirtualizerHandle } from 'virtua';
import type { Row } from '../../platform/rows/row.ts';
import { ComplaintCard } from '../../parts/ComplaintCard.tsx';
import { PullToRefresh } from '../../frame/PullToRefresh.tsx';
import { CardBoundary } from '../../ui/card/CardBoundary.tsx';
import './RowList.css';

const usualCardHeight = 124;
/** So many cards before the end, the next page is asked for. */
const cardsAhead = 12;

interface RowListProps {
  rows: readonly Row[];
  loadingMore: boolean;
  onNearEnd: () => void;
  onRefresh: () => Promise<void>;
}

/** A list of any length, of which only what is on the screen exists. */
export function RowList({ rows, loadingMore, onNearEnd, onRefresh }: RowListProps) {
  const { t } = useTranslation('worklist');
  const virtual = useRef<VirtualizerHandle>(null);
  const noticeEnd = (): void => {
    const list = virtual.current;
    if (list && list.findItemIndex(list.scrollOffset + list.viewportSize) >= rows.length - cardsAhead) onNearEnd();
  };
  return (
    <>
      <PullToRefresh pulling={t('refresh')} refreshing={t('refreshing')} onRefresh={onRefresh} />
      <div className="row-list ion-content-scroll-host">
        <Virtualizer ref={virtual} as="ul" item="li" data={rows} itemSize={usualCardHeight} onScroll={noticeEnd}>
          {(row) => (
            <CardBoundary key={row.id}>
              <ComplaintCard row={row} />
            </CardBoundary>
          )}
        </Virtualizer>
        {loadingMore && <p className="row-list-end">{t('moreBelow')}</p>}
      </div>
    </>
  );
}
