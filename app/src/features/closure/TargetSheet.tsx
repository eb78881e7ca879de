import { useState } from 'react';
import type { Closure } from '@shouwen/domain/closure/closure';
import type { Account } from '@shouwen/domain/ledger/account';
import type { Staff } from '@shouwen/domain/organisation/staff';
import type { Pack } from '@shouwen/domain/policy/pack';
import { useTranslation } from 'react-i18next';
import { nowMs } from '../../platform/device/clock.ts';
import type { Created } from '../../platform/outbox/create-document.ts';
import { sendClosureEntry } from '../../records/send-closure.ts';
import { Notice } from '../../ui/telling/Notice.tsx';
import { Sheet } from '../../ui/sheet/Sheet.tsx';
import { AccountFinder } from './AccountFinder.tsx';
import { targetRefusal } from './closure-form.ts';
import { useClosureRefusal } from './closure-refusal.ts';
import { Button } from '../../ui/action/Button.tsx';
import { Choice, ChoiceGroup } from '../../ui/field/Choice.tsx';
import { FormBody } from '../../ui/field/Form.tsx';

interface Props {
  closure: Closure;
  staff: Staff;
  pack: Pack;
  onClose: () => void;
}

/** Another target, named by a customer who is there in person (CLO-3). */
export function TargetSheet({ closure, staff, pack, onClose }: Props) {
  const { t } = useTranslation('closure');
  const sentence = useClosureRefusal();
  const [entryId, setEntryId] = useState<string>(() => crypto.randomUUID());
  const [target, setTarget] = useState<Account | null>(null);
  const [isChecked, setChecked] = useState(false);
  const [isTried, setTried] = useState(false);
  const [isSending, setSending] = useState(false);
  const [trouble, setTrouble] = useState<Exclude<Created, 'created'> | null>(null);
  const refusal = target && targetRefusal(closure, target, staff, pack, nowMs());
  const submit = async (): Promise<void> => {
    setTried(true);
    if (!target || !isChecked || refusal) return;
    setSending(true);
    const command = { type: 'changeTarget' as const, targetAccountNo: target.accountNo, identityChecked: true as const };
    const sent = await sendClosureEntry(closure.id, entryId, command, staff.uid);
    setSending(false);
    if (sent === 'created') onClose();
    else setTrouble(sent);
  };
  return (
    <Sheet title={t('change.title')} onClose={onClose}>
      <FormBody>
        <AccountFinder
          label={t('find.target')}
          pack={pack}
          chosen={target}
          problem={isTried && !target ? t('change.targetMissing') : null}
          onChoose={(chosen) => {
            setTrouble(null);
            setTarget(chosen);
            // Another target is another command; only the same one is sent again under the same id.
            setEntryId(crypto.randomUUID());
          }}
        />
        {refusal && <Notice tone="danger">{t('form.cannot', { reason: sentence(refusal) })}</Notice>}
        <ChoiceGroup layout="stack" label={t('form.identity')} problem={isTried && !isChecked ? t('change.identityMissing') : null}>
          <Choice kind="checkbox" isChosen={isChecked} onChoose={setChecked}>
            {t('change.identity')}
          </Choice>
        </ChoiceGroup>
        {trouble && <Notice tone="danger">{t(`form.trouble.${trouble}`)}</Notice>}
        <Button kind="main" disabled={isSending} onClick={() => void submit()}>
          {t(isSending ? 'form.sending' : 'change.submit')}
        </Button>
      </FormBody>
    </Sheet>
  );
}
