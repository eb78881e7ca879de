import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { exportOutbox, unsentCount } from '../../platform/outbox/outbox.ts';
import { sendNow } from '../../platform/outbox/outbox-schedule.ts';
import { signOut } from './sign-out.ts';
import { Dialog } from '../../ui/Dialog.tsx';
import { saveFile } from '../../platform/device/save-file.ts';

/** How much a sign-out would lose; `unknown` when the outbox cannot be read, which must not keep anybody from leaving. */
type Unsent = number | 'unknown';

/** Signing out empties this device, so whoever has unsent work is told what it would cost and what they can do instead. */
export function SignOutButton({ uid }: { uid: string }) {
  const { t } = useTranslation('me');
  const [unsent, setUnsent] = useState<Unsent | null>(null);
  const count = (): Promise<void> => unsentCount(uid).then(setUnsent, () => setUnsent('unknown'));
  return (
    <>
      <button type="button" className="destructive" onClick={() => void count()}>
        {t('signOut.action')}
      </button>
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
      <button type="button" className="secondary" onClick={onClose}>
        {t('shell:cancel')}
      </button>
      {losesWork && (
        <>
          <button type="button" className="secondary" disabled={busy} onClick={() => void send()}>
            {t('me:signOut.sendNow')}
          </button>
          <button type="button" className="secondary" disabled={busy} onClick={() => void saveExport()}>
            {t('me:signOut.exportFile')}
          </button>
        </>
      )}
      <button type="button" className="destructive" disabled={busy} onClick={leave}>
        {busy ? t('me:signOut.leaving') : losesWork ? t('me:signOut.discard') : t('me:signOut.action')}
      </button>
    </Dialog>
  );
}

async function saveExport(): Promise<void> {
  saveFile(await exportOutbox(), `shouwen-${new Date().toISOString().slice(0, 10)}.json`);
}
