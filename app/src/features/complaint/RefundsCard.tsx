import '../../i18n/later-texts.ts';
import type { MouseEvent } from 'react';
import { useIonRouter } from '@ionic/react';
import type { Complaint } from '@shouwen/domain/complaint/complaint';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../i18n/format.ts';

/** The refunds of this complaint with where each stands, newest first, and the way to ask for one. */
export function RefundsCard({ complaint: { id, refunds }, mayAsk }: { complaint: Complaint; mayAsk: boolean }) {
  const { t } = useTranslation('refund');
  const format = useFormat();
  const router = useIonRouter();
  if (refunds.length === 0 && !mayAsk) return null;
  const go = (event: MouseEvent, path: string): void => {
    if (event.metaKey || event.ctrlKey) return;
    event.preventDefault();
    router.push(path, 'forward');
  };
  const askPath = `/complaint/${id}/refund`;
  return (
    <section className="panel" aria-label={t('ofComplaint.heading')}>
      <h2>{t('ofComplaint.heading')}</h2>
      {refunds.length === 0 && <p>{t('ofComplaint.none')}</p>}
      <ul className="links">
        {[...refunds].reverse().map(({ refundId, amountFen, form, standing, atMs }) => (
          <li key={refundId}>
            <a href={`/refund/${refundId}`} onClick={(event) => go(event, `/refund/${refundId}`)}>
              {format.money(amountFen)} · {t(`ofComplaint.form.${form}`)} · {t(`ofComplaint.standing.${standing}`)}
            </a>
            <p className="small-print">{format.moment(atMs)}</p>
          </li>
        ))}
      </ul>
      {mayAsk && (
        <a className="push-button" href={askPath} onClick={(event) => go(event, askPath)}>
          {t('ofComplaint.ask')}
        </a>
      )}
    </section>
  );
}
