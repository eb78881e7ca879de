import '../../i18n/later-texts.ts';
import { useRef } from 'react';
import type { Staff } from '@shouwen/domain/organisation/staff';
import { mayReadBoard } from '@shouwen/domain/board/board';
import { boardRows } from '@shouwen/domain/board/board-rows';
import type { QuestionName } from '@shouwen/domain/board/board-question';
import type { Unit } from '@shouwen/domain/organisation/unit';
import { useTranslation } from 'react-i18next';
import { useLocation, useParams } from 'react-router-dom';
import { useFormat } from '../../i18n/format.ts';
import { useLiveBoard } from './live-board.ts';
import { type CountedQuestion, countedShown, useLiveCounted } from './live-counted.ts';
import { unitName, useReference } from '../../platform/reference/reference.ts';
import { useSession } from '../../platform/session/session.ts';
import { AppPage } from '../../frame/AppPage.tsx';
import { Blank } from '../../ui/telling/Blank.tsx';
import { ComplaintCard } from '../../parts/ComplaintCard.tsx';
import { Notice } from '../../ui/telling/Notice.tsx';
import { Loading } from '../../frame/Loading.tsx';
import { questionInAddress, unitsOfList } from './board-view.ts';
import { CardColumn } from '../../ui/card/CardColumn.tsx';
import { List } from '../../ui/card/List.tsx';
import './board-head.css';
import './BoardListPage.css';

/** The complaints behind a number of a board. */
export function BoardListPage() {
  const { t } = useTranslation(['board', 'shell']);
  const staff = useSession()?.staff;
  const units = useReference()?.units;
  const { unitId = '', question } = useParams<{ unitId: string; question: string }>();
  const lineId = new URLSearchParams(useLocation().search).get('unit');
  const unit = units?.get(unitId);
  const name = questionInAddress(question);
  if (!staff) return null;
  if (units && unit && name && mayReadBoard(staff, unit)) return <ListOf unit={unit} units={units} name={name} lineId={lineId} staff={staff} />;
  return (
    <AppPage title={t('title')} backTo="/board">
      {units === undefined ? <Loading rows={4} /> : <Blank icon="warning" title={t('noUnit.title')} text={t('noUnit.text')} />}
    </AppPage>
  );
}

interface ListProps {
  unit: Unit;
  units: ReadonlyMap<string, Unit>;
  name: QuestionName;
  lineId: string | null;
  staff: Staff;
}

function ListOf({ unit, units, name, lineId, staff }: ListProps) {
  const { t } = useTranslation(['board', 'shell']);
  const format = useFormat();
  const counted = useCounted({ unit, units, name, lineId, staff });
  const live = useLiveCounted(counted);
  const words = t(`question.${name}`, { hours: counted?.rules.nearDueHours ?? '' });
  return (
    <AppPage title={words} backTo={`/board/${unit.id}`}>
      <CardColumn>
        <p className="board-head">
          <strong>{unitName(lineId ?? unit.id)}</strong>
          {counted && <span className="small-print">{t('list.asOf', { moment: format.moment(counted.atMs), count: countedShown })}</span>}
        </p>
        {live.status === 'loading' && <Loading rows={4} />}
        {live.status === 'failed' && (
          <Blank icon="warning" title={t('list.failed.title')} text={t('list.failed.text')} action={t('shell:retry')} onAction={() => location.reload()} />
        )}
        {live.status === 'here' && live.isFromCache && <Notice tone="info">{t('list.cached')}</Notice>}
        {live.status === 'here' && live.values.length === 0 && <Blank icon="check" title={t('list.empty.title')} text={t('list.empty.text')} />}
        {live.status === 'here' && live.values.length > 0 && (
          <List isSpaced className="board-list">
            {live.values.map((row) => (
              <li key={row.id}>
                <ComplaintCard row={row} />
              </li>
            ))}
          </List>
        )}
      </CardColumn>
    </AppPage>
  );
}

/**
 * As the board was counted when the list was opened: what was behind the number then is not exchanged under the reader's finger. Only what this phone had kept
 * gives way to what the server says. Null until the board is there.
 */
function useCounted({ unit, units, name, lineId, staff }: ListProps): CountedQuestion | null {
  const live = useLiveBoard(unit.id);
  const opened = useRef<{ board: Pick<CountedQuestion, 'rules' | 'atMs'>; isFromCache: boolean } | null>(null);
  if (live.status === 'here' && opened.current?.isFromCache !== false) {
    opened.current = { board: { rules: live.value.rules, atMs: live.value.atMs }, isFromCache: live.isFromCache };
  }
  return opened.current && { ...opened.current.board, name, unitIds: unitsOfList(boardRows(unit, units), lineId), ownUnitId: staff.unitId };
}
