import { useEffect, useState } from 'react';
import { useIonRouter } from '@ionic/react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'react-router-dom';
import type { Staff } from '@shouwen/domain/organisation/staff';
import { checkConnectivity, useConnectivity } from '../../platform/device/connectivity.ts';
import { reconnectFirestore } from '../../platform/firestore/firebase-firestore.ts';
import { useFormat } from '../../i18n/format.ts';
import { type RowTab, rowTabs, type RowView } from '../../platform/rows/row-view.ts';
import { useLoginExpired, useSession } from '../../platform/session/session.ts';
import { useRows } from '../../platform/rows/use-rows.ts';
import { AppPage } from '../../frame/AppPage.tsx';
import { Notice } from '../../ui/telling/Notice.tsx';
import { Segments } from '../../ui/action/Segments.tsx';
import { type Found, useSearch } from './use-search.ts';
import { keepTab, keptTab, namedTab } from './kept-tab.ts';
import { useFeed, useOpenCount } from './use-worklist.ts';
import { WorklistContent } from './WorklistContent.tsx';
import { Chip } from '../../ui/action/Chip.tsx';
import { SearchField } from '../../ui/field/SearchField.tsx';
import { HeaderRow } from '../../frame/HeaderRow.tsx';
import { IconButton } from '../../ui/action/IconButton.tsx';
import './WorklistPage.css';

const panelId = 'worklist-panel';
/** Lists that are not shown start this much later: the one that is has the line to itself. */
const othersAfterMs = 1_500;

export function WorklistPage() {
  const session = useSession();
  return session && <WorklistOf staff={session.staff} />;
}

function WorklistOf({ staff }: { staff: Staff }) {
  const { t } = useTranslation('worklist');
  const { online } = useConnectivity();
  const expired = useLoginExpired();
  const [tab, setTab] = useState<RowTab>(keptTab);
  const [withClosed, setWithClosed] = useState(false);
  const [typed, setTyped] = useState('');
  const found = useSearch(typed, staff.unitId);
  const viewOf = (of: RowTab): RowView => ({ tab: of, withClosed: withClosed && of === tab && of !== 'received', uid: staff.uid, unitId: staff.unitId });
  const rows = useRows(viewOf(tab));
  const [round, setRound] = useState(1);
  const useFeedOf = (of: RowTab) => useFeed(viewOf(of), of === tab ? 0 : othersAfterMs, expired ? 0 : round);
  const feeds = { mine: useFeedOf('mine'), unit: useFeedOf('unit'), received: useFeedOf('received') };
  const choose = (chosen: RowTab): void => {
    setTab(chosen);
    keepTab(chosen);
  };
  const { search, key } = useLocation();
  // The page stays mounted: each link that leads here may name another list.
  useEffect(() => {
    const named = namedTab(search);
    if (named !== null) choose(named);
  }, [search, key]);
  const header = (
    <>
      <HeaderRow>
        <div className="worklist-search-line">
          <SearchField label={t('search')} value={typed} onType={setTyped} />
        </div>
      </HeaderRow>
      {found === null ? (
        <HeaderRow>
          <TabChoice staff={staff} tab={tab} completeOf={(of) => feeds[of].feed.complete} onChoose={choose} />
        </HeaderRow>
      ) : (
        <FoundLine found={found} />
      )}
      {!online && <Notice tone="info">{t('offline')}</Notice>}
      {online && feeds[tab].feed.status === 'failed' && <FailedNotice onRetry={() => setRound(round + 1)} />}
    </>
  );
  return (
    <AppPage
      title={t('title')}
      tabs
      ownScroll
      header={header}
      actions={
        <>
          {tab !== 'received' && <ClosedSwitch on={withClosed} onSwitch={setWithClosed} />}
          <PromisesButton />
        </>
      }
    >
      <div className="worklist-panel" id={panelId} role="tabpanel" aria-labelledby={`${panelId}-${tab}`}>
        <WorklistContent
          tab={tab}
          rows={found?.rows ?? rows}
          isSearch={found !== null}
          isWaiting={found === null ? online && !expired && feeds[tab].feed.status === 'connecting' : found.searching}
          loadingMore={found === null && feeds[tab].feed.loadingMore}
          onNearEnd={found === null ? feeds[tab].loadMore : nothing}
          onRefresh={refresh}
        />
      </div>
    </AppPage>
  );
}

function TabChoice({ staff, tab, completeOf, onChoose }: { staff: Staff; tab: RowTab; completeOf: (tab: RowTab) => boolean; onChoose: (tab: RowTab) => void }) {
  const { t } = useTranslation('worklist');
  const format = useFormat();
  const view = (of: RowTab): RowView => ({ tab: of, withClosed: false, uid: staff.uid, unitId: staff.unitId });
  const counts = { mine: useOpenCount(view('mine')), unit: useOpenCount(view('unit')), received: useOpenCount(view('received')) };
  /** The plus says that the server may have more than this device has read. */
  const countOf = (of: RowTab): string => `${format.number(counts[of])}${counts[of] > 0 && !completeOf(of) ? '+' : ''}`;
  const segments = rowTabs.map((name) => ({ name, text: t(`tabs.${name}`), count: countOf(name) }));
  return <Segments label={t('tabs.label')} controls={panelId} segments={segments} chosen={tab} onChoose={onChoose} />;
}

function FailedNotice({ onRetry }: { onRetry: () => void }) {
  const { t } = useTranslation(['worklist', 'shell']);
  return (
    <Notice tone="warning" action={t('shell:retry')} onAction={onRetry}>
      {t('worklist:failed')}
    </Notice>
  );
}

function FoundLine({ found }: { found: Found }) {
  const { t } = useTranslation('worklist');
  return (
    <p className="found-line" role="status">
      {found.searching && found.rows.length === 0 ? t('searching') : t('found', { count: found.rows.length })}
    </p>
  );
}

function PromisesButton() {
  const { t } = useTranslation('worklist');
  const router = useIonRouter();
  return <IconButton icon="calendar" label={t('promises')} onClick={() => router.push('/promises', 'forward')} />;
}

function ClosedSwitch({ on, onSwitch }: { on: boolean; onSwitch: (on: boolean) => void }) {
  const { t } = useTranslation('worklist');
  return (
    <Chip isChosen={on} onChoose={() => onSwitch(!on)}>
      {t('showClosed')}
    </Chip>
  );
}

/** Lists are live anyway; pulling asks whether the server answers, and makes a stalled connection start anew. */
async function refresh(): Promise<void> {
  if (await checkConnectivity()) await reconnectFirestore();
}

function nothing(): void {
  // What was searched for has no further pages.
}
