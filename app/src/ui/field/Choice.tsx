import './Choice.css';
import type { ReactNode } from 'react';
import { FieldGroup, type FieldProps } from './Field.tsx';

interface ChoiceProps {
  /** One of several that share a name; or something by itself that is so or not. */
  kind: 'radio' | 'checkbox';
  name?: string;
  isChosen: boolean;
  onChoose: (isChosen: boolean) => void;
  children: ReactNode;
}

/** Something to tick, with its words in the same box, so that the whole of it can be hit. */
export function Choice({ kind, isChosen, onChoose, children, ...named }: ChoiceProps) {
  return (
    <label className="choice">
      <input type={kind} {...named} checked={isChosen} onChange={(event) => onChoose(event.target.checked)} />
      <span>{children}</span>
    </label>
  );
}

interface GroupProps extends Omit<FieldProps, 'isLabelHidden' | 'beside'> {
  /** Short ones stand in a row, those with a sentence one below the other. */
  layout: 'row' | 'stack';
  children: ReactNode;
}

/** What there is to choose from, under one heading. */
export function ChoiceGroup({ layout, children, ...group }: GroupProps) {
  return (
    <FieldGroup {...group}>
      <div className={`choice-${layout}`}>{children}</div>
    </FieldGroup>
  );
}
