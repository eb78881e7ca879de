import type { Assist } from '@shouwen/domain/assist/assist';
import { assistStepsAhead } from '@shouwen/domain/assist/steps-ahead';
import { numberOf } from '@shouwen/domain/kernel/number';
import { greenFlag } from '@shouwen/domain/complaint/intake/marks';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../i18n/format.ts';
import { useAskedParty } from '../../parts/assist/asked-party.ts';
import { FlagMark } from '../../parts/FlagMark.tsx';
import { AssistStateMark } from '../../parts/assist/AssistStateMark.tsx';
import { useRefusalSentence } from '../../parts/refusal-sentence.ts';
import { unitName } from '../../platform/reference/reference.ts';
import { AppLink } from '../../ui/action/AppLink.tsx';
import { Card } from '../../ui/card/Card.tsx';
import { Fact, Facts } from '../../ui/card/Facts.tsx';
import { Notice } from '../../ui/telling/Notice.tsx';

interface Props {
  assist: Assist;
  /** Whether the complaint is this person's to see. */
  hasComplaint: boolean;
  nowMs: number;
}

/** What is asked, of whom and by when, and where that stands. */
export function AssistHead({ assist, hasComplaint, nowMs }: Props) {
  const { t } = useTranslation('assist');
  const format = useFormat();
  const party = useAskedParty();
  const { state, outside, complaintId, question, acceptDueAtMs, dueAtMs } = assist;
  const isAwaited = state === 'asked' || state === 'accepted';
  const isLate = assistStepsAhead(assist).some(({ clock, dueAtMs: endMs }) => clock !== 'close' && endMs < nowMs) || (isAwaited && assist.overdues.length > 0);
  const number = t('complaint', { number: numberOf(complaintId) });
  return (
    <Card aria-live="polite">
      <p>
        {assist.isGreen && <FlagMark flag={greenFlag} />} <AssistStateMark state={state} isOutside={outside !== null} isLate={isLate} />{' '}
        {hasComplaint ? <AppLink to={`/complaint/${complaintId}`}>{number}</AppLink> : number}
      </p>
      <h2>{t('question')}</h2>
      <p className="told">{question}</p>
      <Facts>
        <Fact name={t('to')}>{party(assist)}</Fact>
        <Fact name={t('by')}>
          {assist.requesterName} · {unitName(assist.requesterUnitId)}
        </Fact>
        {state === 'asked' && acceptDueAtMs !== null && <Fact name={t('due.accept')}>{format.moment(acceptDueAtMs)}</Fact>}
        {dueAtMs !== null && isAwaited && <Fact name={t('due.answer')}>{`${format.moment(dueAtMs)} · ${format.distance(dueAtMs, nowMs)}`}</Fact>}
        {assist.assistantName !== null && <Fact name={t('assistant')}>{assist.assistantName}</Fact>}
      </Facts>
      <Ending assist={assist} />
      {assist.overdues.map(({ clock, dueAtMs: endMs, unitId }) => (
        <p key={`${clock}-${endMs}`} className="danger-text">
          {unitId === null
            ? t('overdue.outside', { moment: format.moment(endMs) })
            : t(`overdue.${clock}`, { unit: unitName(unitId), moment: format.moment(endMs) })}
        </p>
      ))}
    </Card>
  );
}

function Ending({ assist: { state, cancelled, refusalCode } }: { assist: Assist }) {
  const { t } = useTranslation('assist');
  const sentence = useRefusalSentence();
  if (state === 'refused') return <Notice tone="danger">{t('ended.refused', { reason: sentence(refusalCode ?? undefined) })}</Notice>;
  if (!cancelled) return null;
  return <Notice tone="info">{cancelled.byUid === null ? t('ended.byItself') : t('ended.cancelled', { reason: cancelled.reason })}</Notice>;
}
