import '../../i18n/later-texts.ts';
import { useState } from 'react';
import { useIonRouter } from '@ionic/react';
import { closureRoles } from '@shouwen/domain/closure/closure-roles';
import { regionsServed } from '@shouwen/domain/closure/second-person';
import type { Staff } from '@shouwen/domain/organisation/staff';
import type { Pack } from '@shouwen/domain/policy/pack';
import { useTranslation } from 'react-i18next';
import { nowMs } from '../../platform/device/clock.ts';
import { useConnectivity } from '../../platform/device/connectivity.ts';
import type { Created } from '../../platform/outbox/create-document.ts';
import { useReference } from '../../platform/reference/reference.ts';
import { sendClosure } from '../../records/send-closure.ts';
import { useSession } from '../../platform/session/session.ts';
import { AppPage } from '../../frame/AppPage.tsx';
import { Blank } from '../../ui/telling/Blank.tsx';
import { Dialog } from '../../ui/sheet/Dialog.tsx';
import { Notice } from '../../ui/telling/Notice.tsx';
import { Loading } from '../../frame/Loading.tsx';
import { ClosureForm } from './ClosureForm.tsx';
import { expectedOf, missingOf, requestOf } from './closure-form.ts';
import { useClosureDraft } from './use-closure-draft.ts';
import { Button } from '../../ui/action/Button.tsx';
import { ActionBar } from '../../ui/action/ActionBar.tsx';
import { CardColumn } from '../../ui/card/CardColumn.tsx';

/** Opens the closing of an account (CLO-1): what will become of it is shown before anything is sent. */
export function NewClosurePage() {
  const { t } = useTranslation(['closure', 'shell']);
  const staff = useSession()?.staff;
  const pack = useReference()?.pack;
  if (!staff) return null;
  const mayOpen = closureRoles.includes(staff.role) && staff.active;
  if (mayOpen && pack?.closures) return <NewClosure staff={staff} pack={pack} />;
  return (
    <AppPage title={t('form.title')} backTo="/closures">
      {!mayOpen && <Blank icon="warning" title={t('form.notYours.title')} text={t('form.notYours.text')} />}
      {mayOpen && !pack && <Loading rows={4} />}
      {mayOpen && pack && <Blank icon="warning" title={t('form.noAccounts.title')} text={t('form.noAccounts.text')} />}
    </AppPage>
  );
}

type Trouble = Exclude<Created, 'created'>;

function NewClosure({ staff, pack }: { staff: Staff; pack: Pack }) {
  const { t } = useTranslation(['closure', 'shell']);
  const router = useIonRouter();
  const { online } = useConnectivity();
  const kept = useClosureDraft(staff.uid);
  const [isTried, setTried] = useState(false);
  const [isAsking, setAsking] = useState(false);
  const [isSending, setSending] = useState(false);
  const [trouble, setTrouble] = useState<Trouble | null>(null);
  const units = useReference()?.units;
  const expected = kept && expectedOf(kept.draft, staff, pack, nowMs(), units ? regionsServed(staff.unitId, units) : []);
  const missing = kept ? missingOf(kept.draft, pack) : [];
  const request = kept && requestOf(kept.draft, staff, pack);

  const ask = (): void => {
    if (!kept) return;
    setTried(true);
    setTrouble(null);
    if (missing.length === 0 && expected?.ok) setAsking(true);
  };
  const send = async (): Promise<void> => {
    if (!kept || !request) return;
    setSending(true);
    const sent = await sendClosure(request, staff.audience);
    setSending(false);
    setAsking(false);
    if (sent !== 'created') return setTrouble(sent);
    kept.clear();
    router.push(`/closure/${request.id}`, 'forward', 'replace');
  };

  const footer = (
    <ActionBar>
      <Button kind="main" disabled={isSending} onClick={ask}>
        {t(isSending ? 'form.sending' : 'form.submit')}
      </Button>
    </ActionBar>
  );
  return (
    <AppPage title={t('form.title')} backTo="/closures" footer={footer}>
      {!kept && <Loading rows={3} />}
      {kept && (
        <CardColumn className="closure">
          {!online && <Notice tone="info">{t('form.needsNetwork')}</Notice>}
          {kept.wasKept && (
            <Notice tone="info" action={t('form.clear')} onAction={kept.clear}>
              {t('form.kept')}
            </Notice>
          )}
          <ClosureForm draft={kept.draft} pack={pack} missing={isTried ? missing : []} expected={expected} onChange={kept.change} />
          {trouble && <Notice tone="danger">{t(`form.trouble.${trouble}`)}</Notice>}
        </CardColumn>
      )}
      {isAsking && kept?.draft.account && (
        <Dialog
          title={t('form.confirmTitle')}
          text={t(expected?.ok && expected.reasons.length > 0 ? 'form.confirmTextSecond' : 'form.confirmText', {
            phone: kept.draft.account.phoneMasked,
            holder: kept.draft.account.holderMasked,
          })}
          onClose={() => setAsking(false)}
        >
          <Button onClick={() => setAsking(false)}>{t('shell:cancel')}</Button>
          <Button kind="danger" disabled={isSending} onClick={() => void send()}>
            {t(isSending ? 'form.sending' : 'form.confirm')}
          </Button>
        </Dialog>
      )}
    </AppPage>
  );
}
