import type { Pack } from '@shouwen/domain/policy/pack';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../i18n/format.ts';
import type { RelatedRefunds } from '../../records/related-refunds.ts';
import { Card } from '../../ui/card/Card.tsx';
import { List } from '../../ui/card/List.tsx';

/** As many as somebody reads before they decide; the sum is told of all of them. */
const mostShown = 20;

/** REF-4: what else is asked for or paid of the same complaint, customer, account or requester. Where it cannot be known, that is said. */
export function RelatedPanel({ related, pack }: { related: RelatedRefunds; pack: Pack }) {
  const { t } = useTranslation('refund');
  const format = useFormat();
  if (related.status === 'loading') return null;
  const title = t('related.title', { days: pack.refunds.cumulateDays });
  if (related.status !== 'known') {
    return (
      <Card title={title}>
        <p>{t('related.unknown')}</p>
      </Card>
    );
  }
  const all = related.related;
  const totalFen = all.reduce((sum, { amountFen }) => sum + amountFen, 0);
  return (
    <Card title={title}>
      {all.length === 0 && <p>{t('related.none')}</p>}
      {all.length > 0 && <p>{t('related.total', { count: all.length, total: format.money(totalFen), counted: format.money(related.earlierFen) })}</p>}
      <List>
        {all.slice(0, mostShown).map((one) => (
          <li key={one.id}>
            <p>
              {t('related.row', {
                amount: format.money(one.amountFen),
                name: one.requesterName,
                moment: format.moment(one.requestedAtMs),
                state: t(`state.${one.state}`),
              })}
            </p>
            <p className="small-print">
              {[...one.ties.map((tie) => t(`related.tie.${tie}`)), ...(one.isSelfApproved ? [t('related.selfApproved')] : [])].join(' · ')}
            </p>
          </li>
        ))}
      </List>
      {all.length > mostShown && <p className="small-print">{t('related.more', { count: all.length - mostShown })}</p>}
    </Card>
  );
}
