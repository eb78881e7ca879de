import { useEffect, useState } from 'react';
import type { Pack } from '@shouwen/domain/policy/pack';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../i18n/format.ts';
import { nowMs } from '../../platform/device/clock.ts';
import { useConnectivity } from '../../platform/device/connectivity.ts';
import { type Preview, previewSchedule, type ScheduledItem } from '../../records/preview-schedule.ts';
import { Blank } from '../../ui/telling/Blank.tsx';
import { Icon } from '../../ui/icon/Icon.tsx';
import { useScheduleWording } from '../../parts/schedule-wording.ts';
import { Loading } from '../../frame/Loading.tsx';
import { endOfTomorrowMs, nextTransferMs } from './closure-phase.ts';
import { FiguresLine } from './FiguresLine.tsx';
import { Button } from '../../ui/action/Button.tsx';
import { Chip, ChipRow } from '../../ui/action/Chip.tsx';
import { List } from '../../ui/card/List.tsx';
import { LinkCard } from '../../ui/card/LinkCard.tsx';
import './ClosureCard.css';

type Horizon = 'tomorrow' | 'next';

/** CLO-1, CLO-3: what the schedule would do by then, worked out by the schedule itself, so that a bad target is found before the day. */
export function ScheduleView({ pack }: { pack: Pack }) {
  const { t } = useTranslation(['closure', 'shell']);
  const format = useFormat();
  const { online } = useConnectivity();
  const [horizon, setHorizon] = useState<Horizon>('tomorrow');
  const [round, setRound] = useState(0);
  const nextMs = nextTransferMs(nowMs(), pack.closures?.transferDay ?? 1);
  const untilMs = horizon === 'tomorrow' ? endOfTomorrowMs(nowMs()) : nextMs;
  const preview = usePreview(untilMs, round);
  const again = (): void => setRound(round + 1);
  return (
    <>
      <ChipRow label={t('schedule.until')}>
        <Chip isChosen={horizon === 'tomorrow'} onChoose={() => setHorizon('tomorrow')}>
          {t('schedule.tomorrow')}
        </Chip>
        {pack.closures && (
          <Chip isChosen={horizon === 'next'} onChoose={() => setHorizon('next')}>
            {t('schedule.next', { day: format.day(nextMs) })}
          </Chip>
        )}
      </ChipRow>
      {preview === null && <Loading rows={4} />}
      {preview?.kind === 'notAllowed' && <Blank icon="warning" title={t('schedule.notAllowed.title')} text={t('schedule.notAllowed.text')} />}
      {preview?.kind === 'failed' && (
        <Blank
          icon={online ? 'warning' : 'offline'}
          title={t(online ? 'schedule.failed.title' : 'schedule.offline.title')}
          text={t(online ? 'schedule.failed.text' : 'schedule.offline.text')}
          action={t('shell:retry')}
          onAction={again}
        />
      )}
      {preview?.kind === 'items' && <ScheduleItems items={preview.items.filter(({ amountFen }) => amountFen !== null)} untilMs={untilMs} onRefresh={again} />}
    </>
  );
}

/** Null while it is being worked out. */
function usePreview(untilMs: number, round: number): Preview | null {
  const [preview, setPreview] = useState<Preview | null>(null);
  useEffect(() => {
    let isOver = false;
    setPreview(null);
    void previewSchedule(untilMs).then((told) => void (isOver || setPreview(told)));
    return () => {
      isOver = true;
    };
  }, [untilMs, round]);
  return preview;
}

function ScheduleItems({ items, untilMs, onRefresh }: { items: readonly ScheduledItem[]; untilMs: number; onRefresh: () => void }) {
  const { t } = useTranslation('closure');
  const format = useFormat();
  if (items.length === 0) return <Blank icon="check" title={t('schedule.empty.title')} text={t('schedule.empty.text')} />;
  const stay = items.filter((item) => item.skip !== null).length;
  return (
    <>
      <p className="small-print">
        {t('schedule.intro', { moment: format.fullMoment(untilMs) })} {t('schedule.counts', { go: items.length - stay, stay })}
      </p>
      <List isSpaced>
        {items.map((item) => (
          <li key={`${item.kind} ${item.id}`}>
            <ScheduleCard item={item} />
          </li>
        ))}
      </List>
      <Button onClick={onRefresh}>{t('schedule.refresh')}</Button>
    </>
  );
}

function ScheduleCard({ item }: { item: ScheduledItem }) {
  const { t } = useTranslation('closure');
  const format = useFormat();
  const wording = useScheduleWording();
  return (
    <LinkCard className="closure-card" to={wording.pagePath(item)}>
      <span className="closure-card-head">
        <strong>{item.account ?? item.number}</strong>
        {item.figures === null && item.amountFen !== null && <strong className="number">{format.money(item.amountFen)}</strong>}
      </span>
      <span>{[wording.title(item), wording.would(item), item.target !== null && t('schedule.to', { target: item.target })].filter(Boolean).join(' · ')}</span>
      {item.figures && <FiguresLine figures={item.figures} />}
      <small>{format.moment(item.dueAtMs)}</small>
      {item.skip !== null && (
        <span className="closure-problem">
          <Icon name="alert" size={16} /> {t('schedule.skip', { reason: wording.reason(item) })}
        </span>
      )}
    </LinkCard>
  );
}
