import { useRef, useState } from 'react';
import type { RefundCommand } from '@shouwen/domain/refund/command';
import type { Refund } from '@shouwen/domain/refund/refund';
import { useTranslation } from 'react-i18next';
import { yuanOf } from '../../i18n/yuan-text.ts';
import { useReference } from '../../platform/reference/reference.ts';
import { useCustomerOfComplaint } from '../../records/customer-of-complaint.ts';
import { Sheet } from '../../ui/sheet/Sheet.tsx';
import { readAmount } from '../../platform/device/amount-typing.ts';
import { FormText } from './FormText.tsx';
import { PaymentFields } from './request/PaymentFields.tsx';
import { type Faults, readPayment, type RefundDraft } from './request/refund-form.ts';
import { Button } from '../../ui/action/Button.tsx';
import { focusFirstProblem, Form } from '../../ui/field/Form.tsx';

interface Props {
  refund: Refund;
  onGive: (command: RefundCommand) => void;
  onClose: () => void;
}

/** The requester answers what was asked, or changes the request: then approval begins anew. */
export function AmendSheet({ refund, onGive, onClose }: Props) {
  const { t } = useTranslation('refund');
  const pack = useReference()?.pack;
  const customer = useCustomerOfComplaint(refund.complaintId);
  const [typed, setTyped] = useState<RefundDraft>(() => typedOf(refund));
  const [faults, setFaults] = useState<Faults>({});
  const form = useRef<HTMLFormElement>(null);
  if (!pack) return null;
  const { mostFen } = pack.refunds;
  const submit = (): void => {
    const amount = readAmount(typed.amount ?? '', mostFen);
    const paid = readPayment(typed);
    const text = (typed.reason ?? '').trim();
    if (amount.ok && paid.ok && text !== '') return onGive({ type: 'amend', text, newAmountFen: amount.fen, ...paid.payment });
    setFaults({
      ...(text === '' ? { reason: 'missing' as const } : {}),
      ...(amount.ok ? {} : { amount: amount.fault }),
      ...(paid.ok ? {} : paid.faults),
    });
    focusFirstProblem(form.current);
  };
  const fields = {
    typed,
    faults,
    onChange: (part: RefundDraft): void => {
      setFaults({});
      setTyped((current) => ({ ...current, ...part }));
    },
  };
  return (
    <Sheet title={t('command.amend')} onClose={onClose}>
      <Form ref={form} onSubmit={submit}>
        <p>{t('hint.amend')}</p>
        <FormText {...fields} name="reason" kind="lines" label={t('replyLabel')} />
        <FormText {...fields} name="amount" kind="money" label={t('request.amount')} mostFen={mostFen} />
        <PaymentFields {...fields} search={customer.search} pack={pack} />
        <Button type="submit" kind="main">
          {t('confirm', { command: t('command.amend') })}
        </Button>
      </Form>
    </Sheet>
  );
}

function typedOf({ amountFen, form, accountNo, cardSerial }: Refund): RefundDraft {
  return { amount: yuanOf(amountFen), form, accountNo: accountNo ?? '', cardSerial: cardSerial ?? '' };
}
