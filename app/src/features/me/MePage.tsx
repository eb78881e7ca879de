import { boardRoles } from '@shouwen/domain/board/board';
import type { Role } from '@shouwen/domain/organisation/staff';
import { useTranslation } from 'react-i18next';
import { install, useInstallState } from '../../platform/device/app-install.ts';
import { inLanguage, useLanguage } from '../../platform/device/language.ts';
import { useOutbox } from '../../platform/outbox/outbox.ts';
import { useReference } from '../../platform/reference/reference.ts';
import { useSession } from '../../platform/session/session.ts';
import { appVersion } from './version.ts';
import { AppPage } from '../../frame/AppPage.tsx';
import { RefundsEntry } from '../../parts/RefundsEntry.tsx';
import { DeputyCard } from './DeputyCard.tsx';
import { DutySwitch } from './DutySwitch.tsx';
import { PushCard } from './PushCard.tsx';
import { SignOutButton } from './SignOutButton.tsx';
import { StorageCard } from './StorageCard.tsx';
import { Button } from '../../ui/action/Button.tsx';
import { LanguageChips } from '../../parts/LanguageChips.tsx';
import { Card } from '../../ui/card/Card.tsx';
import { EntryCard } from '../../ui/card/LinkCard.tsx';
import { CardColumn } from '../../ui/card/CardColumn.tsx';
import './MePage.css';

export function MePage() {
  const { t } = useTranslation('me');
  const session = useSession();
  return (
    <AppPage title={t('title')} tabs>
      {session && (
        <CardColumn className="me">
          <Who />
          <DutySwitch staff={session.staff} />
          <RefundsEntry whenIdle="shown" />
          <DeputyCard staff={session.staff} />
          <OutboxEntry />
          <OversightEntries />
          <MoneyEntries />
          <PushCard uid={session.staff.uid} />
          <LanguageCard />
          <StorageCard />
          <InstallCard />
          <SignOutButton uid={session.staff.uid} />
          <p className="me-version">{t('version', { version: appVersion })}</p>
        </CardColumn>
      )}
    </AppPage>
  );
}

function Who() {
  const { t } = useTranslation(['me', 'vocabulary']);
  const staff = useSession()?.staff;
  const reader = useLanguage();
  const unit = useReference()?.units.get(staff?.unitId ?? '');
  if (!staff) return null;
  return (
    <Card className="me-who" title={reader === 'en' ? staff.nameEn : staff.name}>
      <p>{[unit ? inLanguage(unit.name, reader) : staff.unitId, t(`vocabulary:role.${staff.role}`)].join(' · ')}</p>
      <p>{t('me:staffNumber', { number: staff.staffNumber })}</p>
    </Card>
  );
}

function OutboxEntry() {
  const { t } = useTranslation('me');
  const { items } = useOutbox();
  return <EntryCard to="/outbox" icon="send" title={t('outbox')} text={items.length === 0 ? t('outboxEmpty') : t('outboxCount', { count: items.length })} />;
}

const policyRoles: readonly Role[] = ['administrator', 'auditor', 'centreDirector', 'companyLeader', 'qualityInspector'];
const scheduleRoles: readonly Role[] = ['unitHead', 'departmentHead', 'centreDirector', 'companyLeader', 'administrator'];

/** The ways to the board, the rules and the schedule's dry run, for those who direct others. */
function OversightEntries() {
  const { t } = useTranslation('me');
  const role = useSession()?.staff.role;
  if (!role) return null;
  return (
    <>
      {boardRoles.includes(role) && <EntryCard icon="worklist" to="/board" title={t('board')} text={t('boardText')} />}
      {policyRoles.includes(role) && <EntryCard icon="worklist" to="/policy" title={t('policy')} text={t('policyText')} />}
      {scheduleRoles.includes(role) && <EntryCard icon="worklist" to="/schedule" title={t('schedule')} text={t('scheduleText')} />}
    </>
  );
}

const closureRoles: readonly Role[] = ['outletClerk', 'outletManager', 'refundClerk', 'centreDirector', 'unitHead', 'companyLeader', 'auditor'];
const booksRoles: readonly Role[] = ['auditor', 'refundClerk', 'centreDirector', 'companyLeader'];

/** The ways to closings and to the books, for those whose work they are. */
function MoneyEntries() {
  const { t } = useTranslation('me');
  const role = useSession()?.staff.role;
  const keepsAccounts = useReference()?.pack.closures !== null;
  if (!role) return null;
  return (
    <>
      {keepsAccounts && closureRoles.includes(role) && <EntryCard icon="worklist" to="/closures" title={t('closures')} text={t('closuresText')} />}
      {booksRoles.includes(role) && <EntryCard icon="worklist" to="/books" title={t('books')} text={t('booksText')} />}
    </>
  );
}

function LanguageCard() {
  const { t } = useTranslation('me');
  return (
    <Card title={t('language')}>
      <LanguageChips />
    </Card>
  );
}

function InstallCard() {
  const { t } = useTranslation('me');
  const state = useInstallState();
  if (state === 'installed') return null;
  return (
    <Card title={t('install.title')}>
      <p>{t('install.text')}</p>
      {state === 'offered' ? <Button onClick={() => void install()}>{t('install.install')}</Button> : <p>{t('install.byMenu')}</p>}
    </Card>
  );
}
