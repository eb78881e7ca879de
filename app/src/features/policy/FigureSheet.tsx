import { type FormEvent, useState } from 'react';
import { refusalOf } from '@shouwen/domain/policy/change-policy';
import type { PolicyField, PolicyValue } from '@shouwen/domain/policy/policy-field';
import { useTranslation } from 'react-i18next';
import { Sheet } from '../../ui/Sheet.tsx';
import { FigureInput } from './FigureInput.tsx';
import { useFigureWords } from './figure-wording.ts';
import { Button } from '../../ui/Button.tsx';
import { ButtonRow } from '../../ui/ButtonRow.tsx';

interface Props {
  field: PolicyField;
  inForce: PolicyValue;
  wanted: PolicyValue | undefined;
  onSet: (value: PolicyValue | null) => void;
  onClose: () => void;
}

/** One figure, with its bounds and what they rest upon; nothing outside them is taken down. */
export function FigureSheet({ field, inForce, wanted, onSet, onClose }: Props) {
  const { t } = useTranslation('policy');
  const words = useFigureWords();
  const [value, setValue] = useState<PolicyValue | null>(wanted ?? inForce);
  const [isWrong, setWrong] = useState(false);
  const [bounds, basis] = [words.bounds(field), words.basis(field)];
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (value === null || refusalOf(field, value)) return setWrong(true);
    onSet(JSON.stringify(value) === JSON.stringify(inForce) ? null : value);
  };
  return (
    <Sheet title={words.name(field)} onClose={onClose}>
      <form className="command-form" noValidate onSubmit={submit}>
        <p className="small-print">{t('now', { value: words.value(field, inForce) })}</p>
        <FigureInput
          field={field}
          value={wanted ?? inForce}
          isWrong={isWrong}
          onChange={(typed) => {
            setWrong(false);
            setValue(typed);
          }}
        />
        <div id="figure-about">
          {isWrong && (
            <p className="form-missing" role="alert">
              {bounds ? t('wrong.bounds', { bounds }) : t('wrong.value')}
            </p>
          )}
          {!isWrong && bounds && <p className="small-print">{bounds}</p>}
          {basis && <p className="small-print">{t('basis', { basis })}</p>}
        </div>
        <ButtonRow>
          <Button type="submit" kind="main">
            {t('set')}
          </Button>
          {wanted !== undefined && <Button onClick={() => onSet(null)}>{t('unset')}</Button>}
        </ButtonRow>
      </form>
    </Sheet>
  );
}
