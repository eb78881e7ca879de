import { useState } from 'react';
import { policyRefusalOf } from '@shouwen/domain/policy/change-policy';
import type { PolicyField, PolicyValue } from '@shouwen/domain/policy/policy-field';
import { useTranslation } from 'react-i18next';
import { Sheet } from '../../ui/sheet/Sheet.tsx';
import { FigureInput } from './FigureInput.tsx';
import { useFigureWords } from '../../parts/figure-wording.ts';
import { Button } from '../../ui/action/Button.tsx';
import { ButtonRow } from '../../ui/action/ButtonRow.tsx';
import { Form } from '../../ui/field/Form.tsx';

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
  const submit = (): void => {
    if (value === null || policyRefusalOf(field, value)) return setWrong(true);
    onSet(JSON.stringify(value) === JSON.stringify(inForce) ? null : value);
  };
  return (
    <Sheet title={words.name(field)} onClose={onClose}>
      <Form onSubmit={submit}>
        <p className="small-print">{t('now', { value: words.value(field, inForce) })}</p>
        <FigureInput
          field={field}
          value={wanted ?? inForce}
          hint={bounds}
          problem={isWrong ? (bounds ? t('wrong.bounds', { bounds }) : t('wrong.value')) : null}
          onChange={(typed) => {
            setWrong(false);
            setValue(typed);
          }}
        />
        {basis && <p className="small-print">{t('basis', { basis })}</p>}
        <ButtonRow>
          <Button type="submit" kind="main">
            {t('set')}
          </Button>
          {wanted !== undefined && <Button onClick={() => onSet(null)}>{t('unset')}</Button>}
        </ButtonRow>
      </Form>
    </Sheet>
  );
}
