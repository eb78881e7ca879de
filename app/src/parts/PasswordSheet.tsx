import '../i18n/later-texts.ts';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../i18n/format.ts';
import { type FreshSignInFailure, signInAfresh } from '../platform/session/fresh-sign-in.ts';
import { useReference } from '../platform/reference/reference.ts';
import { useSession } from '../platform/session/session.ts';
import { Sheet } from '../ui/sheet/Sheet.tsx';
import { Button } from '../ui/action/Button.tsx';
import { Form } from '../ui/field/Form.tsx';
import { KnownUserName, TextField } from '../ui/field/TextField.tsx';

interface Props {
  /** The password was right, and the token says so. */
  onConfirmed: () => void;
  /** What it is asked for; a large sum where nothing is said. */
  why?: string;
  onClose: () => void;
}

/** Large sums and changes of rules or jobs are decided only by somebody who has just shown that they are who they are. The password is kept nowhere. */
export function PasswordSheet({ onConfirmed, onClose, why }: Props) {
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
  const submit = async (): Promise<void> => {
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
      <Form onSubmit={submit}>
        <p>{why ?? t('password.text', { amount: format.money(aboveFen) })}</p>
        <KnownUserName value={session?.staff.email ?? ''} />
        <TextField
          ref={field}
          label={t('password.label')}
          problem={failure === null ? null : t(`password.${failure}`)}
          type="password"
          autoComplete="current-password"
          value={password}
          onType={setPassword}
        />
        <Button type="submit" kind="main" disabled={isBusy}>
          {t(isBusy ? 'password.checking' : 'password.confirm')}
        </Button>
      </Form>
    </Sheet>
  );
}
