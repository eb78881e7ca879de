import '../../i18n/later-texts.ts';
import { type Refund, refundNumber } from '@shouwen/domain/refund/refund';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router-dom';
import { useFormat } from '../../i18n/format.ts';
import { useLiveRefund } from '../../records/live-refund.ts';
import { unitName, useReference } from '../../platform/reference/reference.ts';
import { inLanguage, useLanguage } from '../../platform/device/language.ts';
import { AppPage } from '../../frame/AppPage.tsx';
import { CauseProofLines } from '../../parts/CauseProofLines.tsx';
import { Unreadable } from '../../parts/Unreadable.tsx';
import { Blank } from '../../ui/telling/Blank.tsx';
import { Loading } from '../../frame/Loading.tsx';
import { Card } from '../../ui/card/Card.tsx';
import { CardColumn } from '../../ui/card/CardColumn.tsx';
import { Facts, Fact } from '../../ui/card/Facts.tsx';
import { List } from '../../ui/card/List.tsx';
import { IconButton } from '../../ui/action/IconButton.tsx';
import './RefundOrderPage.css';

/** REF-5: the electronic work order that the refund clerk pays from, on one sheet to print and sign. */
export function RefundOrderPage() {
  const { id = '' } = useParams();
  const { t } = useTranslation(['refund', 'shell']);
  const live = useLiveRefund(id);
  return (
    <AppPage
      title={t('order.title')}
      backTo={`/refund/${id}`}
      actions={live.status === 'here' && <IconButton icon="print" label={t('order.print')} onClick={() => window.print()} />}
    >
      {live.status === 'loading' && <Loading rows={4} />}
      {live.status === 'absent' && <Blank icon="search" title={t('absent.title')} text={t('absent.text')} />}
      {live.status === 'unreachable' && <Blank icon="offline" title={t('unavailable.title')} text={t('unavailable.text')} />}
      {live.status === 'unreadable' && <Unreadable />}
      {live.status === 'here' && <OrderSheet refund={live.aggregate} />}
    </AppPage>
  );
}

function OrderSheet({ refund }: { refund: Refund }) {
  const { t } = useTranslation('refund');
  const format = useFormat();
  const language = useLanguage();
  const operator = useReference()?.pack.operator;
  const { basis, execution } = refund;
  return (
    <CardColumn className="refund-order">
      <Card>
        <h2>
          {operator && inLanguage(operator, language)} · {t('order.title')}
        </h2>
        <p className="amount">{format.money(refund.amountFen)}</p>
        <Facts>
          <Fact name={t('order.number')}>
            <span className="number">{refundNumber(refund.id)}</span>
          </Fact>
          {basis && <Fact name={t('fact.complaint')}>{basis.complaintNumber}</Fact>}
          {basis && (
            <Fact name={t('order.payee')}>
              {basis.customerMasked.name} {basis.customerMasked.phone}
            </Fact>
          )}
          <Fact name={t('fact.form')}>{t(`form.${refund.form}`)}</Fact>
          {refund.accountNo !== null && <Fact name={t('fact.account')}>{refund.accountNo}</Fact>}
          {refund.cardSerial !== null && <Fact name={t('fact.cardSerial')}>{refund.cardSerial}</Fact>}
          <Fact name={t('fact.requester')}>
            {refund.requesterName} · {unitName(refund.requesterUnitId)}
          </Fact>
          <Fact name={t('fact.requestedAt')}>{format.fullMoment(refund.receivedAtMs)}</Fact>
        </Facts>
        {basis && (
          <>
            <h2>{t('fact.cause')}</h2>
            <p className="told">{basis.causeText}</p>
            <CauseProofLines proof={basis.causeProof} by={basis.causeBy} />
          </>
        )}
        <h2>{t('fact.reason')}</h2>
        <p className="told">{refund.reason}</p>
        <h2>{t('order.approvals')}</h2>
        <List>
          {refund.steps.flatMap((step) =>
            step.state === 'approved' && step.decidedAtMs !== null ? (
              <li key={step.decidedAtMs}>
                {step.forName === null ? step.decidedByName : t('chain.forOther', { name: step.decidedByName ?? '', other: step.forName })} ·{' '}
                {unitName(step.unitId)} · {format.fullMoment(step.decidedAtMs)}
              </li>
            ) : (
              []
            ),
          )}
          {refund.steps.length === 0 && <li>{refund.requesterName}</li>}
        </List>
        <Facts>
          <Fact name={t('order.payer')}>{execution ? `${execution.byName} · ${format.fullMoment(execution.atMs)}` : '____________'}</Fact>
          <Fact name={t('order.signature')}>____________</Fact>
          <Fact name={t('order.signedAt')}>____________</Fact>
        </Facts>
        <p className="small-print">{t('order.about')}</p>
      </Card>
    </CardColumn>
  );
}
