import { useTranslation } from 'react-i18next';
import { install, useInstallState } from '../../platform/device/app-install.ts';
import { inLanguage, useLanguage } from '../../platform/device/language.ts';
import { useReference } from '../../platform/reference/reference.ts';
import { useSession } from '../../platform/session/session.ts';
import { appVersion } from './version.ts';
import { AppPage } from '../../frame/AppPage.tsx';
import { DeputyCard } from './DeputyCard.tsx';
import { DutyCard } from './DutyCard.tsx';
import { LockCard } from './LockCard.tsx';
import { PushCard } from './PushCard.tsx';
import { SignOutButton } from './SignOutButton.tsx';
import { StorageCard } from './StorageCard.tsx';
import { Button } from '../../ui/action/Button.tsx';
import { LanguageChips } from '../../parts/LanguageChips.tsx';
import { Card } from '../../ui/card/Card.tsx';
import { CardColumn } from '../../ui/card/CardColumn.tsx';
import './MePage.css';

/** What concerns the person and this phone; their work lies on the workbench. */
export function MePage() {
  const { t } = useTranslation('me');
  const session = useSession();
  return (
    <AppPage title={t('title')} tabs>
      {session && (
        <CardColumn className="me">
          <Who />
          <DutyCard staff={session.staff} />
          <DeputyCard staff={session.staff} />
          <PushCard uid={session.staff.uid} />
          <LanguageCard />
          <LockCard name={session.staff.name} />
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
