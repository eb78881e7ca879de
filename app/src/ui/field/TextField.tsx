import { type InputHTMLAttributes, type RefObject, type TextareaHTMLAttributes, use } from 'react';
import { Field, type FieldProps } from './Field.tsx';
import { lengthOf, LengthWordsContext } from './length-words.ts';

type OwnProps<Element, Attributes> = FieldProps & {
  onType?: (text: string) => void;
  ref?: RefObject<Element | null>;
  /** The most that is taken. Nothing beyond it is cut off: it is told, and the form is not sent before it fits. */
  longest?: number;
} & Omit<Attributes, keyof FieldProps | 'id' | 'className' | 'style' | 'onChange' | 'maxLength'>;

type TextFieldProps = OwnProps<HTMLInputElement, InputHTMLAttributes<HTMLInputElement>>;

/** A line to type, or a number, a day, a time: the browser's own control, which works with every keyboard, reader and phone. */
export function TextField(props: TextFieldProps) {
  const [field, { onType, ref, longest, ...attributes }] = parted(props);
  return (
    <Field {...field} {...useLengthNotes(field, attributes.value, longest)}>
      {(ids) => <input {...attributes} {...ids} {...(ref && { ref })} className="control" onChange={(event) => onType?.(event.target.value)} />}
    </Field>
  );
}

/** Several lines to type. */
export function TextArea(props: OwnProps<HTMLTextAreaElement, TextareaHTMLAttributes<HTMLTextAreaElement>>) {
  const [field, { onType, ref, longest, ...attributes }] = parted(props);
  return (
    <Field {...field} {...useLengthNotes(field, attributes.value, longest)}>
      {(ids) => <textarea rows={3} {...attributes} {...ids} {...(ref && { ref })} className="control" onChange={(event) => onType?.(event.target.value)} />}
    </Field>
  );
}

/** Tells whoever keeps passwords whose password is about to be typed. Nobody sees it. */
export function KnownUserName({ value }: { value: string }) {
  return <input type="email" autoComplete="username" readOnly hidden value={value} />;
}

/** What is said of the length stands behind what else is said of the field; a text that is too long is a problem by itself. */
function useLengthNotes({ hint, problem }: FieldProps, value: unknown, longest: number | undefined): Partial<FieldProps> {
  const words = use(LengthWordsContext);
  if (longest === undefined || typeof value !== 'string') return {};
  const length = lengthOf(value, longest);
  if (length.kind === 'fits') return {};
  if (length.kind === 'near') return { hint: [hint, words.left(length.count)].filter(Boolean).join(' ') };
  return { problem: [problem, words.over(length.count, longest)].filter(Boolean).join(' '), isTooLong: true };
}

/** What is the field's and what is the control's. */
function parted<Props extends FieldProps>(props: Props): [FieldProps, Omit<Props, keyof FieldProps>] {
  const { label, isLabelHidden, part, problem, isProblemQuiet, hint, isTooLong, beside, ...attributes } = props;
  return [{ label, isLabelHidden, part, problem, isProblemQuiet, hint, isTooLong, beside }, attributes];
}
