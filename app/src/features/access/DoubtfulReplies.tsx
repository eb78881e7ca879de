import type { Staff } from '@shouwen/domain/organisation/staff';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../i18n/format.ts';
import { AppLink } from '../../ui/action/AppLink.tsx';
import { Card } from '../../ui/card/Card.tsx';
import { recordsShown, useDoubtfulReplies } from './access-record.ts';
import { usePersonName } from './person-name.ts';
import { RecordList } from './RecordList.tsx';

/** RET-2: each with who knew number and phone from the record. It may be the customer's own word all the same; asking them settles it. */
export function DoubtfulReplies({ pack }: { pack: Staff['pack'] }) {
  const { t } = useTranslation('access');
  const format = useFormat();
  const nameOf = usePersonName();
  return (
    <RecordList list={useDoubtfulReplies(pack)} empty={t('empty.replies')} idOf={({ id }) => id} most={recordsShown}>
      {({ complaintId, number, type, receivedAtMs, lookedUpAtMs, openedBy }) => (
        <Card as="article" label={number}>
          <p>
            <strong>{t(`reply.${type}`)}</strong> · <AppLink to={`/complaint/${complaintId}`}>{number}</AppLink>
          </p>
          <p className="small-print">{t('said', { said: format.fullMoment(receivedAtMs), lookedUp: format.moment(lookedUpAtMs) })}</p>
          {openedBy.map(({ uid, atMs }) => (
            <p key={`${uid} ${atMs}`}>{t('openedBy', { name: nameOf(uid), moment: format.moment(atMs) })}</p>
          ))}
        </Card>
      )}
    </RecordList>
  );
}
