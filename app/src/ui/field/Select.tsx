import type { ReactNode } from 'react';
import { Field, type FieldProps } from './Field.tsx';

interface Props extends FieldProps {
  value: string;
  onChoose: (value: string) => void;
  /** What can be chosen; or `option` elements as children, where they stand in groups. */
  options?: readonly { value: string; text: string; disabled?: boolean }[];
  children?: ReactNode;
}

/** One of a list, by the phone's own means of choosing. */
export function Select({ value, onChoose, options = [], children, ...field }: Props) {
  return (
    <Field {...field}>
      {(ids) => (
        <select {...ids} className="control" value={value} onChange={(event) => onChoose(event.target.value)}>
          {options.map((option) => (
            <option key={option.value} value={option.value} disabled={option.disabled === true}>
              {option.text}
            </option>
          ))}
          {children}
        </select>
      )}
    </Field>
  );
}
