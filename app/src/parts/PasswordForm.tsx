import '../i18n/later-texts.ts';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { FreshSignInFailure } from '../platform/session/fresh-sign-in.ts';
import { Button } from '../ui/action/Button.tsx';
import { Form } from '../ui/field/Form.tsx';
import { KnownUserName, TextField } from '../ui/field/TextField.tsx';

/** Why somebody has not shown who they are. */
type PasswordFailure = FreshSignInFailure | 'missing' | 'device';

/** Tries one way of showing it: null when it went well. */
type Attempt = (work: () => Promise<PasswordFailure | null>) => Promise<void>;

interface Props {
  email: string;
  /** What pressing it will do. */
  submit: string;
  check: (password: string) => Promise<FreshSignInFailure | null>;
  onConfirmed: () => void;
  /** What stands above the field. */
  children?: ReactNode;
  /** Another way than the password. */
  otherWay?: (attempt: Attempt, isBusy: boolean) => ReactNode;
}

/** The one form in which somebody shows that they are who is signed in. The password is kept nowhere. */
export function PasswordForm({ email, submit, check, onConfirmed, children, otherWay }: Props) {
  const { t } = useTranslation('lock');
  const [password, setPassword] = useState('');
  const [failure, setFailure] = useState<PasswordFailure | null>(null);
  const [isBusy, setBusy] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (failure !== null) field.current?.focus();
  }, [failure]);
  const attempt: Attempt = async (work) => {
    setBusy(true);
    setFailure(null);
    setPassword('');
    const failed = await work();
    setBusy(false);
    setFailure(failed);
    if (failed === null) onConfirmed();
  };
  const show = (): Promise<void> => (password === '' ? Promise.resolve(setFailure('missing')) : attempt(() => check(password)));
  return (
    <Form onSubmit={show}>
      {children}
      <KnownUserName value={email} />
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
        {isBusy ? t('checking') : submit}
      </Button>
      {otherWay?.(attempt, isBusy)}
    </Form>
  );
}
