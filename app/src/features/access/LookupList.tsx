import type { LookupRecord } from '@shouwen/domain/customer/access-record';
import type { Staff } from '@shouwen/domain/organisation/staff';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../i18n/format.ts';
import { AppLink } from '../../ui/action/AppLink.tsx';
import { Card } from '../../ui/card/Card.tsx';
import { recordsShown, useLookups } from './access-record.ts';
import { usePersonName } from './person-name.ts';
import { RecordList } from './RecordList.tsx';

/** Each question about a customer: who, when, what, and how much was found. Numbers are masked here as everywhere. */
export function LookupList({ pack }: { pack: Staff['pack'] }) {
  const { t } = useTranslation('access');
  const format = useFormat();
  const nameOf = usePersonName();
  return (
    <RecordList list={useLookups(pack)} empty={t('empty.lookups')} idOf={({ id }) => id} most={recordsShown}>
      {(lookup) => (
        <Card as="article" label={nameOf(lookup.uid)}>
          <p>
            <strong>{nameOf(lookup.uid)}</strong>
          </p>
          <p>
            <AskedAbout lookup={lookup} /> · {t('found', { count: lookup.found })}
          </p>
          <p className="small-print">{format.fullMoment(lookup.at.toMillis())}</p>
        </Card>
      )}
    </RecordList>
  );
}

function AskedAbout({ lookup: { by, phoneMasked, complaintId, accountNo } }: { lookup: LookupRecord }) {
  const { t } = useTranslation('access');
  if (by === 'complaint' && complaintId !== null) return <AppLink to={`/complaint/${complaintId}`}>{t('by.complaint')}</AppLink>;
  if (by === 'account') return <>{t('by.account', { last: (accountNo ?? '').slice(-4) })}</>;
  return <>{phoneMasked === null ? t('by.phoneUnknown') : t('by.phone', { phone: phoneMasked })}</>;
}
