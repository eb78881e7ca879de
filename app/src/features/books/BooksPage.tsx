import '../../i18n/later-texts.ts';
import { useState } from 'react';
import type { Role, Staff } from '@shouwen/domain/organisation/staff';
import { useTranslation } from 'react-i18next';
import { useChecks } from './read-books.ts';
import { useSession } from '../../platform/session/session.ts';
import { AppPage } from '../../frame/AppPage.tsx';
import { Blank } from '../../ui/telling/Blank.tsx';
import { Segments } from '../../ui/action/Segments.tsx';
import { AlarmNotice, DailyChecks } from './DailyChecks.tsx';
import { StatementTab } from './StatementTab.tsx';
import { CardColumn } from '../../ui/card/CardColumn.tsx';
import { HeaderRow } from '../../frame/HeaderRow.tsx';

const roles: readonly Role[] = ['auditor', 'refundClerk', 'centreDirector', 'companyLeader'];
const panelId = 'books-panel';
const tabs = ['statement', 'daily'] as const;

/** The books for those who pay, direct or audit: statements, and whether everything adds up (REF-8). */
export function BooksPage() {
  const { t } = useTranslation('books');
  const staff = useSession()?.staff;
  if (!staff) return null;
  if (roles.includes(staff.role)) return <Books staff={staff} />;
  return (
    <AppPage title={t('title')} backTo="/workbench">
      <Blank icon="warning" title={t('notYours.title')} text={t('notYours.text')} />
    </AppPage>
  );
}

function Books({ staff }: { staff: Staff }) {
  const { t } = useTranslation('books');
  const [tab, setTab] = useState<(typeof tabs)[number]>('statement');
  const checks = useChecks(staff.pack);
  const header = (
    <>
      <HeaderRow>
        <Segments
          label={t('tabs.label')}
          controls={panelId}
          segments={tabs.map((name) => ({ name, text: t(`tabs.${name}`) }))}
          chosen={tab}
          onChoose={setTab}
        />
      </HeaderRow>
      <AlarmNotice checks={checks} />
    </>
  );
  return (
    <AppPage title={t('title')} backTo="/workbench" header={header}>
      <CardColumn id={panelId} role="tabpanel" aria-labelledby={`${panelId}-${tab}`}>
        {/* What was looked up is kept while the other tab is shown. */}
        <div hidden={tab !== 'statement'}>
          <StatementTab staff={staff} />
        </div>
        {tab === 'daily' && <DailyChecks checks={checks} />}
      </CardColumn>
    </AppPage>
  );
}
