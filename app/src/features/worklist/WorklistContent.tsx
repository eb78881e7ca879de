import { useTranslation } from 'react-i18next';
import type { Row } from '../../platform/rows/row.ts';
import type { RowTab } from '../../platform/rows/row-view.ts';
import { Blank } from '../../ui/telling/Blank.tsx';
import { Loading } from '../../frame/Loading.tsx';
import { RowList } from './RowList.tsx';

interface WorklistContentProps {
  tab: RowTab;
  rows: readonly Row[];
  isSearch: boolean;
  /** An empty list means nothing while the answer is still on its way. */
  isWaiting: boolean;
  loadingMore: boolean;
  onNearEnd: () => void;
  onRefresh: () => Promise<void>;
}

export function WorklistContent({ tab, rows, isSearch, isWaiting, loadingMore, onNearEnd, onRefresh }: WorklistContentProps) {
  const { t } = useTranslation(['worklist', 'shell']);
  if (rows.length > 0) return <RowList key={isSearch ? 'search' : tab} rows={rows} loadingMore={loadingMore} onNearEnd={onNearEnd} onRefresh={onRefresh} />;
  if (isWaiting) return <Loading rows={5} />;
  if (isSearch) return <Blank icon="search" title={t('worklist:nothingFound.title')} text={t('worklist:nothingFound.text')} />;
  const record = tab === 'received' ? { action: t('worklist:record'), href: '/record' } : {};
  return <Blank icon="check" title={t(`worklist:empty.${tab}.title`)} text={t(`worklist:empty.${tab}.text`)} {...record} />;
}
