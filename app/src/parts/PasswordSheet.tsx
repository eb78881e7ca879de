import '../i18n/later-texts.ts';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../i18n/format.ts';
import { type FreshSignInFailure, signInAfresh } from '../platform/session/fresh-sign-in.ts';
import { useReference } from '../platform/reference/reference.ts';
import { useSession } from '../platform/session/session.ts';
import { Notice } from '../ui/Notice.tsx';
import { Sheet } from '../ui/Sheet.tsx';
import { Button } from '../ui/Button.tsx';

interface Props {
  /** The password was right, and the token says so. */
  onConfirmed: () => void;
  onClose: () => void;
}

/** Large sums are decided only by somebody who has just shown that they are who they are. The password is kept nowhere. */
export function PasswordSheet({ onConfirmed, onClose }: Props) {
  const { t } = useTranslation('refund');
  const format = useFormat();
  const session = useSession();
  const aboveFen = useReference()?.pack.refunds.reauthenticateAboveFen ?? 0;
  const [password, setPassword] = useState('');
  const [failure, setFailure] = useState<FreshSignInFailure | 'missing' | null>(null);
  const [isBusy, setBusy] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (failure !== null) field.current?.focus();
  }, [failure]);
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (password === '') return setFailure('missing');
    setBusy(true);
    const failed = await signInAfresh(password);
    setBusy(false);
    setFailure(failed);
    if (failed === null) onConfirmed();
    else setPassword('');
  };
  return (
    <Sheet title={t('password.title')} onClose={onClose}>
      <form className="command-form" noValidate onSubmit={(event) => void submit(event)}>
        <p>{t('password.text', { amount: format.money(aboveFen) })}</p>
        <input type="email" autoComplete="username" readOnly hidden value={session?.staff.email ?? ''} />
        <div className="form-field">
          <label htmlFor="fresh-password">{t('password.label')}</label>
          <input
            ref={field}
            id="fresh-password"
            type="password"
            autoComplete="current-password"
            value={password}
            aria-invalid={failure !== null}
            {...(failure === null ? {} : { 'aria-describedby': 'fresh-password-failure' })}
            onChange={(event) => setPassword(event.target.value)}
          />
        </div>
        {failure !== null && (
          <div id="fresh-password-failure">
            <Notice tone="danger">{t(`password.${failure}`)}</Notice>
          </div>
        )}
        <Button type="submit" kind="main" disabled={isBusy}>
          {t(isBusy ? 'password.checking' : 'password.confirm')}
        </Button>
      </form>
    </Sheet>
  );
}
