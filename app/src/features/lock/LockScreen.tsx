import '../../i18n/later-texts.ts';
import { useEffect, useRef, useState } from 'react';
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
import { Button } from '../../ui/action/Button.tsx';
import { Form } from '../../ui/field/Form.tsx';
import { KnownUserName, TextField } from '../../ui/field/TextField.tsx';
import { Modal } from '../../ui/sheet/Modal.tsx';
import './LockScreen.css';

/** Stands before everything once nobody has touched the device for a while. */
export function LockScreen() {
  const { t } = useTranslation('lock');
  const staff = useSession()?.staff;
  const [failure, setFailure] = useState<FreshSignInFailure | 'missing' | 'device' | null>(null);
  const [isBusy, setBusy] = useState(false);
  const [password, setPassword] = useState('');
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (failure !== null) field.current?.focus();
  }, [failure]);
  if (!staff) return null;
  const attempt = async (work: () => Promise<FreshSignInFailure | 'device' | null>): Promise<void> => {
    setBusy(true);
    setFailure(null);
    setPassword('');
    const failed = await work();
    setBusy(false);
    setFailure(failed);
    if (failed === null) unlock();
  };
  const byPassword = (): Promise<void> => (password === '' ? Promise.resolve(setFailure('missing')) : attempt(() => showPassword(staff, password)));
  const byDevice = (): Promise<void> => attempt(async () => ((await unlockByDevice()) ? null : 'device'));
  return (
    <Modal className="lock-screen" aria-labelledby="lock-title" onClose={() => undefined}>
      <h1 id="lock-title">{t('title')}</h1>
      <p>{t('text', { name: staff.name })}</p>
      <Form onSubmit={byPassword}>
        <KnownUserName value={staff.email} />
        <TextField
          ref={field}
          label={t('password')}
          problem={failure === null ? null : t(failure)}
          type="password"
          autoComplete="current-password"
          value={password}
          onType={setPassword}
        />
        <Button type="submit" kind="main" disabled={isBusy}>
          {t(isBusy ? 'checking' : 'unlock')}
        </Button>
        {unlocksByDevice() && (
          <Button disabled={isBusy} onClick={() => void byDevice()}>
            {t('byDevice')}
          </Button>
        )}
      </Form>
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
