import '../../i18n/later-texts.ts';
import { useState } from 'react';
import type { Assist } from '@shouwen/domain/assist/assist';
import { arbiterRoles } from '@shouwen/domain/assist/relation';
import { numberOf } from '@shouwen/domain/kernel/number';
import type { Staff } from '@shouwen/domain/organisation/staff';
import { greenFlag } from '@shouwen/domain/complaint/intake/marks';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'react-router-dom';
import { AppPage } from '../../frame/AppPage.tsx';
import { HeaderRow } from '../../frame/HeaderRow.tsx';
import { Loading } from '../../frame/Loading.tsx';
import { useFormat } from '../../i18n/format.ts';
import { useAskedParty } from '../../parts/assist/asked-party.ts';
import { FlagMark } from '../../parts/FlagMark.tsx';
import { AssistStateMark } from '../../parts/assist/AssistStateMark.tsx';
import { useNow } from '../../parts/use-now.ts';
import { useConnectivity } from '../../platform/device/connectivity.ts';
import { useSession } from '../../platform/session/session.ts';
import { type AssistList, assistLists, assistsShown, useLiveAssists } from '../../records/assist/live-assist.ts';
import { Segments } from '../../ui/action/Segments.tsx';
import { CardBoundary } from '../../ui/card/CardBoundary.tsx';
import { CardColumn } from '../../ui/card/CardColumn.tsx';
import { LinkCard } from '../../ui/card/LinkCard.tsx';
import { List } from '../../ui/card/List.tsx';
import { Blank } from '../../ui/telling/Blank.tsx';
import { Notice } from '../../ui/telling/Notice.tsx';
import './AssistsPage.css';

const listId = 'assist-list';

/** What this unit is asked to assist with, what one has asked of others, and, for customer service, what units refuse. */
export function AssistsPage() {
  const session = useSession();
  return session && <AssistsOf staff={session.staff} />;
}

function AssistsOf({ staff }: { staff: Staff }) {
  const { t } = useTranslation('assist');
  const lists = assistLists.filter((list) => list !== 'toArbitrate' || arbiterRoles.includes(staff.role));
  const named = new URLSearchParams(useLocation().search).get('list');
  const [chosen, setChosen] = useState<AssistList>(lists.find((list) => list === named) ?? 'toDo');
  const header = (
    <HeaderRow>
      <Segments
        label={t('list.label')}
        controls={listId}
        segments={lists.map((name) => ({ name, text: t(`list.${name}`) }))}
        chosen={chosen}
        onChoose={setChosen}
      />
    </HeaderRow>
  );
  return (
    <AppPage title={t('title')} backTo="/workbench" header={header}>
      <CardColumn id={listId} role="tabpanel" aria-labelledby={`${listId}-${chosen}`}>
        <ListContent key={chosen} list={chosen} staff={staff} />
      </CardColumn>
    </AppPage>
  );
}

function ListContent({ list, staff }: { list: AssistList; staff: Staff }) {
  const { t } = useTranslation(['assist', 'shell']);
  const { online } = useConnectivity();
  const live = useLiveAssists(list, staff);
  if (live.status === 'loading') return <Loading rows={4} />;
  if (live.status !== 'here')
    return <Blank icon="warning" title={t('failed.title')} text={t('failed.text')} action={t('shell:retry')} onAction={() => location.reload()} />;
  return (
    <>
      {live.isFromCache && !online && <Notice tone="info">{t('cached')}</Notice>}
      {live.values.length === 0 && <Blank icon="check" title={t(`empty.${list}.title`)} text={t(`empty.${list}.text`)} />}
      <List isSpaced>
        {greenFirst(live.values).map((assist) => (
          <li key={assist.id}>
            <CardBoundary>
              <AssistRow assist={assist} />
            </CardBoundary>
          </li>
        ))}
      </List>
      {live.values.length === assistsShown && <p className="small-print">{t('newest', { count: assistsShown })}</p>}
    </>
  );
}

/** GRN-1: what goes by the green channel comes first. */
function greenFirst(assists: readonly Assist[]): readonly Assist[] {
  return assists.toSorted((one, other) => Number(other.isGreen) - Number(one.isGreen));
}

/** One assist in a list: what is asked, of whom, and by when. */
function AssistRow({ assist }: { assist: Assist }) {
  const { t } = useTranslation('assist');
  const format = useFormat();
  const party = useAskedParty();
  const now = useNow();
  const { state, outside, dueAtMs, isAwaited } = assist;
  return (
    <LinkCard className="assist-row" to={`/assist/${assist.id}`}>
      <span className="assist-row-head">
        <strong>{party(assist)}</strong>
        <span>
          {assist.isGreen && <FlagMark flag={greenFlag} />}{' '}
          <AssistStateMark state={state} isOutside={outside !== null} isLate={isAwaited && dueAtMs !== null && dueAtMs < now} />
        </span>
      </span>
      <span className="assist-row-question">{assist.question}</span>
      <small>
        {t('complaint', { number: numberOf(assist.complaintId) })}
        {isAwaited && dueAtMs !== null && ` · ${t('ofComplaint.due', { moment: format.moment(dueAtMs) })}`}
      </small>
    </LinkCard>
  );
}
