import { type FormEvent, useState } from 'react';
import { useIonRouter } from '@ionic/react';
import { useTranslation } from 'react-i18next';
import { foldedText } from '@shouwen/domain/kernel/folded-text';
import { isRestartNeeded } from '../../platform/device/restart-need.ts';
import { signIn, SignInFailure, type SignInFailureCode, useSession } from '../../platform/session/session.ts';
import { AppPage } from '../../frame/AppPage.tsx';
import { Notice } from '../../ui/telling/Notice.tsx';
import { Button } from '../../ui/action/Button.tsx';
import { LanguageChips } from '../../parts/LanguageChips.tsx';
import { TextField } from '../../ui/field/TextField.tsx';
import './SignInPage.css';

export function SignInPage() {
  const { t } = useTranslation(['signIn', 'shell']);
  const session = useSession();
  const { state, submit } = useSignIn();
  return (
    <AppPage title={t('signIn:title')}>
      <form className="sign-in" noValidate onSubmit={submit}>
        <p className="sign-in-brand">
          <img src="/icon.svg" alt="" width="72" height="72" />
          <strong>{t('shell:brand')}</strong>
          <span>{t('signIn:slogan')}</span>
        </p>
        {session && <Notice tone="warning">{t('signIn:again', { name: session.staff.name })}</Notice>}
        <TextField
          label={t('signIn:email')}
          name="email"
          type="text"
          autoCapitalize="none"
          spellCheck={false}
          autoComplete="username"
          inputMode="email"
          required
          defaultValue={session?.staff.email ?? ''}
        />
        <TextField label={t('signIn:password')} name="password" type="password" autoComplete="current-password" required />
        {typeof state === 'object' && (
          <Notice tone="danger">
            {state.code === 'missing' ? t('signIn:missing') : t(`signIn:failure.${state.code}`, { name: session?.staff.name ?? '' })}
          </Notice>
        )}
        <Button type="submit" kind="main" disabled={state === 'busy'}>
          {state === 'busy' ? t('signIn:submitting') : t('signIn:submit')}
        </Button>
      </form>
      <div className="sign-in-languages">
        <LanguageChips />
      </div>
    </AppPage>
  );
}

type SignInState = 'idle' | 'busy' | { code: SignInFailureCode | 'missing' };

function useSignIn() {
  const router = useIonRouter();
  const [state, setState] = useState<SignInState>('idle');
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const [email, password] = [form.get('email'), form.get('password')];
    if (typeof email !== 'string' || typeof password !== 'string' || foldedText(email) === '' || password === '') return setState({ code: 'missing' });
    setState('busy');
    signIn(foldedText(email).replaceAll(' ', ''), password).then(
      () => (isRestartNeeded() ? location.replace('/worklist') : router.push('/worklist', 'root', 'replace')),
      (error: unknown) => setState({ code: error instanceof SignInFailure ? error.code : 'unknown' }),
    );
  };
  return { state, submit };
}
