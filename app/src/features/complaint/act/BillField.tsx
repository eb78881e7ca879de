import { useTranslation } from 'react-i18next';
import { DateField } from '../../../parts/DateField.tsx';
import { TextField } from '../../../ui/field/TextField.tsx';
import type { CommandDraft } from './command-form.ts';

interface Props {
  draft: CommandDraft;
  missing: readonly string[];
  onChange: (name: string, value: string) => void;
}

/** REF-1: a line of a bill, as it stands on it. All of it may stay empty, or nothing of it. */
export function BillField({ draft, missing, onChange }: Props) {
  const { t } = useTranslation('complaint');
  const field = (name: 'period' | 'item' | 'amountFen') => ({
    label: t(`form.bill.${name}`),
    problem: missing.includes(`bill.${name}`) ? t('form.billMissing', { field: t(`form.bill.${name}`) }) : null,
    value: draft[`bill.${name}`] ?? '',
    onType: (typed: string) => onChange(`bill.${name}`, typed),
  });
  return (
    <>
      <h3>{t('form.bill.heading')}</h3>
      <DateField type="month" {...field('period')} />
      <TextField type="text" longest={100} autoComplete="off" {...field('item')} />
      <TextField type="text" inputMode="decimal" longest={16} autoComplete="off" {...field('amountFen')} />
    </>
  );
}
