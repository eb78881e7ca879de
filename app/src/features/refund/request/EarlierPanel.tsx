import type { Complaint } from '@shouwen/domain/complaint/complaint';
import type { Pack } from '@shouwen/domain/policy/pack';
import { earlierRequests } from '@shouwen/domain/refund/cumulate';
import { type Refund, untouchedRefund } from '@shouwen/domain/refund/refund';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../i18n/format.ts';
import { nowMs } from '../../../platform/device/clock.ts';
import type { EarlierRefunds } from './earlier-refunds.ts';
import { Card } from '../../../ui/card/Card.tsx';
import { List } from '../../../ui/card/List.tsx';

type About = Pick<Complaint, 'id' | 'category'>;

/** REF-4: what others have asked for already that belongs together with it. Where it cannot be known, that is said. */
export function EarlierPanel({ complaint, earlier, pack }: { complaint: About; earlier: EarlierRefunds; pack: Pack }) {
  const { t } = useTranslation('refund');
  const format = useFormat();
  if (earlier.status === 'loading') return null;
  const counted = countedOf(complaint, earlier, pack);
  const title = t('request.earlier', { days: pack.refunds.cumulateDays });
  return (
    <Card title={title}>
      {earlier.status === 'unknown' && <p>{t('request.earlierUnknown')}</p>}
      {earlier.status === 'known' && counted.length === 0 && <p>{t('request.earlierNone')}</p>}
      <List>
        {counted.map(({ id, amountFen, requesterName, receivedAtMs, state }) => (
          <li key={id}>
            {t('request.earlierRow', {
              amount: format.money(amountFen),
              name: requesterName,
              moment: format.moment(receivedAtMs),
              state: t(`state.${state}`),
            })}
          </li>
        ))}
      </List>
    </Card>
  );
}

/** What the requests that the phone knows of add to the one being typed. */
export function earlierFenOf(complaint: About, earlier: EarlierRefunds, pack: Pack): number {
  return countedOf(complaint, earlier, pack).reduce((sum, { amountFen }) => sum + amountFen, 0);
}

/** The one being typed counts as asked for now. */
function countedOf({ id: complaintId, category }: About, earlier: EarlierRefunds, pack: Pack): readonly Refund[] {
  if (earlier.status !== 'known') return [];
  const about = { complaintId, accountNo: null, basis: { customerKey: earlier.customerKey, category } };
  const typed = { ...untouchedRefund, ...about, id: '', amountFen: 0, receivedAtMs: nowMs() };
  const { ids } = earlierRequests(typed, earlier.refunds, pack);
  return earlier.refunds.filter(({ id }) => ids.includes(id));
}
