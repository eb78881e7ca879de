import type { Staff } from '@shouwen/domain/organisation/staff';
import { type Board, inTimeOfAnsweredPercent, inTimeToldPercent, mayReadBoard, type UnitCounts } from '@shouwen/domain/board/board';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../i18n/format.ts';
import { unitName, useReference } from '../../platform/reference/reference.ts';
import { AppLink } from '../../ui/action/AppLink.tsx';
import { Blank } from '../../ui/telling/Blank.tsx';
import { Icon } from '../../ui/icon/Icon.tsx';
import { inTimeVerdict, pressingUnits, listPath } from './board-view.ts';
import { UnitsChart } from './UnitsChart.tsx';
import { Card } from '../../ui/card/Card.tsx';
import './UnitsPanel.css';

const columns = ['overdue', 'nearDue', 'escalated', 'unaccepted'] as const;

/** Each unit's numbers, as a picture and as the table that says the same. */
export function UnitsPanel({ board, staff }: { board: Board; staff: Staff }) {
  const { t } = useTranslation('board');
  const { lines, quiet } = pressingUnits(board);
  if (lines.length === 0) return <Blank icon="check" title={t('calm.title')} text={t('calm.text')} />;
  return (
    <Card title={t('units.title')}>
      <UnitsChart board={board} />
      <table className="board-units">
        <thead>
          <tr>
            {columns.map((name) => (
              <th key={name} scope="col">
                {t(`short.${name}`)}
              </th>
            ))}
            <th scope="col">{t('short.inTime')}</th>
          </tr>
        </thead>
        {lines.map((line) => (
          <UnitFigures key={line.unitId} line={line} board={board} staff={staff} />
        ))}
      </table>
      {quiet > 0 && <p className="small-print">{t('units.more', { count: quiet })}</p>}
    </Card>
  );
}

function UnitFigures({ line, board, staff }: { line: UnitCounts; board: Board; staff: Staff }) {
  const { t } = useTranslation('board');
  const format = useFormat();
  const verdict = inTimeVerdict(line, board.rules.inTimePercent);
  return (
    <tbody>
      <tr>
        <th scope="rowgroup" colSpan={columns.length + 1}>
          <UnitHeading line={line} board={board} staff={staff} />
        </th>
      </tr>
      <tr>
        {columns.map((name) => (
          <td key={name} className={line[name] > 0 ? `tone-${name === 'overdue' || name === 'escalated' ? 'danger' : 'warning'}` : undefined}>
            {line[name] === 0 ? (
              format.number(0)
            ) : (
              <AppLink className="board-number number" to={listPath(board.unitId, name, line.unitId)}>
                {format.number(line[name])}
              </AppLink>
            )}
          </td>
        ))}
        <td className={verdict === null ? undefined : `tone-${verdict.met ? 'success' : 'danger'}`}>
          {verdict === null ? (
            '–'
          ) : (
            <span className="board-share">
              <Icon name={verdict.met ? 'check' : 'alert'} size={14} />
              {t('inTime.percent', { percent: verdict.percent })}
              <small>{t('inTime.percentOfAnswered', { percent: inTimeOfAnsweredPercent(line) ?? 0 })}</small>
              <small>{t('inTime.percentTold', { percent: inTimeToldPercent(line) ?? 0 })}</small>
            </span>
          )}
        </td>
      </tr>
    </tbody>
  );
}

/** Leads to the unit's own board where it has units below it, otherwise to all that it has open. */
function UnitHeading({ line, board, staff }: { line: UnitCounts; board: Board; staff: Staff }) {
  const { t } = useTranslation('board');
  const units = useReference()?.units;
  const unit = units?.get(line.unitId);
  const isOwn = line.unitId === board.unitId;
  const hasBelow = [...(units?.values() ?? [])].some(({ parentId }) => parentId === line.unitId);
  const leadsDown = !isOwn && hasBelow && unit !== undefined && !unit.oversight && mayReadBoard(staff, unit);
  const name = isOwn && hasBelow ? t('units.own', { unit: unitName(line.unitId) }) : unitName(line.unitId);
  return (
    <AppLink className="board-unit" to={leadsDown ? `/board/${line.unitId}` : listPath(board.unitId, 'open', line.unitId)}>
      <span>
        {name}
        <small>{t('countIn', { question: t('question.open'), count: line.open })}</small>
      </span>
      {leadsDown && <small>{t('units.openBoard')}</small>}
      <Icon name="next" size={16} />
    </AppLink>
  );
}
