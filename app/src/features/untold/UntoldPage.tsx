import '../../i18n/later-texts.ts';
import { useEffect, useState } from 'react';
import { complaintFromStored } from '@shouwen/domain/complaint/stored';
import type { Complaint } from '@shouwen/domain/complaint/complaint';
import { useTranslation } from 'react-i18next';
import { AppPage } from '../../frame/AppPage.tsx';
import { Loading } from '../../frame/Loading.tsx';
import { ComplaintCard } from '../../parts/ComplaintCard.tsx';
import { useMessageWording } from '../../parts/telling/message-wording.ts';
import { type FollowedList, followQuery } from '../../platform/firestore/follow.ts';
import { rowOf } from '../../platform/rows/row.ts';
import { useCustomerMessages } from '../../records/customer-messages.ts';
import { useSession } from '../../platform/session/session.ts';
import { CardColumn } from '../../ui/card/CardColumn.tsx';
import { List } from '../../ui/card/List.tsx';
import { Blank } from '../../ui/telling/Blank.tsx';
import { Notice } from '../../ui/telling/Notice.tsx';

const most = 50;

/** TEL-5: one's own answers that their customers do not know of yet, the oldest first. */
export function UntoldPage() {
  const { t } = useTranslation(['board', 'shell']);
  const uid = useSession()?.staff.uid;
  const live = useUntold(uid);
  return (
    <AppPage title={t('untold.title')} backTo="/workbench">
      <CardColumn>
        <p className="small-print">{t('untold.intro')}</p>
        {live.status === 'loading' && <Loading rows={4} />}
        {live.status === 'failed' && (
          <Blank icon="warning" title={t('list.failed.title')} text={t('list.failed.text')} action={t('shell:retry')} onAction={() => location.reload()} />
        )}
        {live.status === 'here' && live.isFromCache && <Notice tone="info">{t('list.cached')}</Notice>}
        {live.status === 'here' && live.values.length === 0 && <Blank icon="check" title={t('untold.empty.title')} text={t('untold.empty.text')} />}
        {live.status === 'here' && live.values.length > 0 && (
          <List isSpaced>
            {live.values.map((complaint) => (
              <li key={complaint.id}>
                <ComplaintCard row={rowOf(complaint)} />
                <LatestMessage complaintId={complaint.id} />
              </li>
            ))}
          </List>
        )}
      </CardColumn>
    </AppPage>
  );
}

/** What became of the latest message about it, where there is one: what failed needs a call. */
function LatestMessage({ complaintId }: { complaintId: string }) {
  const list = useCustomerMessages(complaintId);
  const wording = useMessageWording();
  const [latest] = list.status === 'here' ? list.values : [];
  return latest ? <p className="small-print">{wording(latest)}</p> : null;
}

function useUntold(uid: string | undefined): FollowedList<Complaint> {
  const [live, setLive] = useState<FollowedList<Complaint>>({ status: 'loading' });
  useEffect(() => {
    if (uid === undefined) return undefined;
    return followQuery(
      ({ db, api }) =>
        api.query(
          api.collection(db, 'complaints'),
          api.where('people', 'array-contains', uid),
          api.where('handlerUid', '==', uid),
          api.where('state', '==', 'answered'),
          api.where('told', '==', null),
          api.orderBy('answeredAt', 'asc'),
          api.limit(most),
        ),
      complaintFromStored,
      setLive,
    );
  }, [uid]);
  return live;
}
