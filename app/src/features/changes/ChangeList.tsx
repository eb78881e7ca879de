import type { ReactNode } from 'react';
import type { RecordedChange } from '@shouwen/domain/change/change';
import type { Staff } from '@shouwen/domain/organisation/staff';
import { useTranslation } from 'react-i18next';
import type { FollowedList } from '../../platform/firestore/follow.ts';
import { CardBoundary } from '../../ui/card/CardBoundary.tsx';
import { List } from '../../ui/card/List.tsx';
import { Blank } from '../../ui/telling/Blank.tsx';
import { Notice } from '../../ui/telling/Notice.tsx';
import { Skeleton } from '../../ui/telling/Skeleton.tsx';
import { ChangeCard } from './ChangeCard.tsx';

interface Props {
  list: FollowedList<RecordedChange>;
  shown: readonly RecordedChange[];
  staff: Staff;
  empty: string;
  children?: ReactNode;
}

/** Changes as cards, and how their loading stands. */
export function ChangeList({ list, shown, staff, empty, children }: Props) {
  const { t } = useTranslation(['changes', 'shell']);
  return (
    <>
      {list.status === 'loading' && <Skeleton label={t('shell:loading')} rows={4} />}
      {list.status === 'failed' && <Blank icon="warning" title={t('failed.title')} text={t('failed.text')} />}
      {list.status === 'here' && list.isFromCache && <Notice tone="info">{t('cached')}</Notice>}
      {list.status === 'here' && shown.length === 0 && <Blank icon="check" title={empty} text="" />}
      <List isSpaced>
        {shown.map((change) => (
          <li key={change.id}>
            <CardBoundary>
              <ChangeCard change={change} staff={staff} />
            </CardBoundary>
          </li>
        ))}
      </List>
      {children}
    </>
  );
}
