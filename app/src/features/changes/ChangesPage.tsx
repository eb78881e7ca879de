import '../../i18n/later-texts.ts';
import { useState } from 'react';
import type { Staff } from '@shouwen/domain/organisation/staff';
import { useTranslation } from 'react-i18next';
import { AppPage } from '../../frame/AppPage.tsx';
import { HeaderRow } from '../../frame/HeaderRow.tsx';
import { useSession } from '../../platform/session/session.ts';
import { Segments } from '../../ui/action/Segments.tsx';
import { CardColumn } from '../../ui/card/CardColumn.tsx';
import { Blank } from '../../ui/telling/Blank.tsx';
import { ChangeList } from './ChangeList.tsx';
import { readingOf, useChanges } from './change-record.ts';
import { RecordTab } from './RecordTab.tsx';

const panelId = 'changes-panel';
const tabs = ['waiting', 'all'] as const;
type Tab = (typeof tabs)[number];

/**
 * Every act of administration with before, after, reason and who; what waits for a second person is confirmed here. Heads read what is about their own units
 * (ADM-1, ADM-2, ADM-7).
 */
export function ChangesPage() {
  const { t } = useTranslation('changes');
  const staff = useSession()?.staff;
  if (!staff) return null;
  if (readingOf(staff.role) !== 'none') return <Changes staff={staff} />;
  return (
    <AppPage title={t('title')} backTo="/workbench">
      <Blank icon="warning" title={t('notYours.title')} text={t('notYours.text')} />
    </AppPage>
  );
}

function Changes({ staff }: { staff: Staff }) {
  const { t } = useTranslation('changes');
  const [tab, setTab] = useState<Tab>('waiting');
  const header = (
    <HeaderRow>
      <Segments label={t('tabs.label')} controls={panelId} segments={tabs.map((name) => ({ name, text: t(`tabs.${name}`) }))} chosen={tab} onChoose={setTab} />
    </HeaderRow>
  );
  return (
    <AppPage title={t('title')} backTo="/workbench" header={header}>
      <CardColumn id={panelId} role="tabpanel" aria-labelledby={`${panelId}-${tab}`} tabIndex={0}>
        {readingOf(staff.role) === 'ownUnits' && <p className="small-print">{t('ownUnits')}</p>}
        {tab === 'waiting' ? <WaitingTab staff={staff} /> : <RecordTab staff={staff} />}
      </CardColumn>
    </AppPage>
  );
}

function WaitingTab({ staff }: { staff: Staff }) {
  const { t } = useTranslation('changes');
  const list = useChanges({ staff, isWaiting: true, month: null });
  return <ChangeList list={list} shown={list.status === 'here' ? list.values : []} staff={staff} empty={t('empty.waiting')} />;
}
