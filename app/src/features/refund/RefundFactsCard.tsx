import type { Staff } from '@shouwen/domain/organisation/staff';
import { findCategory } from '@shouwen/domain/policy/category';
import { cumulatedFen, type Refund } from '@shouwen/domain/refund/refund';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../i18n/format.ts';
import { useLanguage } from '../../platform/device/language.ts';
import { named } from '../../platform/reference/named.ts';
import { unitName, useReference } from '../../platform/reference/reference.ts';
import { CauseProofLines } from '../../parts/CauseProofLines.tsx';
import { AppLink } from '../../ui/action/AppLink.tsx';
import { Card } from '../../ui/card/Card.tsx';
import { Facts, Fact } from '../../ui/card/Facts.tsx';
import './RefundFactsCard.css';

/** The request as it was made, to be read and not altered: customer, cause with evidence, reason, and what others asked for. */
export function RefundFactsCard({ refund, staff }: { refund: Refund; staff: Staff }) {
  const { t } = useTranslation('refund');
  const format = useFormat();
  const names = useNames(refund);
  const { basis } = refund;
  return (
    <Card label={t('fact.customer')}>
      {basis && (
        <>
          <Facts>
            <Fact name={t('fact.customer')}>
              {basis.customerMasked.name} <span className="number">{basis.customerMasked.phone}</span>
            </Fact>
            <Fact name={t('fact.tier')}>{names.tier}</Fact>
            <Fact name={t('fact.category')}>{names.category}</Fact>
            <Fact name={t('fact.complaint')}>
              <ComplaintLink id={refund.complaintId} number={basis.complaintNumber} />
            </Fact>
          </Facts>
          <h2>{t('fact.cause')}</h2>
          <p className="told">{basis.causeText}</p>
          <h2>{t('fact.evidence')}</h2>
          <p className="told">{basis.causeEvidence}</p>
          <CauseProofLines proof={basis.causeProof} by={basis.causeBy} isByAsker={basis.causeBy?.uid === refund.requesterUid} />
        </>
      )}
      <h2>{t('fact.reason')}</h2>
      <p className="told">{refund.reason}</p>
      <Facts>
        <Fact name={t('fact.requester')}>
          {refund.requesterUid === staff.uid ? t('entry.me') : refund.requesterName} · {unitName(refund.requesterUnitId)}
        </Fact>
        {/* Before the server has confirmed the document, it has no time of arrival. */}
        {refund.receivedAtMs > 0 && <Fact name={t('fact.requestedAt')}>{format.moment(refund.receivedAtMs)}</Fact>}
        {refund.accountNo !== null && <Fact name={t('fact.account')}>{refund.accountNo}</Fact>}
        {refund.cardSerial !== null && <Fact name={t('fact.cardSerial')}>{refund.cardSerial}</Fact>}
        {refund.execution?.cash && (
          <Fact name={t('cash.heading')}>
            {t('cash.record', {
              payee: refund.execution.cash.payeeMasked,
              paper: t(`cash.paper.${refund.execution.cash.shownPaper}`),
              voucher: refund.execution.cash.voucherNo,
            })}
          </Fact>
        )}
      </Facts>
      {basis && (
        <>
          <h2>{t('fact.earlier')}</h2>
          <p>
            {refund.earlierFen === 0
              ? t('fact.earlierNone')
              : t('fact.earlierSum', { sum: format.money(refund.earlierFen), total: format.money(cumulatedFen(refund)) })}
          </p>
        </>
      )}
    </Card>
  );
}

function ComplaintLink({ id, number }: { id: string | null; number: string }) {
  if (id === null) return <span className="number">{number}</span>;
  return (
    <AppLink className="number inline-link" to={`/complaint/${id}`}>
      {number}
    </AppLink>
  );
}

/** Names by the pack in force; one that it no longer has is shown by its id. */
function useNames({ basis }: Refund): { tier: string; category: string } {
  const language = useLanguage();
  const pack = useReference()?.pack;
  const tier = pack?.tiers.find(({ id }) => id === basis?.tier)?.name;
  const category = basis && pack ? findCategory(pack, basis.category)?.category.name : undefined;
  return basis ? { tier: named('tier', tier, language), category: named('category', category, language) } : { tier: '', category: '' };
}
