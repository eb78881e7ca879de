import '../i18n/later-texts.ts';
import { type FormEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Sheet } from '../ui/Sheet.tsx';
import { Button } from '../ui/Button.tsx';

interface Props {
  title: string;
  hint: string;
  /** Null where nothing has to be said: then it only asks whether one is sure. */
  label: string | null;
  submit: string;
  onSubmit: (reason: string) => void;
  onClose: () => void;
}

const longest = 500;

/** Asks for the reason of what is about to be done, or once more whether it is meant, for what cannot be taken back. */
export function ReasonSheet({ title, hint, label, submit, onSubmit, onClose }: Props) {
  const { t } = useTranslation('refund');
  const [reason, setReason] = useState('');
  const [isMissing, setMissing] = useState(false);
  const field = useRef<HTMLTextAreaElement>(null);
  const finish = (event: FormEvent): void => {
    event.preventDefault();
    const isEmpty = label !== null && reason.trim() === '';
    setMissing(isEmpty);
    if (isEmpty) field.current?.focus();
    else onSubmit(reason.trim());
  };
  return (
    <Sheet title={title} onClose={onClose}>
      <form className="command-form" noValidate onSubmit={finish}>
        <p>{hint}</p>
        {label !== null && (
          <div className="form-field">
            <label htmlFor="reason">{label}</label>
            <textarea
              ref={field}
              id="reason"
              rows={3}
              maxLength={longest}
              value={reason}
              {...(isMissing ? { 'aria-invalid': true, 'aria-describedby': 'reason-missing' } : {})}
              onChange={(event) => setReason(event.target.value)}
            />
            {isMissing && (
              <p id="reason-missing" className="form-missing" role="alert">
                {t('missingText', { field: label })}
              </p>
            )}
          </div>
        )}
        <Button type="submit" kind="main">
          {submit}
        </Button>
      </form>
    </Sheet>
  );
}
