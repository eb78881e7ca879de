import { type ReactNode, useId } from 'react';
import type { RecordingField } from '@shouwen/domain/complaint/intake/recording';

interface FieldProps {
  label: string;
  /** Names the part of a complete record that this is, so that a missing one can be found and focused. */
  name?: RecordingField;
  /** What is missing or doubtful, in words. */
  problem?: string | null;
  hint?: string | null;
}

/** A labelled control; what is wrong with it is tied to it for readers of the screen. */
export function Field({
  label,
  name,
  problem = null,
  hint = null,
  children,
}: FieldProps & { children: (ids: { id: string; 'aria-describedby': string | undefined; 'aria-invalid': boolean }) => ReactNode }) {
  const id = useId();
  const isDescribed = problem !== null || hint !== null;
  return (
    <div className="field" data-field={name}>
      <label htmlFor={id}>{label}</label>
      {children({ id, 'aria-describedby': isDescribed ? `${id}-about` : undefined, 'aria-invalid': problem !== null })}
      <FieldNote id={`${id}-about`} problem={problem} hint={hint} />
    </div>
  );
}

/** The same around a group of chips. */
export function FieldGroup({ label, name, problem = null, hint = null, children }: FieldProps & { children: ReactNode }) {
  const id = useId();
  return (
    <fieldset className="field" data-field={name} aria-describedby={`${id}-about`} aria-invalid={problem !== null}>
      <legend>{label}</legend>
      {children}
      <FieldNote id={`${id}-about`} problem={problem} hint={hint} />
    </fieldset>
  );
}

function FieldNote({ id, problem, hint }: { id: string; problem: string | null; hint: string | null }) {
  if (problem === null && hint === null) return null;
  return (
    <p id={id} className={problem === null ? 'field-hint' : 'field-problem'}>
      {problem ?? hint}
    </p>
  );
}
