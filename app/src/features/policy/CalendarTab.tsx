import { useEffect, useState } from 'react';
import { coveredUntil } from '@shouwen/domain/calendar/covered-until';
import { dayOf, startOfDayMs } from '@shouwen/domain/calendar/day';
import { missingCalendarYear } from '@shouwen/domain/calendar/missing-calendar';
import type { CalendarYear } from '@shouwen/domain/calendar/working-days';
import type { PackId } from '@shouwen/domain/kernel/brand';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../i18n/format.ts';
import { nowMs } from '../../platform/device/clock.ts';
import { refreshReference } from '../../platform/reference/reference.ts';
import { Notice } from '../../ui/telling/Notice.tsx';
import { CalendarForm } from './CalendarForm.tsx';
import { Card } from '../../ui/card/Card.tsx';
import { List } from '../../ui/card/List.tsx';

const yearsShown = 4;

interface Props {
  uid: string;
  pack: PackId;
  calendar: readonly CalendarYear[];
  isEditor: boolean;
}

/** To which day working days are known (SLA-3), and the way to make it more. */
export function CalendarTab({ uid, pack, calendar, isEditor }: Props) {
  const { t } = useTranslation('policy');
  const format = useFormat();
  const [imported, setImported] = useState<{ year: number; isWaiting: boolean } | null>(null);
  // Somebody else may have confirmed a year since this device last asked.
  useEffect(() => void refreshReference(pack, 0).catch(() => undefined), [pack]);
  const missing = missingCalendarYear(calendar, dayOf(nowMs()));
  const until = coveredUntil(calendar);
  const newest = [...calendar].sort((one, other) => other.year - one.year).slice(0, yearsShown);
  return (
    <>
      {imported !== null && <Notice tone="success">{t(imported.isWaiting ? 'calendar.waits' : 'calendar.imported', { year: imported.year })}</Notice>}
      {missing !== null && <Notice tone="warning">{t('calendar.missing', { year: missing })}</Notice>}
      <Card title={t('calendar.covered')}>
        <p>{until === null ? t('calendar.nothing') : t('calendar.until', { day: format.day(startOfDayMs(until)) })}</p>
        <List>
          {newest.map(({ year, holidays, makeUpWorkingDays }) => (
            <li key={year}>
              <strong>{year}</strong>{' '}
              <span className="small-print">{t('calendar.days', { holidays: holidays.length, makeUps: makeUpWorkingDays.length })}</span>
            </li>
          ))}
        </List>
      </Card>
      {isEditor && <CalendarForm uid={uid} pack={pack} calendar={calendar} onImported={setImported} />}
    </>
  );
}
