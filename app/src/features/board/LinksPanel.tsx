import type { Board } from '@shouwen/domain/board/board';
import { linkQuestions } from '@shouwen/domain/board/board-question';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../i18n/format.ts';
import { unitName } from '../../platform/reference/reference.ts';
import { AppLink } from '../../ui/action/AppLink.tsx';
import { Card } from '../../ui/card/Card.tsx';
import { listPath } from './board-view.ts';
import './UnitsPanel.css';

/** PST-2: which unit answers for which link of the chain, as named in this month; rounds that nobody took over are their head's. */
export function LinksPanel({ board }: { board: Board }) {
  const { t } = useTranslation('board');
  const format = useFormat();
  const lines = board.units.filter((line) => linkQuestions.some((name) => line[name] > 0));
  if (lines.length === 0) return null;
  return (
    <Card title={t('links.title')}>
      <table className="board-units">
        <thead>
          <tr>
            {linkQuestions.map((name) => (
              <th key={name} scope="col">
                {t(`short.${name}`)}
              </th>
            ))}
          </tr>
        </thead>
        {lines.map((line) => (
          <tbody key={line.unitId}>
            <tr>
              <th scope="rowgroup" colSpan={linkQuestions.length}>
                <span className="board-unit">
                  <span>{unitName(line.unitId)}</span>
                </span>
              </th>
            </tr>
            <tr>
              {linkQuestions.map((name) => (
                <td key={name} className={name === 'noCover' && line[name] > 0 ? 'tone-danger' : undefined}>
                  {line[name] === 0 ? (
                    format.number(0)
                  ) : (
                    <AppLink className="board-number number" to={listPath(board.unitId, name, line.unitId)}>
                      {format.number(line[name])}
                    </AppLink>
                  )}
                </td>
              ))}
            </tr>
          </tbody>
        ))}
      </table>
      <p className="small-print">{t('links.note')}</p>
    </Card>
  );
}
