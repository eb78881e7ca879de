import type { InputHTMLAttributes, RefObject, TextareaHTMLAttributes } from 'react';
import { Field, type FieldProps } from './Field.tsx';

type OwnProps<Element, Attributes> = FieldProps & {
  onType?: (text: string) => void;
  ref?: RefObject<Element | null>;
} & Omit<Attributes, keyof FieldProps | 'id' | 'className' | 'style' | 'onChange'>;

type TextFieldProps = OwnProps<HTMLInputElement, InputHTMLAttributes<HTMLInputElement>>;

/** A line to type, or a number, a day, a time: the browser's own control, which works with every keyboard, reader and phone. */
export function TextField(props: TextFieldProps) {
  const [field, { onType, ref, ...attributes }] = parted(props);
  return (
    <Field {...field}>
      {(ids) => <input {...attributes} {...ids} {...(ref && { ref })} className="control" onChange={(event) => onType?.(event.target.value)} />}
    </Field>
  );
}

/** Several lines to type. */
export function TextArea(props: OwnProps<HTMLTextAreaElement, TextareaHTMLAttributes<HTMLTextAreaElement>>) {
  const [field, { onType, ref, ...attributes }] = parted(props);
  return (
    <Field {...field}>
      {(ids) => <textarea rows={3} {...attributes} {...ids} {...(ref && { ref })} className="control" onChange={(event) => onType?.(event.target.value)} />}
    </Field>
  );
}

/** Tells whoever keeps passwords whose password is about to be typed. Nobody sees it. */
export function KnownUserName({ value }: { value: string }) {
  return <input type="email" autoComplete="username" readOnly hidden value={value} />;
}

/** What is the field's and what is the control's. */
function parted<Props extends FieldProps>(props: Props): [FieldProps, Omit<Props, keyof FieldProps>] {
  const { label, isLabelHidden, part, problem, isProblemQuiet, hint, beside, ...attributes } = props;
  return [{ label, isLabelHidden, part, problem, isProblemQuiet, hint, beside }, attributes];
}
