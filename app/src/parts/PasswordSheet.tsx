import '../i18n/later-texts.ts';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../i18n/format.ts';
import { signInAfresh } from '../platform/session/fresh-sign-in.ts';
import { useReference } from '../platform/reference/reference.ts';
import { useSession } from '../platform/session/session.ts';
import { Sheet } from '../ui/sheet/Sheet.tsx';
import { PasswordForm } from './PasswordForm.tsx';

interface Props {
  /** The password was right, and the token says so. */
  onConfirmed: () => void;
  /** What it is asked for; a large sum where nothing is said. */
  why?: string;
  onClose: () => void;
}

/** Large sums and changes of rules or jobs are decided only by somebody who has just shown that they are who they are. */
export function PasswordSheet({ onConfirmed, onClose, why }: Props) {
  const { t } = useTranslation('refund');
  const format = useFormat();
  const session = useSession();
  const aboveFen = useReference()?.pack.refunds.reauthenticateAboveFen ?? 0;
  return (
    <Sheet title={t('password.title')} onClose={onClose}>
      <PasswordForm email={session?.staff.email ?? ''} submit={t('password.confirm')} check={signInAfresh} onConfirmed={onConfirmed}>
        <p>{why ?? t('password.text', { amount: format.money(aboveFen) })}</p>
      </PasswordForm>
    </Sheet>
  );
}
