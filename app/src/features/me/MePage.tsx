import './me.css';
import type { ReactNode } from 'react';
import { boardRoles } from '@shouwen/domain/board/board';
import type { Role } from '@shouwen/domain/organisation/staff';
import { useTranslation } from 'react-i18next';
import { install, useInstallState } from '../../platform/device/app-install.ts';
import { inLanguage, useLanguage } from '../../platform/device/language.ts';
import { useOutbox } from '../../platform/outbox/outbox.ts';
import { useReference } from '../../platform/reference/reference.ts';
import { useSession } from '../../platform/session/session.ts';
import { appVersion } from './version.ts';
import { AppLink } from '../../ui/action/AppLink.tsx';
import { AppPage } from '../../frame/AppPage.tsx';
import { Icon } from '../../ui/icon/Icon.tsx';
import { RefundsEntry } from '../../parts/RefundsEntry.tsx';
import { DeputyCard } from './DeputyCard.tsx';
import { DutySwitch } from './DutySwitch.tsx';
import { PushCard } from './PushCard.tsx';
import { SignOutButton } from './SignOutButton.tsx';
import { StorageCard } from './StorageCard.tsx';
import { Button } from '../../ui/action/Button.tsx';
import { LanguageChips } from '../../parts/LanguageChips.tsx';

export function MePage() {
  const { t } = useTranslation('me');
  const session = useSession();
  return (
    <AppPage title={t('title')} tabs>
      {session && (
        <div className="me">
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
        </div>
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
    <section className="me-card me-who">
      <h2>{reader === 'en' ? staff.nameEn : staff.name}</h2>
      <p>{[unit ? inLanguage(unit.name, reader) : staff.unitId, t(`vocabulary:role.${staff.role}`)].join(' · ')}</p>
      <p>{t('me:staffNumber', { number: staff.staffNumber })}</p>
    </section>
  );
}

function OutboxEntry() {
  const { t } = useTranslation('me');
  const { items } = useOutbox();
  return (
    <AppLink className="me-card me-line" to="/outbox">
      <Icon name="send" />
      <span>
        <strong>{t('outbox')}</strong>
        <small>{items.length === 0 ? t('outboxEmpty') : t('outboxCount', { count: items.length })}</small>
      </span>
      <Icon name="next" size={20} />
    </AppLink>
  );
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
      {boardRoles.includes(role) && <PageEntry to="/board" title={t('board')} text={t('boardText')} />}
      {policyRoles.includes(role) && <PageEntry to="/policy" title={t('policy')} text={t('policyText')} />}
      {scheduleRoles.includes(role) && <PageEntry to="/schedule" title={t('schedule')} text={t('scheduleText')} />}
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
      {keepsAccounts && closureRoles.includes(role) && <PageEntry to="/closures" title={t('closures')} text={t('closuresText')} />}
      {booksRoles.includes(role) && <PageEntry to="/books" title={t('books')} text={t('booksText')} />}
    </>
  );
}

function PageEntry({ to, title, text }: { to: string; title: string; text: string }) {
  return (
    <AppLink className="me-card me-line" to={to}>
      <Icon name="worklist" />
      <span>
        <strong>{title}</strong>
        <small>{text}</small>
      </span>
      <Icon name="next" size={20} />
    </AppLink>
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

function Card({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="me-card">
      <h2>{title}</h2>
      {children}
    </section>
  );
}
