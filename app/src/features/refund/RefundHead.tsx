import type { Staff } from '@shouwen/domain/organisation/staff';
import { limitFenOf } from '@shouwen/domain/refund/chain';
import { openApprovalOf, type Refund } from '@shouwen/domain/refund/refund';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../i18n/format.ts';
import { type SeenFacts, standsInFor } from '../../records/allowed-refund-commands.ts';
import { usePackOf } from '../../records/earlier-packs.ts';
import { Icon } from '../../ui/icon/Icon.tsx';
import { Notice } from '../../ui/telling/Notice.tsx';
import { RefundStateMark } from '../../parts/RefundStateMark.tsx';
import { useRefundRefusal } from '../../parts/RefundOutcome.tsx';
import { Card } from '../../ui/card/Card.tsx';
import './RefundHead.css';

interface Props {
  refund: Refund;
  staff: Staff;
  known: SeenFacts | null;
  nowMs: number;
}

/** The amount first and largest, then where it stands and by when, and what this person may decide alone. */
export function RefundHead({ refund, staff, known, nowMs }: Props) {
  const { t } = useTranslation('refund');
  const format = useFormat();
  const refusal = useRefundRefusal();
  const absent = known && standsInFor(refund, staff, known, nowMs);
  const pack = usePackOf(refund.packVersion);
  const limitFen = known && pack && limitFenOf(staff, pack, known.units);
  return (
    <Card label={t('title')}>
      <p className="amount">{format.money(refund.amountFen)}</p>
      <p className="button-row">
        <RefundStateMark state={refund.state} /> <span>{t(`form.${refund.form}`)}</span>
      </p>
      <DueLine refund={refund} nowMs={nowMs} />
      {refund.refusalCode !== null && (
        <Notice tone="danger">
          <strong>{t('refusedAtOnce')}</strong> {refusal({ code: refund.refusalCode })}
        </Notice>
      )}
      {refund.closureId !== null && <p className="small-print">{t('fact.closure')}</p>}
      {absent !== null && <p className="warning-text">{t('standingFor', { name: absent })}</p>}
      {refund.state === 'awaitingApproval' && known && absent === null && (
        <p className="small-print">
          {t('fact.myLimit')}: {limitFen === null ? t('fact.unlimited') : limitFen === 0 ? t('fact.noLimit') : format.money(limitFen)}
        </p>
      )}
    </Card>
  );
}

/** REF-6: until when the open step is decided, or, once approved, by when the law wants the money paid. */
function DueLine({ refund, nowMs }: { refund: Refund; nowMs: number }) {
  const { t } = useTranslation('refund');
  const format = useFormat();
  const { dueAtMs, state } = refund;
  if (dueAtMs === null || (state !== 'awaitingApproval' && state !== 'approved')) return null;
  const isOver = dueAtMs < nowMs;
  const isLast = refund.steps.at(-1) === openApprovalOf(refund);
  const decide = isLast ? (isOver ? 'due.decideLastOver' : 'due.decideLast') : isOver ? 'due.decideOver' : 'due.decide';
  const key = state === 'approved' ? (isOver ? 'due.payOver' : 'due.pay') : decide;
  return (
    <p className={isOver ? 'danger-text due-line' : 'due-line'}>
      <Icon name={isOver ? 'alert' : 'clock'} size={20} />
      <span>{t(key, { moment: format.moment(dueAtMs), day: format.day(dueAtMs), distance: format.distance(dueAtMs, nowMs) })}</span>
    </p>
  );
}
