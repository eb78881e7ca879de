import '../../i18n/later-texts.ts';
import { useState } from 'react';
import { coveredUntil } from '@shouwen/domain/calendar/covered-until';
import { type Day, dayOf, startOfDayMs } from '@shouwen/domain/calendar/day';
import type { Staff } from '@shouwen/domain/organisation/staff';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../i18n/format.ts';
import { useConnectivity } from '../../platform/device/connectivity.ts';
import { useReference } from '../../platform/reference/reference.ts';
import type { Row } from '../../platform/rows/row.ts';
import { useSession } from '../../platform/session/session.ts';
import { AppPage } from '../../frame/AppPage.tsx';
import { ComplaintCard } from '../../parts/ComplaintCard.tsx';
import { Notice } from '../../ui/telling/Notice.tsx';
import { Segments } from '../../ui/action/Segments.tsx';
import { useNow } from '../../parts/use-now.ts';
import { monthBeside, monthOf, weeksOf } from './month-grid.ts';
import { MonthGrid } from './MonthGrid.tsx';
import { type Promised, usePromised } from './use-promised.ts';
import { Button } from '../../ui/action/Button.tsx';
import { IconButton } from '../../ui/action/IconButton.tsx';
import { CardColumn } from '../../ui/card/CardColumn.tsx';
import { List } from '../../ui/card/List.tsx';
import { HeaderRow } from '../../frame/HeaderRow.tsx';
import './PromisesPage.css';

const panelId = 'promises-panel';
const tabs = ['mine', 'unit'] as const;

/** How many answers are promised for each day of a month, beside holidays and make-up working days (SLA-3). */
export function PromisesPage() {
  const session = useSession();
  return session && <PromisesOf staff={session.staff} />;
}

function PromisesOf({ staff }: { staff: Staff }) {
  const { t } = useTranslation('promises');
  const [tab, setTab] = useState<(typeof tabs)[number]>('mine');
  const now = useNow();
  const [chosen, setChosen] = useState(() => dayOf(now));
  const month = monthOf(chosen);
  const promised = usePromised({ tab, withClosed: false, uid: staff.uid, unitId: staff.unitId }, month);
  const header = (
    <HeaderRow>
      <Segments label={t('tabs.label')} controls={panelId} segments={tabs.map((name) => ({ name, text: t(`tabs.${name}`) }))} chosen={tab} onChoose={setTab} />
    </HeaderRow>
  );
  return (
    <AppPage title={t('title')} backTo="/worklist" header={header}>
      <CardColumn id={panelId} role="tabpanel" aria-labelledby={`${panelId}-${tab}`}>
        <CountNotice promised={promised} />
        <MonthBar chosen={chosen} today={dayOf(now)} onChoose={setChosen} />
        <Month month={month} chosen={chosen} nowMs={now} promised={promised} onChoose={setChosen} />
        <DayList day={chosen} rows={promised.byDay.get(chosen) ?? []} />
      </CardColumn>
    </AppPage>
  );
}

function CountNotice({ promised: { isComplete, isLoading } }: { promised: Promised }) {
  const { t } = useTranslation('promises');
  const { online } = useConnectivity();
  if (!online) return <Notice tone="info">{t('local')}</Notice>;
  return isComplete || isLoading ? null : <Notice tone="warning">{t('failed')}</Notice>;
}

function MonthBar({ chosen, today, onChoose }: { chosen: Day; today: Day; onChoose: (day: Day) => void }) {
  const { t } = useTranslation('promises');
  const format = useFormat();
  const month = monthOf(chosen);
  const first = (of: string): Day => (of === monthOf(today) ? today : `${of}-01`);
  return (
    <div className="month-bar">
      <IconButton icon="back" label={t('before')} onClick={() => onChoose(first(monthBeside(month, -1)))} />
      <h2 aria-live="polite">{format.month(startOfDayMs(`${month}-01`))}</h2>
      <IconButton icon="next" label={t('after')} onClick={() => onChoose(first(monthBeside(month, 1)))} />
      <Button disabled={chosen === today} onClick={() => onChoose(today)}>
        {t('today')}
      </Button>
    </div>
  );
}

interface MonthProps {
  month: string;
  chosen: Day;
  nowMs: number;
  promised: Promised;
  onChoose: (day: Day) => void;
}

function Month({ month, chosen, nowMs, promised: { byDay }, onChoose }: MonthProps) {
  const { t } = useTranslation('promises');
  const format = useFormat();
  const calendar = useReference()?.calendar ?? [];
  const counts = (day: Day): { due: number; overdue: number } => {
    const rows = byDay.get(day) ?? [];
    return { due: rows.length, overdue: rows.filter(({ dueAtMs }) => (dueAtMs ?? nowMs) < nowMs).length };
  };
  const lastDay = coveredUntil(calendar);
  return (
    <>
      <MonthGrid
        label={t('month', { month: format.month(startOfDayMs(`${month}-01`)) })}
        weeks={weeksOf(month, calendar)}
        counts={counts}
        chosen={chosen}
        today={dayOf(nowMs)}
        onChoose={onChoose}
      />
      {lastDay !== null && `${month}-31` > lastDay && <p className="small-print">{t('notCovered', { day: format.day(startOfDayMs(lastDay)) })}</p>}
    </>
  );
}

function DayList({ day, rows }: { day: Day; rows: readonly Row[] }) {
  const { t } = useTranslation('promises');
  const format = useFormat();
  const heading = t('ofDay', { day: format.day(startOfDayMs(day)) });
  return (
    <section aria-label={heading}>
      <h2 className="promises-day">{heading}</h2>
      {rows.length === 0 && <p>{t('emptyDay')}</p>}
      <List className="promises-list">
        {rows.map((row) => (
          <li key={row.id}>
            <ComplaintCard row={row} />
          </li>
        ))}
      </List>
    </section>
  );
}
