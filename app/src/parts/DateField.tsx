import { type ComponentProps, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { oddYearIn, withYear } from '../platform/device/local-moment.ts';
import { Button } from '../ui/action/Button.tsx';
import { TextField } from '../ui/field/TextField.tsx';

interface Props extends ComponentProps<typeof TextField> {
  type: 'date' | 'datetime-local' | 'month';
  value: string;
  onType: (typed: string) => void;
}

/** A day, month or moment to choose. A year that nobody can mean is asked about once the field is left: while it is typed, every year begins as one. */
export function DateField({ value, onType, problem = null, ...rest }: Props) {
  const { t } = useTranslation('shell');
  const [left, setLeft] = useState<string | null>(null);
  const odd = oddYearIn(value);
  const isAsked = odd !== null && (left === value || problem !== null);
  return (
    <>
      <TextField {...rest} value={value} onType={onType} onBlur={() => setLeft(value)} problem={isAsked ? t('oddYear.ask', { year: odd.typed }) : problem} />
      {isAsked && <Button onClick={() => onType(withYear(value, odd.meant))}>{t('oddYear.take', { year: odd.meant })}</Button>}
    </>
  );
}
