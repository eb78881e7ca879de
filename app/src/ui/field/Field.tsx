import './Field.css';
import { type ReactNode, useId } from 'react';

export interface FieldProps {
  label: string;
  /** For where something near it says in sight what it is. */
  isLabelHidden?: boolean | undefined;
  /** Names the part of a form that this is, so that it can be found. */
  part?: string | undefined;
  /** What is missing or doubtful, in words. */
  problem?: string | null | undefined;
  /** Set where the page itself tells what is missing, so that it is not read out once for each field. */
  isProblemQuiet?: boolean | undefined;
  hint?: string | null | undefined;
  /** More was typed than is taken: the form is not sent before it fits. */
  isTooLong?: boolean | undefined;
  /** A button at the end of the line. */
  beside?: ReactNode | undefined;
}

/** What a control needs so that its label and what is wrong with it are read out with it. */
export interface ControlIds {
  id: string;
  'aria-invalid'?: true;
  'aria-describedby'?: string;
}

/** A control with its label, and what is wrong with it said next to it and tied to it for readers of the screen. */
export function Field(props: FieldProps & { children: (ids: ControlIds) => ReactNode }) {
  const { label, isLabelHidden = false, part, problem = null, hint = null, isTooLong = false, beside, children } = props;
  const id = useId();
  const about = problem === null && hint === null ? {} : { 'aria-describedby': `${id}-about` };
  const control = children({ id, ...about, ...(problem === null ? {} : { 'aria-invalid': true as const }) });
  return (
    <div className="field" data-field={part} data-missing={problem !== null || undefined} data-too-long={isTooLong || undefined}>
      <label htmlFor={id} className={isLabelHidden ? 'visually-hidden' : undefined}>
        {label}
      </label>
      {beside === undefined ? (
        control
      ) : (
        <div className="field-beside">
          {control}
          {beside}
        </div>
      )}
      <FieldNote id={`${id}-about`} {...props} />
    </div>
  );
}

/** The same around several controls, such as chips. */
export function FieldGroup(props: Omit<FieldProps, 'isLabelHidden' | 'beside'> & { children: ReactNode }) {
  const { label, part, problem = null, hint = null, children } = props;
  const id = useId();
  const about = problem === null && hint === null ? {} : { 'aria-describedby': `${id}-about` };
  return (
    <fieldset className="field" data-field={part} data-missing={problem !== null || undefined} {...about}>
      <legend>{label}</legend>
      {children}
      <FieldNote id={`${id}-about`} {...props} />
    </fieldset>
  );
}

/** Two fields beside each other, or below where there is no room. */
export function FieldPair({ children }: { children: ReactNode }) {
  return <div className="field-pair">{children}</div>;
}

function FieldNote({ id, problem = null, isProblemQuiet = false, hint = null }: Pick<FieldProps, 'problem' | 'isProblemQuiet' | 'hint'> & { id: string }) {
  if (problem === null && hint === null) return null;
  return (
    <p id={id} className={problem === null ? 'field-hint' : 'field-problem'} role={problem === null || isProblemQuiet ? undefined : 'alert'}>
      {problem ?? hint}
    </p>
  );
}
