import '../../i18n/later-texts.ts';
import type { StaffCommandType } from '@shouwen/domain/complaint/command';
import { staffCommandOf } from '@shouwen/domain/complaint/command';
import { isPendingAssist } from '@shouwen/domain/complaint/assist-standing';
import type { Complaint } from '@shouwen/domain/complaint/complaint';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../i18n/format.ts';
import { unitName } from '../../platform/reference/reference.ts';
import { Notice } from '../../ui/telling/Notice.tsx';
import { useAskedParty } from '../../parts/assist/asked-party.ts';
import { useRefusalSentence } from '../../parts/refusal-sentence.ts';
import type { TimelineItem } from './timeline.ts';
import { Button } from '../../ui/action/Button.tsx';
import { ButtonRow } from '../../ui/action/ButtonRow.tsx';
import { Card } from '../../ui/card/Card.tsx';

interface HandOverProps {
  complaint: Complaint;
  allowed: readonly StaffCommandType[];
  onCommand: (type: StaffCommandType) => void;
}

/** OWN-6: whoever is asked to take a complaint over sees that first, with the reason and both answers. */
export function HandOverNotice({ complaint: { handOver }, allowed, onCommand }: HandOverProps) {
  const { t } = useTranslation('complaint');
  if (!handOver) return null;
  const reason = t('handOver.reason', { reason: handOver.reason });
  if (!allowed.includes('acceptHandOver')) {
    const to = [unitName(handOver.toUnitId), handOver.toName].filter((part) => part !== null).join(' ');
    return (
      <Notice tone="info">
        {t('handOver.waiting', { to })} {reason}
      </Notice>
    );
  }
  return (
    <Card isAsking label={t('command.acceptHandOver')}>
      <p>
        <strong>{t(handOver.toUid === null ? 'handOver.forMyUnit' : 'handOver.forMe', { from: handOver.fromName })}</strong>
      </p>
      <p>{reason}</p>
      <ButtonRow>
        <Button kind="main" onClick={() => onCommand('acceptHandOver')}>
          {t('command.acceptHandOver')}
        </Button>
        <Button onClick={() => onCommand('declineHandOver')}>{t('command.declineHandOver')}</Button>
      </ButtonRow>
    </Card>
  );
}

/** OWN-8: whoever manages the unit is told that a customer stands there for them; the large button takes it. */
export function LedNotice({ complaint: { ledToManager }, allowed }: Pick<HandOverProps, 'complaint' | 'allowed'>) {
  const { t } = useTranslation('complaint');
  if (!ledToManager || !allowed.includes('receiveInPerson')) return null;
  return <Notice tone="warning">{t('ledToManager', { name: ledToManager.byName })}</Notice>;
}

/** SLA-5: every wait has a reason and an end, and says whether the clock stands still meanwhile. */
export function WaitingNotice({ complaint: { state, waiting, assists } }: { complaint: Complaint }) {
  const { t } = useTranslation(['complaint', 'clocks']);
  const format = useFormat();
  const party = useAskedParty();
  if (!waiting) return null;
  const what =
    state === 'awaitingCustomer'
      ? t('waiting.customer', { reason: waiting.reason })
      : waiting.isForAssists
        ? t('waiting.assists', { whom: assists.filter(isPendingAssist).map(party).join(' · ') })
        : t('waiting.other', { whom: waiting.whom ?? '', reason: waiting.reason });
  const until =
    waiting.untilAtMs === null
      ? t('waiting.since', { moment: format.moment(waiting.sinceAtMs) })
      : t('waiting.until', { moment: format.moment(waiting.untilAtMs) });
  return (
    <Notice tone="info">
      {what} ({until}) {t(waiting.pausesClock ? 'clocks:foreseen.paused' : 'clocks:foreseen.notPaused')}
    </Notice>
  );
}

interface FailureProps {
  failure: TimelineItem;
  allowed: readonly StaffCommandType[];
  onEdit: (failure: TimelineItem) => void;
}

/**
 * What came to nothing is told on top of the page, because what had been shown as done has just been taken back. It can be done again
 * where it is still this person's to do.
 */
export function EntryFailureNotice({ failure, allowed, onEdit }: FailureProps) {
  const { t } = useTranslation('complaint');
  const sentence = useRefusalSentence();
  const command = staffCommandOf(failure);
  const name = command ? t(`command.${command.type}`) : failure.type;
  const isRefused = failure.progress === 'refused';
  return (
    <Notice tone="danger" {...(command && allowed.includes(command.type) ? { action: t('refused.edit'), onAction: () => onEdit(failure) } : {})}>
      <strong>{t(isRefused ? 'refused.heading' : 'notSent.heading', { command: name })}</strong>{' '}
      {isRefused ? sentence(failure.reason?.code) : t('notSent.text', { code: failure.reason?.code ?? '' })}
    </Notice>
  );
}
