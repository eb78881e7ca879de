import '../../i18n/later-texts.ts';
import { useState } from 'react';
import type { Staff } from '@shouwen/domain/organisation/staff';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'react-router-dom';
import { useConnectivity } from '../../platform/device/connectivity.ts';
import { type RefundList, refundsShown, useLiveRefunds } from '../../records/live-refunds.ts';
import { useSession } from '../../platform/session/session.ts';
import { AppPage } from '../../frame/AppPage.tsx';
import { Blank } from '../../ui/telling/Blank.tsx';
import { Notice } from '../../ui/telling/Notice.tsx';
import { Segments } from '../../ui/action/Segments.tsx';
import { Loading } from '../../frame/Loading.tsx';
import { ReadList } from './ReadList.tsx';
import { WaitingList } from './WaitingList.tsx';
import { CardColumn } from '../../ui/card/CardColumn.tsx';
import { HeaderRow } from '../../frame/HeaderRow.tsx';

const listId = 'refund-list';

/** The refunds that wait for this person, that their unit has to pay, and that they asked for. */
export function ApprovalsPage() {
  const session = useSession();
  return session && <ApprovalsOf staff={session.staff} />;
}

function ApprovalsOf({ staff }: { staff: Staff }) {
  const { t } = useTranslation('approvals');
  const { online } = useConnectivity();
  const isClerk = staff.role === 'refundClerk';
  const lists: RefundList[] = isClerk ? ['toPay', 'waiting', 'mine'] : ['waiting', 'mine'];
  const named = new URLSearchParams(useLocation().search).get('list');
  const [chosen, setChosen] = useState<RefundList>(lists.find((list) => list === named) ?? (isClerk ? 'toPay' : 'waiting'));
  const live = useLiveRefunds(chosen, staff);
  const count = live.status === 'here' ? live.values.length : 0;
  const segments = lists.map((name) => ({
    name,
    text: t(name),
    ...(name === chosen && count > 0 ? { count: `${count}${count === refundsShown ? '+' : ''}` } : {}),
  }));
  return (
    <AppPage
      title={t('title')}
      backTo="/workbench"
      header={
        <>
          <HeaderRow>
            <Segments label={t('segments')} controls={listId} segments={segments} chosen={chosen} onChoose={setChosen} />
          </HeaderRow>
          {!online && <Notice tone="info">{t('offline')}</Notice>}
        </>
      }
    >
      <CardColumn id={listId} role="tabpanel" aria-labelledby={`${listId}-${chosen}`}>
        <ListContent key={chosen} list={chosen} live={live} staff={staff} />
      </CardColumn>
    </AppPage>
  );
}

function ListContent({ list, live, staff }: { list: RefundList; live: ReturnType<typeof useLiveRefunds>; staff: Staff }) {
  const { t } = useTranslation(['approvals', 'shell']);
  if (live.status !== 'here') {
    return live.status === 'loading' ? (
      <Loading rows={4} />
    ) : (
      <Blank icon="warning" title={t('failed.title')} text={t('failed.text')} action={t('shell:retry')} onAction={() => location.reload()} />
    );
  }
  if (list === 'waiting') return <WaitingList refunds={live.values} staff={staff} />;
  if (live.values.length === 0) return <Blank icon="inbox" title={t(`empty.${list}.title`)} text={t(`empty.${list}.text`)} />;
  return <ReadList list={list} refunds={live.values} />;
}
