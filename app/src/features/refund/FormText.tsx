import { useTranslation } from 'react-i18next';
import { useFormat } from '../../i18n/format.ts';
import { DateField } from '../../parts/DateField.tsx';
import { TextArea, TextField } from '../../ui/field/TextField.tsx';
import type { Fault, Faults, FormField, RefundDraft } from './request/refund-form.ts';

export interface FieldsProps {
  typed: RefundDraft;
  faults: Faults;
  onChange: (part: RefundDraft) => void;
}

interface TextProps extends FieldsProps {
  name: FormField;
  /** `money` and `whole` open the phone's digits; `lines` takes several. */
  kind: 'money' | 'whole' | 'month' | 'line' | 'lines';
  label: string;
  hint?: string;
  mostFen?: number;
}

const longest: Partial<Record<FormField, number>> = { reason: 500, accountNo: 36, cardSerial: 40 };
const keyboards = { money: 'decimal', whole: 'numeric', line: 'text' } as const;

/** One thing to type, and what is wrong with it. */
export function FormText({ name, kind, label, hint, mostFen = 0, typed, faults, onChange }: TextProps) {
  const faultText = useFaultText();
  const shared = {
    label,
    hint,
    part: name,
    problem: faultText(faults[name], label, mostFen),
    longest: longest[name] ?? 16,
    value: typed[name] ?? '',
    onType: (text: string) => onChange({ [name]: text }),
  };
  if (kind === 'lines') return <TextArea {...shared} />;
  if (kind === 'month') return <DateField type="month" {...shared} />;
  return <TextField type="text" inputMode={keyboards[kind]} autoComplete="off" {...shared} />;
}

/** What is wrong with what was typed, in a sentence that names it. */
export function useFaultText(): (fault: Fault | undefined, label: string, mostFen?: number) => string | null {
  const { t } = useTranslation('refund');
  const format = useFormat();
  return (fault, label, mostFen = 0) => (fault === undefined ? null : t(`fault.${fault}`, { field: label, most: format.money(mostFen) }));
}
