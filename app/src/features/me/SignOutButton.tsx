import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { exportOutbox, unsentCount } from '../../platform/outbox/outbox.ts';
import { sendNow } from '../../platform/outbox/outbox-schedule.ts';
import { signOut } from '../../platform/lock/sign-out.ts';
import { Dialog } from '../../ui/sheet/Dialog.tsx';
import { saveFile } from '../../platform/device/save-file.ts';
import { Button } from '../../ui/action/Button.tsx';

/** How much a sign-out would lose; `unknown` when the outbox cannot be read, which must not keep anybody from leaving. */
type Unsent = number | 'unknown';

/** Signing out empties this device, so whoever has unsent work is told what it would cost and what they can do instead. */
export function SignOutButton({ uid }: { uid: string }) {
  const { t } = useTranslation('me');
  const [unsent, setUnsent] = useState<Unsent | null>(null);
  const count = (): Promise<void> => unsentCount(uid).then(setUnsent, () => setUnsent('unknown'));
  return (
    <>
      <Button kind="danger" onClick={() => void count()}>
        {t('signOut.action')}
      </Button>
      {unsent !== null && <SignOutDialog unsent={unsent} onRecount={count} onClose={() => setUnsent(null)} />}
    </>
  );
}

function SignOutDialog({ unsent, onRecount, onClose }: { unsent: Unsent; onRecount: () => Promise<void>; onClose: () => void }) {
  const { t } = useTranslation(['me', 'shell']);
  const [busy, setBusy] = useState(false);
  const leave = (): void => {
    setBusy(true);
    void signOut();
  };
  const send = async (): Promise<void> => {
    setBusy(true);
    await sendNow();
    await onRecount();
    setBusy(false);
  };
  const losesWork = unsent !== 0;
  const title = typeof unsent === 'number' && losesWork ? t('me:signOut.unsent', { count: unsent }) : t('me:signOut.ask');
  const text = unsent === 'unknown' ? t('me:signOut.unreadable') : losesWork ? t('me:signOut.unsentText') : t('me:signOut.askText');
  return (
    <Dialog title={title} text={text} onClose={onClose}>
      <Button onClick={onClose}>{t('shell:cancel')}</Button>
      {losesWork && (
        <>
          <Button disabled={busy} onClick={() => void send()}>
            {t('me:signOut.sendNow')}
          </Button>
          <Button disabled={busy} onClick={() => void saveExport()}>
            {t('me:signOut.exportFile')}
          </Button>
        </>
      )}
      <Button kind="danger" disabled={busy} onClick={leave}>
        {busy ? t('me:signOut.leaving') : losesWork ? t('me:signOut.discard') : t('me:signOut.action')}
      </Button>
    </Dialog>
  );
}

async function saveExport(): Promise<void> {
  saveFile(await exportOutbox(), `shouwen-${new Date().toISOString().slice(0, 10)}.json`);
}
