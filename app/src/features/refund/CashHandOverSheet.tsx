import { useState } from 'react';
import { type CashHandOver, shownPapers } from '@shouwen/domain/refund/cash-hand-over';
import { writtenNumber } from '@shouwen/domain/kernel/written-id';
import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/action/Button.tsx';
import { Choice, ChoiceGroup } from '../../ui/field/Choice.tsx';
import { Form } from '../../ui/field/Form.tsx';
import { Select } from '../../ui/field/Select.tsx';
import { TextField } from '../../ui/field/TextField.tsx';
import { Sheet } from '../../ui/sheet/Sheet.tsx';

interface Props {
  title: string;
  hint: string;
  onPay: (cash: CashHandOver) => void;
  onClose: () => void;
}

/** Takes down who took the cash, by what paper, and the voucher that they signed (REF-5). */
export function CashHandOverSheet({ title, hint, onPay, onClose }: Props) {
  const { t } = useTranslation('refund');
  const [payee, setPayee] = useState('');
  const [shownPaper, setShownPaper] = useState<CashHandOver['shownPaper']>('idCard');
  const [voucherNo, setVoucherNo] = useState('');
  const [isSigned, setSigned] = useState(false);
  const [isTried, setTried] = useState(false);
  const missing = (text: string, name: string) => (isTried && text.trim() === '' ? t('missingText', { field: name }) : null);
  const voucher = writtenNumber.safeParse(voucherNo);
  const pay = (): void => {
    setTried(true);
    if (payee.trim() !== '' && voucher.success && isSigned) onPay({ payee: payee.trim(), shownPaper, voucherNo: voucher.data, isSigned });
  };
  return (
    <Sheet title={title} onClose={onClose}>
      <Form onSubmit={pay}>
        <p>{hint}</p>
        <TextField label={t('cash.payee')} problem={missing(payee, t('cash.payee'))} longest={60} autoComplete="off" value={payee} onType={setPayee} />
        <Select
          label={t('cash.shownPaper')}
          value={shownPaper}
          onChoose={(chosen) => setShownPaper(shownPapers.find((paper) => paper === chosen) ?? 'idCard')}
          options={shownPapers.map((paper) => ({ value: paper, text: t(`cash.paper.${paper}`) }))}
        />
        <TextField
          label={t('cash.voucherNo')}
          problem={missing(voucher.success ? voucherNo : '', t('cash.voucherNo'))}
          longest={40}
          value={voucherNo}
          onType={setVoucherNo}
        />
        <ChoiceGroup layout="stack" label={t('cash.signature')} problem={isTried && !isSigned ? t('cash.notSigned') : null}>
          <Choice kind="checkbox" isChosen={isSigned} onChoose={setSigned}>
            {t('cash.signed')}
          </Choice>
        </ChoiceGroup>
        <Button type="submit" kind="main">
          {title}
        </Button>
      </Form>
    </Sheet>
  );
}
