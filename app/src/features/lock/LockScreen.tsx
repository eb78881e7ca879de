import '../../i18n/later-texts.ts';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Staff } from '@shouwen/domain/organisation/staff';
import { signOut } from '../../platform/lock/sign-out.ts';
import { draftCount } from '../../platform/drafts/drafts.ts';
import { unsentCount } from '../../platform/outbox/outbox.ts';
import { checkPassword } from '../../platform/session/password-check.ts';
import { unlockByDevice, unlocksByDevice } from '../../platform/lock/device-unlock.ts';
import { type FreshSignInFailure, signInAfresh } from '../../platform/session/fresh-sign-in.ts';
import { unlock } from '../../platform/lock/idle-lock.ts';
import { isLoginExpired, signIn, SignInFailure, useSession } from '../../platform/session/session.ts';
import { PasswordForm } from '../../parts/PasswordForm.tsx';
import { Button } from '../../ui/action/Button.tsx';
import { Modal } from '../../ui/sheet/Modal.tsx';
import './LockScreen.css';

/** Stands before everything once nobody has touched the device for a while. */
export function LockScreen() {
  const { t } = useTranslation('lock');
  const staff = useSession()?.staff;
  if (!staff) return null;
  return (
    <Modal className="lock-screen" aria-labelledby="lock-title" onClose={() => undefined}>
      <h1 id="lock-title">{t('title')}</h1>
      <p>{t('text', { name: staff.name })}</p>
      <PasswordForm
        email={staff.email}
        submit={t('unlock')}
        check={(password) => showPassword(staff, password)}
        onConfirmed={unlock}
        otherWay={(attempt, isBusy) =>
          unlocksByDevice() && (
            <Button disabled={isBusy} onClick={() => void attempt(async () => ((await unlockByDevice()) ? null : 'device'))}>
              {t('byDevice')}
            </Button>
          )
        }
      />
      <SomebodyElse uid={staff.uid} name={staff.name} />
    </Modal>
  );
}

/** By signing in again, or where there is no network by what this device knows of the password. */
async function showPassword({ uid, email }: Staff, password: string): Promise<FreshSignInFailure | null> {
  const failed = isLoginExpired() ? await signInAnew(email, password) : await signInAfresh(password);
  if (failed !== 'offline') return failed;
  const checked = await checkPassword(uid, password);
  return checked === 'right' ? null : checked === 'wrong' ? 'wrongPassword' : 'offline';
}

async function signInAnew(email: string, password: string): Promise<FreshSignInFailure | null> {
  try {
    await signIn(email, password);
    return null;
  } catch (error) {
    const code = error instanceof SignInFailure ? error.code : 'unknown';
    if (code === 'wrongCredentials') return 'wrongPassword';
    return code === 'offline' || code === 'tooMany' ? code : 'unknown';
  }
}

/** Whoever has the device next may take it over where nothing of the one before is lost by it (REC-4). */
function SomebodyElse({ uid, name }: { uid: string; name: string }) {
  const { t } = useTranslation('lock');
  const [left, setLeft] = useState<number | null>(null);
  const [isLeaving, setLeaving] = useState(false);
  useEffect(() => void leftBy(uid).then(setLeft, () => setLeft(null)), [uid]);
  const leave = (): void => {
    setLeaving(true);
    void signOut();
  };
  if (left !== 0) return <p>{left !== null && t('unsent', { name })}</p>;
  return (
    <Button kind="danger" disabled={isLeaving} onClick={leave}>
      {t('signOut')}
    </Button>
  );
}

async function leftBy(uid: string): Promise<number> {
  const counts = await Promise.all([unsentCount(uid), draftCount(uid)]);
  return counts.reduce((sum, count) => sum + count, 0);
}
