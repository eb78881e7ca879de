import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

interface LabelledProps {
  label: string;
  name: string;
  missing: readonly string[];
  children: (ids: { id: string; 'aria-invalid'?: true; 'aria-describedby'?: string }) => ReactNode;
}

/** A control with its label, and what is wrong with it said next to it and read out with it. */
export function Labelled({ label, name, missing, children }: LabelledProps) {
  const { t } = useTranslation('complaint');
  const id = `field-${name}`;
  const isMissing = missing.includes(name);
  return (
    <div className="form-field" data-missing={isMissing || undefined}>
      <label htmlFor={id}>{label}</label>
      {children(isMissing ? { id, 'aria-invalid': true, 'aria-describedby': `${id}-missing` } : { id })}
      {isMissing && (
        <p id={`${id}-missing`} className="form-missing" role="alert">
          {t('form.missing', { field: label })}
        </p>
      )}
    </div>
  );
}
