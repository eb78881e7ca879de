import { type FormEvent, useEffect, useEffectEvent, useRef, useState } from 'react';
import { useIonRouter } from '@ionic/react';
import type { Complaint } from '@shouwen/domain/complaint/complaint';
import type { Staff } from '@shouwen/domain/organisation/staff';
import { useTranslation } from 'react-i18next';
import { useCustomerOfComplaint } from '../../../records/customer-of-complaint.ts';
import { useRelatedOfComplaint } from '../../../records/related-refunds.ts';
import type { Reference } from '../../../platform/reference/reference.ts';
import { Notice } from '../../../ui/telling/Notice.tsx';
import { readAmount } from '../../../platform/device/amount-typing.ts';
import { CalculationFields } from './CalculationFields.tsx';
import { CausePanel } from './CausePanel.tsx';
import { ChainPreview } from './ChainPreview.tsx';
import { FormText } from '../FormText.tsx';
import { RelatedPanel } from '../RelatedPanel.tsx';
import { PaymentFields } from './PaymentFields.tsx';
import { buildRefund, type Faults, type RefundDraft } from './refund-form.ts';
import { SendingNotice } from './SendingNotice.tsx';
import type { RefundDraftSession } from './use-refund-draft.ts';
import { useSending } from './use-sending.ts';
import { Button } from '../../../ui/action/Button.tsx';
import { focusFirstProblem, focusTooLong } from '../../../ui/field/Form.tsx';
import { Card } from '../../../ui/card/Card.tsx';
import { CardColumn } from '../../../ui/card/CardColumn.tsx';
import './RequestForm.css';

interface Props {
  complaint: Complaint;
  staff: Staff;
  reference: Reference;
  draft: RefundDraftSession;
}

/** The request on one short page: how the amount comes about, the amount, how it is paid, why, and who will decide. */
export function RequestForm({ complaint, staff, reference, draft }: Props) {
  const { t } = useTranslation('refund');
  const router = useIonRouter();
  const { pack } = reference;
  const [faults, setFaults] = useState<Faults>({});
  const form = useRef<HTMLFormElement>(null);
  const customer = useCustomerOfComplaint(complaint.id);
  const related = useRelatedOfComplaint(complaint.id);
  const { sending, send } = useSending(draft, complaint, staff);
  useEffect(() => {
    if (Object.keys(faults).length > 0) focusFirstProblem(form.current);
  }, [faults]);

  const isAccepted = sending.phase === 'accepted';
  const { refundId, forget } = draft;
  const leave = useEffectEvent(() => {
    router.push(`/refund/${refundId}`, 'forward', 'replace');
    forget();
  });
  useEffect(() => {
    if (isAccepted) leave();
  }, [isAccepted]);

  const change = (part: RefundDraft): void => {
    setFaults({});
    draft.change(part);
  };
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (focusTooLong(form.current)) return;
    const built = buildRefund(draft.typed, pack);
    if (built.ok) void send(built.content, pack.version);
    else setFaults(built.faults);
  };
  const isBusy = sending.phase === 'sending' || sending.phase === 'checking' || sending.phase === 'slow' || isAccepted;
  const amount = readAmount(draft.typed.amount ?? '', pack.refunds.mostFen);
  const fields = { typed: draft.typed, faults, onChange: change };
  return (
    <form ref={form} noValidate onSubmit={submit}>
      <CardColumn>
        {draft.wasKept && sending.phase === 'editing' && <Notice tone="info">{t('request.kept')}</Notice>}
        <CausePanel number={complaint.number} contactMasked={complaint.contactMasked} cause={complaint.cause} staff={staff} />
        <fieldset className="plain-fieldset" disabled={isBusy}>
          <Card>
            <CalculationFields {...fields} pack={pack} />
            <FormText {...fields} name="amount" kind="money" label={t('request.amount')} hint={t('request.amountHint')} mostFen={pack.refunds.mostFen} />
          </Card>
          <Card>
            <PaymentFields {...fields} search={customer.search} pack={pack} />
          </Card>
          <Card>
            <FormText {...fields} name="reason" kind="lines" label={t('request.reason')} />
          </Card>
        </fieldset>
        <RelatedPanel related={related} pack={pack} />
        {amount.ok && <ChainPreview amountFen={amount.fen} related={related} cause={complaint.cause} staff={staff} reference={reference} />}
        <SendingNotice sending={sending} refundId={refundId} onRenew={draft.renew} />
        {draft.kept === 'failed' && <Notice tone="danger">{t('request.notKept')}</Notice>}
        {sending.phase !== 'turnedAway' && (
          <Button type="submit" kind="main" disabled={isBusy}>
            {t(sending.phase === 'sending' ? 'request.sending' : 'request.send')}
          </Button>
        )}
      </CardColumn>
    </form>
  );
}
