import { useEffect, useRef, useState } from 'react';
import type { Board } from '@shouwen/domain/board/board';
import { useTranslation } from 'react-i18next';
import { unitName } from '../../platform/reference/reference.ts';
import { pressingUnits } from './board-view.ts';
import { List } from '../../ui/card/List.tsx';
import './UnitsChart.css';

const mostBars = 12;
const barHeightPx = 34;
const axisHeightPx = 32;
const darkColours = '(prefers-color-scheme: dark)';

/** What each unit has open as bars. The library comes with the first board that is opened; where it does not come, the table below says the same. */
export function UnitsChart({ board }: { board: Board }) {
  const { t } = useTranslation('board');
  const canvas = useRef<HTMLCanvasElement>(null);
  const [isMissing, setMissing] = useState(false);
  const isDark = useMedia(darkColours);
  const bars = pressingUnits(board)
    .lines.filter(({ open }) => open > 0)
    .slice(0, mostBars)
    .map(({ unitId, open, overdue, nearDue }) => ({ label: unitName(unitId), overdue, nearDue, rest: open - overdue - nearDue }));
  // Told by its content: a board that says the same is not drawn again.
  const content = JSON.stringify(bars);

  useEffect(() => {
    let isOver = false;
    let erase: (() => void) | null = null;
    import('./draw-units-chart.ts').then(
      ({ drawUnitsChart }) => {
        if (!isOver && canvas.current) erase = drawUnitsChart(canvas.current, JSON.parse(content) as typeof bars);
      },
      () => void (isOver || setMissing(true)),
    );
    return () => {
      isOver = true;
      erase?.();
    };
  }, [content, isDark]);

  if (isMissing || bars.length === 0) return null;
  return (
    <>
      <div className="board-chart" style={{ height: bars.length * barHeightPx + axisHeightPx }}>
        <canvas ref={canvas} role="img" aria-label={t('units.chart')} />
      </div>
      <List className="board-legend" aria-hidden>
        <li className="legend-overdue">{t('short.overdue')}</li>
        <li className="legend-near-due">{t('short.nearDue')}</li>
        <li className="legend-rest">{t('units.rest')}</li>
      </List>
    </>
  );
}

function useMedia(query: string): boolean {
  const [matches, setMatches] = useState(() => matchMedia(query).matches);
  useEffect(() => {
    const list = matchMedia(query);
    const follow = (): void => setMatches(list.matches);
    list.addEventListener('change', follow);
    return () => list.removeEventListener('change', follow);
  }, [query]);
  return matches;
}
