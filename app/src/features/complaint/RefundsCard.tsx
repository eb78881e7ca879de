import '../../i18n/later-texts.ts';
import type { Complaint } from '@shouwen/domain/complaint/complaint';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../i18n/format.ts';
import { AppLink } from '../../ui/action/AppLink.tsx';
import { ButtonLink } from '../../ui/action/ButtonLink.tsx';
import { Card } from '../../ui/card/Card.tsx';
import { List } from '../../ui/card/List.tsx';

/** The refunds of this complaint with where each stands, newest first, and the way to ask for one. */
export function RefundsCard({ complaint: { id, refunds }, mayAsk }: { complaint: Complaint; mayAsk: boolean }) {
  const { t } = useTranslation('refund');
  const format = useFormat();
  if (refunds.length === 0 && !mayAsk) return null;
  return (
    <Card title={t('ofComplaint.heading')}>
      {refunds.length === 0 && <p>{t('ofComplaint.none')}</p>}
      <List className="links">
        {[...refunds].reverse().map(({ refundId, amountFen, form, standing, atMs }) => (
          <li key={refundId}>
            <AppLink to={`/refund/${refundId}`}>
              {format.money(amountFen)} · {t(`ofComplaint.form.${form}`)} · {t(`ofComplaint.standing.${standing}`)}
            </AppLink>
            <p className="small-print">{format.moment(atMs)}</p>
          </li>
        ))}
      </List>
      {mayAsk && <ButtonLink to={`/complaint/${id}/refund`}>{t('ofComplaint.ask')}</ButtonLink>}
    </Card>
  );
}
