import type { ReactNode } from 'react';
import { isProved } from '@shouwen/domain/complaint/cause-proof';
import { cumulatedFen, type Refund } from '@shouwen/domain/refund/refund';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../i18n/format.ts';
import { inLanguage, useLanguage } from '../../platform/device/language.ts';
import { unitName, useReference } from '../../platform/reference/reference.ts';
import { Icon } from '../../ui/icon/Icon.tsx';
import { RefundStateMark } from '../../parts/RefundStateMark.tsx';
import { dueWords } from './due-words.ts';
import { AppLink } from '../../ui/action/AppLink.tsx';
import { Card } from '../../ui/card/Card.tsx';
import './RefundCard.css';

interface Props {
  refund: Refund;
  nowMs: number;
  withState?: boolean;
  /** Buttons below what leads to the refund. */
  children?: ReactNode;
}

/** A refund at a glance: amount largest, then customer and tier, cause and evidence, who asked, who approved before, and by when. */
export function RefundCard({ refund, nowMs, withState = false, children }: Props) {
  const { t } = useTranslation(['approvals', 'refund']);
  const format = useFormat();
  const language = useLanguage();
  const tier = useReference()?.pack.tiers.find(({ id }) => id === refund.basis?.tier)?.name;
  const approvedBy = refund.state === 'awaitingApproval' ? refund.steps.flatMap((step) => (step.state === 'approved' ? (step.decidedByName ?? []) : [])) : [];
  const due = dueWords(refund, nowMs);
  return (
    <Card as="article" className="refund-card">
      <AppLink to={`/refund/${refund.id}`}>
        <span className="amount-row">
          <span className="amount">{format.money(refund.amountFen)}</span>
          {withState && <RefundStateMark state={refund.state} />}
        </span>
        {refund.basis && (
          <span>
            <strong>{refund.basis.customerMasked.name}</strong> {refund.basis.customerMasked.phone}
            {tier && ` · ${inLanguage(tier, language)}`}
          </span>
        )}
        <span className="cause-line">{refund.basis?.causeText ?? refund.reason}</span>
        {refund.basis && refund.state === 'awaitingApproval' && (
          <span className="small-print">
            {t('refund:fact.evidence')}: {refund.basis.causeEvidence}
            {refund.basis.causeProof && isProved(refund.basis.causeProof) && ` · ${t('refund:proof.more')}`}
            {refund.basis.causeBy && ` · ${t('refund:proof.byShort', { name: refund.basis.causeBy.name })}`}
          </span>
        )}
        <span className="small-print">
          {t('by', { name: refund.requesterName, unit: unitName(refund.requesterUnitId) })} · {t(`refund:form.${refund.form}`)}
        </span>
        {refund.earlierFen > 0 && <span className="warning-text">{t('earlier', { total: format.money(cumulatedFen(refund)) })}</span>}
        {approvedBy.length > 0 && <span className="small-print">{t('approvedBefore', { names: approvedBy.join(t('andBefore')) })}</span>}
        {due && (
          <span className={due.isOver ? 'due-mark due-mark-over' : 'due-mark'}>
            <Icon name={due.isOver ? 'alert' : 'clock'} size={16} />
            {t(due.key, { distance: format.distance(due.atMs, nowMs) })}
          </span>
        )}
      </AppLink>
      {children}
    </Card>
  );
}
