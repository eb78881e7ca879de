import '../i18n/later-texts.ts';
import { type ReactNode, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Sheet } from '../ui/sheet/Sheet.tsx';
import { Button } from '../ui/action/Button.tsx';
import { Form } from '../ui/field/Form.tsx';
import { TextArea } from '../ui/field/TextField.tsx';

interface Props {
  title: string;
  hint: string;
  /** Null where nothing has to be said: then it only asks whether one is sure. */
  label: string | null;
  submit: string;
  /** What is to be seen before it is done. */
  beforehand?: ReactNode;
  onSubmit: (reason: string) => void;
  onClose: () => void;
}

const longest = 500;

/** Asks for the reason of what is about to be done, or once more whether it is meant, for what cannot be taken back. */
export function ReasonSheet({ title, hint, label, submit, beforehand, onSubmit, onClose }: Props) {
  const { t } = useTranslation('refund');
  const [reason, setReason] = useState('');
  const [isMissing, setMissing] = useState(false);
  const field = useRef<HTMLTextAreaElement>(null);
  const finish = (): void => {
    const isEmpty = label !== null && reason.trim() === '';
    setMissing(isEmpty);
    if (isEmpty) field.current?.focus();
    else onSubmit(reason.trim());
  };
  return (
    <Sheet title={title} onClose={onClose}>
      <Form onSubmit={finish}>
        <p>{hint}</p>
        {beforehand}
        {label !== null && (
          <TextArea
            ref={field}
            label={label}
            problem={isMissing ? t('missingText', { field: label }) : null}
            longest={longest}
            value={reason}
            onType={setReason}
          />
        )}
        <Button type="submit" kind="main">
          {submit}
        </Button>
      </Form>
    </Sheet>
  );
}
