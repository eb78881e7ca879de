import type { InputHTMLAttributes } from 'preact';

interface TextFieldProps {
  id: string;
  label: string;
  hint: string;
  error: string | null;
  value: string;
  onInput: (value: string) => void;
  /** A field of several lines takes its rows here, one of a single line its input's attributes. */
  rows?: number;
  input?: InputHTMLAttributes;
}

/** A labelled field whose hint and error are read out with it. */
export function ReplyField({ id, label, hint, error, value, onInput, rows, input }: TextFieldProps) {
  const described = {
    id,
    value,
    'aria-describedby': error === null ? `${id}-hint` : `${id}-error ${id}-hint`,
    'aria-invalid': error !== null,
    onInput: (event: { currentTarget: { value: string } }) => onInput(event.currentTarget.value),
  };
  return (
    <div class="field">
      <label for={id}>{label}</label>
      {rows === undefined ? <input type="text" {...input} {...described} /> : <textarea rows={rows} {...described} />}
      {error !== null && (
        <p class="error" id={`${id}-error`}>
          {error}
        </p>
      )}
      <p class="hint" id={`${id}-hint`}>
        {hint}
      </p>
    </div>
  );
}
