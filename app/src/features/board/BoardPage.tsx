import '../../i18n/later-texts.ts';
import type { Staff } from '@shouwen/domain/organisation/staff';
import { type Board, mayReadBoard } from '@shouwen/domain/board/board';
import { boardRootId } from '@shouwen/domain/board/board-rows';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router-dom';
import { useFormat } from '../../i18n/format.ts';
import { useConnectivity } from '../../platform/device/connectivity.ts';
import { type LiveBoard, useLiveBoard } from './live-board.ts';
import { unitName, useReference } from '../../platform/reference/reference.ts';
import { useSession } from '../../platform/session/session.ts';
import { AppPage } from '../../frame/AppPage.tsx';
import { Blank } from '../../ui/telling/Blank.tsx';
import { Notice } from '../../ui/telling/Notice.tsx';
import { Loading } from '../../frame/Loading.tsx';
import { BoardTiles } from './BoardTiles.tsx';
import { LinksPanel } from './LinksPanel.tsx';
import { UnitsPanel } from './UnitsPanel.tsx';
import { type BoardRefresh, useBoardRefresh } from './use-board-refresh.ts';
import { CardColumn } from '../../ui/card/CardColumn.tsx';
import { IconButton } from '../../ui/action/IconButton.tsx';
import './board-head.css';

/** How a unit and those below it stand: one's own, or the one that the address names (SLA-6, SLA-7). */
export function BoardPage() {
  const { t } = useTranslation(['board', 'shell']);
  const staff = useSession()?.staff;
  const units = useReference()?.units;
  const { unitId } = useParams<{ unitId: string }>();
  if (!staff) return null;
  const own = units?.get(staff.unitId);
  const unit = unitId === undefined ? own && units?.get(boardRootId(own)) : units?.get(unitId);
  if (unit && mayReadBoard(staff, unit)) return <BoardOf key={unit.id} unitId={unit.id} staff={staff} />;
  return (
    <AppPage title={t('title')} backTo="/workbench">
      {units === undefined ? <Loading rows={4} /> : <NotYours hasJob={own !== undefined && mayReadBoard(staff, own)} />}
    </AppPage>
  );
}

function NotYours({ hasJob }: { hasJob: boolean }) {
  const { t } = useTranslation('board');
  return hasJob ? (
    <Blank icon="warning" title={t('noUnit.title')} text={t('noUnit.text')} />
  ) : (
    <Blank icon="warning" title={t('notYours.title')} text={t('notYours.text')} />
  );
}

function BoardOf({ unitId, staff }: { unitId: string; staff: Staff }) {
  const { t } = useTranslation('board');
  const live = useLiveBoard(unitId);
  const refresh = useBoardRefresh(unitId);
  const actions = <IconButton icon="repeat" label={t(refresh.isAsking ? 'refreshing' : 'refresh')} disabled={refresh.isAsking} onClick={refresh.again} />;
  return (
    <AppPage title={t('title')} backTo="/workbench" actions={actions}>
      <CardColumn>
        <BoardContent unitId={unitId} live={live} refresh={refresh} staff={staff} />
      </CardColumn>
    </AppPage>
  );
}

/** A board that nobody has looked at before is there once it has been counted. */
function BoardContent({ unitId, live, refresh, staff }: { unitId: string; live: LiveBoard; refresh: BoardRefresh; staff: Staff }) {
  const { t } = useTranslation(['board', 'shell']);
  const { online } = useConnectivity();
  if (live.status === 'here') {
    return (
      <>
        <BoardHead unitId={unitId} board={live.value} isCurrent={online && refresh.outcome !== 'failed'} online={online} />
        <BoardTiles board={live.value} />
        <UnitsPanel board={live.value} staff={staff} />
        <LinksPanel board={live.value} />
      </>
    );
  }
  if (live.status === 'refused' || refresh.outcome === 'refused') return <NotYours hasJob />;
  if (!online) return <Blank icon="offline" title={t('offlineEmpty.title')} text={t('offlineEmpty.text')} action={t('shell:retry')} onAction={refresh.again} />;
  if (refresh.outcome === 'failed')
    return <Blank icon="warning" title={t('failed.title')} text={t('failed.text')} action={t('shell:retry')} onAction={refresh.again} />;
  return <Loading rows={4} />;
}

function BoardHead({ unitId, board, isCurrent, online }: { unitId: string; board: Board; isCurrent: boolean; online: boolean }) {
  const { t } = useTranslation('board');
  const format = useFormat();
  const moment = format.moment(board.atMs);
  return (
    <>
      <p className="board-head">
        <strong>{unitName(unitId)}</strong>
        <span className="small-print">{t('asOf', { moment })}</span>
      </p>
      {!isCurrent && <Notice tone={online ? 'warning' : 'info'}>{t(online ? 'stale' : 'cached', { moment })}</Notice>}
    </>
  );
}
