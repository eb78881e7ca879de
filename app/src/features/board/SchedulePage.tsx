import '../../i18n/later-texts.ts';
import { useEffect, useState } from 'react';
import { dayMs } from '@shouwen/domain/calendar/day';
import { isMoment } from '@shouwen/domain/kernel/moment';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../i18n/format.ts';
import { nowMs } from '../../platform/device/clock.ts';
import { useConnectivity } from '../../platform/device/connectivity.ts';
import { formatLocalMoment, parseLocalMoment } from '../../platform/device/local-moment.ts';
import { type Preview, previewSchedule, type ScheduledItem } from '../../records/preview-schedule.ts';
import { AppPage } from '../../frame/AppPage.tsx';
import { Blank } from '../../ui/telling/Blank.tsx';
import { Loading } from '../../frame/Loading.tsx';
import { ScheduleGroupsView } from './ScheduleGroupsView.tsx';
import { Button } from '../../ui/action/Button.tsx';
import { Chips } from '../../ui/action/Chip.tsx';
import { DateField } from '../../parts/DateField.tsx';
import { CardColumn } from '../../ui/card/CardColumn.tsx';

const choices = ['now', 'tomorrow', 'typed'] as const;
type Choice = (typeof choices)[number];

/** What the schedule would do by a moment if nobody did anything, worked out by the schedule itself, and why it would leave something alone (SLA-6). */
export function SchedulePage() {
  const { t } = useTranslation('board');
  const [choice, setChoice] = useState<Choice>('now');
  const [typed, setTyped] = useState(() => formatLocalMoment(nowMs() + dayMs));
  const [round, setRound] = useState({ askedAtMs: nowMs() });
  const again = (): void => setRound({ askedAtMs: nowMs() });
  const untilMs = { now: round.askedAtMs, tomorrow: round.askedAtMs + dayMs, typed: parseLocalMoment(typed) }[choice];
  return (
    <AppPage title={t('schedule.title')} backTo="/workbench">
      <CardColumn>
        <p className="small-print">{t('schedule.intro')}</p>
        <Chips
          label={t('schedule.when')}
          choices={choices.map((id) => ({ id, name: t(`schedule.${id}`) }))}
          chosen={[choice]}
          onChoose={(chosen) => {
            setChoice(chosen);
            again();
          }}
        />
        {choice === 'typed' && <DateField label={t('schedule.moment')} type="datetime-local" value={typed} onType={setTyped} />}
        {!isMoment(untilMs) ? <p className="danger-text">{t('schedule.momentMissing')}</p> : <PreviewOf untilMs={untilMs} onAgain={again} />}
      </CardColumn>
    </AppPage>
  );
}

function PreviewOf({ untilMs, onAgain }: { untilMs: number; onAgain: () => void }) {
  const { t } = useTranslation(['board', 'shell']);
  const { online } = useConnectivity();
  const preview = usePreview(untilMs);
  if (preview === null) return <Loading rows={4} />;
  if (preview.kind === 'items') return <Items items={preview.items} untilMs={untilMs} onAgain={onAgain} />;
  if (preview.kind === 'notAllowed') return <Blank icon="warning" title={t('schedule.notYours.title')} text={t('schedule.notYours.text')} />;
  const why = online ? 'failed' : 'offline';
  return (
    <Blank
      icon={online ? 'warning' : 'offline'}
      title={t(`schedule.${why}.title`)}
      text={t(`schedule.${why}.text`)}
      action={t('shell:retry')}
      onAction={onAgain}
    />
  );
}

function Items({ items, untilMs, onAgain }: { items: readonly ScheduledItem[]; untilMs: number; onAgain: () => void }) {
  const { t } = useTranslation('board');
  const format = useFormat();
  return (
    <>
      <p>
        <strong>{t('schedule.until', { moment: format.fullMoment(untilMs) })}</strong>
      </p>
      {items.length === 0 ? <Blank icon="check" title={t('schedule.empty.title')} text={t('schedule.empty.text')} /> : <ScheduleGroupsView items={items} />}
      <Button onClick={onAgain}>{t('schedule.refresh')}</Button>
    </>
  );
}

/** Null while it is being worked out. */
function usePreview(untilMs: number): Preview | null {
  const [preview, setPreview] = useState<Preview | null>(null);
  useEffect(() => {
    let isOver = false;
    setPreview(null);
    void previewSchedule(untilMs).then((told) => void (isOver || setPreview(told)));
    return () => {
      isOver = true;
    };
  }, [untilMs]);
  return preview;
}
