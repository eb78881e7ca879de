import '../../i18n/later-texts.ts';
import { useState } from 'react';
import type { Role, Staff } from '@shouwen/domain/organisation/staff';
import { useTranslation } from 'react-i18next';
import { AppPage } from '../../frame/AppPage.tsx';
import { HeaderRow } from '../../frame/HeaderRow.tsx';
import { useSession } from '../../platform/session/session.ts';
import { Segments } from '../../ui/action/Segments.tsx';
import { CardColumn } from '../../ui/card/CardColumn.tsx';
import { Blank } from '../../ui/telling/Blank.tsx';
import { AccessDays } from './AccessDays.tsx';
import { DoubtfulReplies } from './DoubtfulReplies.tsx';
import { LookupList } from './LookupList.tsx';

const readers: readonly Role[] = ['auditor', 'qualityInspector'];
const panelId = 'access-panel';
const tabs = ['replies', 'days', 'lookups'] as const;

/** Who saw whose personal data (RET-2), and which words of customers somebody of the staff could have said in their place. */
export function AccessPage() {
  const { t } = useTranslation('access');
  const staff = useSession()?.staff;
  if (!staff) return null;
  if (readers.includes(staff.role)) return <Access staff={staff} />;
  return (
    <AppPage title={t('title')} backTo="/workbench">
      <Blank icon="warning" title={t('notYours.title')} text={t('notYours.text')} />
    </AppPage>
  );
}

function Access({ staff }: { staff: Staff }) {
  const { t } = useTranslation('access');
  const [tab, setTab] = useState<(typeof tabs)[number]>('replies');
  const header = (
    <HeaderRow>
      <Segments label={t('tabs.label')} controls={panelId} segments={tabs.map((name) => ({ name, text: t(`tabs.${name}`) }))} chosen={tab} onChoose={setTab} />
    </HeaderRow>
  );
  return (
    <AppPage title={t('title')} backTo="/workbench" header={header}>
      <CardColumn id={panelId} role="tabpanel" aria-labelledby={`${panelId}-${tab}`} tabIndex={0}>
        <p className="small-print">{t(`intro.${tab}`)}</p>
        {tab === 'replies' && <DoubtfulReplies pack={staff.pack} />}
        {tab === 'days' && <AccessDays pack={staff.pack} />}
        {tab === 'lookups' && <LookupList pack={staff.pack} />}
      </CardColumn>
    </AppPage>
  );
}
