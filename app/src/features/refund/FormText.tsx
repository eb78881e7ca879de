import { type ReactNode, useId } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../i18n/format.ts';
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

/** One thing to type, with its label, and what is wrong with it beside it. */
export function FormText({ name, kind, label, hint, mostFen, typed, faults, onChange }: TextProps) {
  const fault = faults[name];
  return (
    <Labelled name={name} label={label} fault={fault} {...(hint === undefined ? {} : { hint })} {...(mostFen === undefined ? {} : { mostFen })}>
      {(ids) => {
        const shared = {
          ...ids,
          maxLength: longest[name] ?? 16,
          value: typed[name] ?? '',
          onChange: (event: { target: { value: string } }) => onChange({ [name]: event.target.value }),
        };
        if (kind === 'lines') return <textarea rows={3} {...shared} />;
        if (kind === 'month') return <input type="month" {...shared} />;
        const inputMode = kind === 'money' ? 'decimal' : kind === 'whole' ? 'numeric' : 'text';
        return <input type="text" inputMode={inputMode} autoComplete="off" {...shared} />;
      }}
    </Labelled>
  );
}

interface LabelledProps {
  name: FormField;
  label: string;
  hint?: string;
  fault: Fault | undefined;
  mostFen?: number;
  children: (ids: { id: string; 'aria-invalid'?: true; 'aria-describedby'?: string }) => ReactNode;
}

/** A control with its label; what is wrong with it is read out with it. */
export function Labelled({ name, label, hint, fault, mostFen, children }: LabelledProps) {
  const id = useId();
  const described = fault ? `${id}-fault` : hint === undefined ? undefined : `${id}-hint`;
  return (
    <div className="form-field" data-field={name} data-missing={fault !== undefined || undefined}>
      <label htmlFor={id}>{label}</label>
      {children({ id, ...(fault ? { 'aria-invalid': true } : {}), ...(described === undefined ? {} : { 'aria-describedby': described }) })}
      {fault ? (
        <FaultText id={`${id}-fault`} label={label} fault={fault} {...(mostFen === undefined ? {} : { mostFen })} />
      ) : (
        hint !== undefined && (
          <p id={`${id}-hint`} className="small-print">
            {hint}
          </p>
        )
      )}
    </div>
  );
}

export function FaultText({ id, label, fault, mostFen = 0 }: { id: string; label: string; fault: Fault; mostFen?: number }) {
  const { t } = useTranslation('refund');
  const format = useFormat();
  return (
    <p id={id} className="form-missing" role="alert">
      {t(`fault.${fault}`, { field: label, most: format.money(mostFen) })}
    </p>
  );
}
