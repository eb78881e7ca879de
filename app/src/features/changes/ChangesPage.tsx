import '../../i18n/later-texts.ts';
import { useState } from 'react';
import type { RecordedChange } from '@shouwen/domain/change/change';
import type { Role, Staff } from '@shouwen/domain/organisation/staff';
import { searchText } from '@shouwen/domain/kernel/simplified-text';
import { useTranslation } from 'react-i18next';
import { AppPage } from '../../frame/AppPage.tsx';
import { HeaderRow } from '../../frame/HeaderRow.tsx';
import { useSession } from '../../platform/session/session.ts';
import { Segments } from '../../ui/action/Segments.tsx';
import { CardColumn } from '../../ui/card/CardColumn.tsx';
import { CardBoundary } from '../../ui/card/CardBoundary.tsx';
import { List } from '../../ui/card/List.tsx';
import { SearchField } from '../../ui/field/SearchField.tsx';
import { Blank } from '../../ui/telling/Blank.tsx';
import { Notice } from '../../ui/telling/Notice.tsx';
import { Skeleton } from '../../ui/telling/Skeleton.tsx';
import { useChanges } from './change-record.ts';
import { ChangeCard } from './ChangeCard.tsx';

const readers: readonly Role[] = ['administrator', 'auditor', 'centreDirector', 'companyLeader', 'qualityInspector'];
const panelId = 'changes-panel';
const tabs = ['waiting', 'all', 'alone'] as const;
type Tab = (typeof tabs)[number];

/** Every act of administration with before, after, reason and who; what waits for a second person is confirmed here (ADM-1, ADM-2, ADM-7). */
export function ChangesPage() {
  const { t } = useTranslation('changes');
  const staff = useSession()?.staff;
  if (!staff) return null;
  if (readers.includes(staff.role)) return <Changes staff={staff} />;
  return (
    <AppPage title={t('title')} backTo="/workbench">
      <Blank icon="warning" title={t('notYours.title')} text={t('notYours.text')} />
    </AppPage>
  );
}

function Changes({ staff }: { staff: Staff }) {
  const { t } = useTranslation(['changes', 'shell']);
  const [tab, setTab] = useState<Tab>('waiting');
  const [typed, setTyped] = useState('');
  const list = useChanges(staff.pack);
  const header = (
    <HeaderRow>
      <Segments label={t('tabs.label')} controls={panelId} segments={tabs.map((name) => ({ name, text: t(`tabs.${name}`) }))} chosen={tab} onChoose={setTab} />
    </HeaderRow>
  );
  // What is typed narrows the record; what waits is shown whole.
  const shown = list.status === 'here' ? list.values.filter((change) => belongsTo(tab, change) && (tab === 'waiting' || isAbout(change, typed))) : [];
  return (
    <AppPage title={t('title')} backTo="/workbench" header={header}>
      <CardColumn id={panelId} role="tabpanel" aria-labelledby={`${panelId}-${tab}`} tabIndex={0}>
        {tab !== 'waiting' && <SearchField label={t('search')} value={typed} onType={setTyped} />}
        {list.status === 'loading' && <Skeleton label={t('shell:loading')} rows={4} />}
        {list.status !== 'loading' && list.status !== 'here' && <Blank icon="warning" title={t('failed.title')} text={t('failed.text')} />}
        {list.status === 'here' && list.isFromCache && <Notice tone="info">{t('cached')}</Notice>}
        {list.status === 'here' && shown.length === 0 && <Blank icon="check" title={t(`empty.${tab}`)} text="" />}
        <List isSpaced>
          {shown.map((change) => (
            <li key={change.id}>
              <CardBoundary>
                <ChangeCard change={change} staff={staff} />
              </CardBoundary>
            </li>
          ))}
        </List>
      </CardColumn>
    </AppPage>
  );
}

/** What one person did alone is what an auditor looks at first. */
function belongsTo(tab: Tab, change: RecordedChange): boolean {
  if (tab === 'waiting') return change.state === 'awaitingConfirmation';
  return tab === 'all' || (change.state === 'applied' && change.verdict === null);
}

/** Found by whoever proposed or confirmed it, whom it is about, the version, or a word of the reason. */
function isAbout(change: RecordedChange, typed: string): boolean {
  const about = change.kind === 'policy' ? [change.version ?? '', change.basedOn] : [change.targetName];
  const text = [...about, change.byName, change.verdict?.byName ?? '', change.reason].join(' ');
  return searchText(text).includes(searchText(typed));
}
