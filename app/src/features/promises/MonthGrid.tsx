import { type KeyboardEvent, useRef } from 'react';
import { addDays, type Day, startOfDayMs } from '@shouwen/domain/calendar/day';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../i18n/format.ts';
import type { GridDay } from './month-grid.ts';
import { BareButton } from '../../ui/action/BareButton.tsx';
import './MonthGrid.css';

interface Props {
  label: string;
  weeks: readonly GridDay[][];
  counts: (day: Day) => { due: number; overdue: number };
  chosen: Day;
  today: Day;
  onChoose: (day: Day) => void;
}

const moves: Record<string, number> = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -7, ArrowDown: 7 };

/** A month with how much is promised for each day. Moved through with the arrow keys: only the chosen day is a stop of the tab key. */
export function MonthGrid({ label, weeks, counts, chosen, today, onChoose }: Props) {
  const format = useFormat();
  const table = useRef<HTMLTableElement>(null);
  const days = weeks.flat();
  const stop = days.some(({ day }) => day === chosen) ? chosen : days.find(({ inMonth }) => inMonth)?.day;
  const move = (event: KeyboardEvent, from: Day): void => {
    const step = moves[event.key];
    if (step === undefined) return;
    event.preventDefault();
    const day = addDays(from, step);
    onChoose(day);
    // The month may change with the day; its button is there after the next paint.
    requestAnimationFrame(() => table.current?.querySelector<HTMLElement>(`[data-day="${day}"]`)?.focus());
  };
  return (
    <table className="month" ref={table} aria-label={label}>
      <thead>
        <tr>
          {weeks[0]?.map(({ day }) => (
            <th key={day} scope="col">
              {format.weekday(startOfDayMs(day))}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeks.map((week) => (
          <tr key={week[0]?.day}>
            {week.map((one) => (
              <td key={one.day}>
                <DayButton
                  gridDay={one}
                  {...counts(one.day)}
                  isChosen={one.day === chosen}
                  isToday={one.day === today}
                  isStop={one.day === stop}
                  onChoose={() => onChoose(one.day)}
                  onKey={(event) => move(event, one.day)}
                />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

interface DayProps {
  gridDay: GridDay;
  due: number;
  overdue: number;
  isChosen: boolean;
  isToday: boolean;
  isStop: boolean;
  onChoose: () => void;
  onKey: (event: KeyboardEvent) => void;
}

function DayButton({ gridDay: { day, inMonth, kind }, due, overdue, isChosen, isToday, isStop, onChoose, onKey }: DayProps) {
  const { t } = useTranslation('promises');
  const format = useFormat();
  const words = [
    format.day(startOfDayMs(day)),
    isToday ? t('today') : null,
    kind === 'holiday' ? t('holidayOf') : kind === 'makeUp' ? t('makeUpOf') : null,
    due === 0 ? t('none') : t('due', { count: due }),
    overdue === 0 ? null : t('overdue', { count: overdue }),
  ];
  return (
    <BareButton
      className={`month-day month-day-${kind}`}
      data-day={day}
      data-beside={!inMonth || undefined}
      data-overdue={overdue > 0 || undefined}
      aria-pressed={isChosen}
      aria-current={isToday ? 'date' : undefined}
      tabIndex={isStop ? 0 : -1}
      onClick={onChoose}
      onKeyDown={onKey}
    >
      <span className="visually-hidden">{words.filter((word) => word !== null).join(', ')}</span>
      <span className="month-number" aria-hidden="true">
        {Number(day.slice(8))}
      </span>
      {(kind === 'holiday' || kind === 'makeUp') && (
        <span className="month-kind" aria-hidden="true">
          {t(kind)}
        </span>
      )}
      <span className="month-count" aria-hidden="true">
        {due > 0 && format.number(due)}
      </span>
    </BareButton>
  );
}
