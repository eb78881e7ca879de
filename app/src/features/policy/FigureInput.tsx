import { useState } from 'react';
import type { TimeSpan } from '@shouwen/domain/policy/clock-rules';
import type { PolicyField, PolicyUnit, PolicyValue } from '@shouwen/domain/policy/policy-field';
import { useTranslation } from 'react-i18next';
import { numberTyped, typedNumber } from './figure-typing.ts';
import { useFigureWords } from './figure-wording.ts';
import { Button } from '../../ui/Button.tsx';

interface Props {
  field: PolicyField;
  /** What it starts with. */
  value: PolicyValue;
  isWrong: boolean;
  /** Null when what is typed is no value of this kind. */
  onChange: (value: PolicyValue | null) => void;
}

/** The field that fits what stands in a figure, by the phone's own means. */
export function FigureInput(props: Props) {
  switch (props.field.takes.kind) {
    case 'number':
      return <NumberInput {...props} unit={props.field.takes.unit} />;
    case 'choice':
    case 'switch':
    case 'choices':
      return <OptionsInput {...props} />;
    case 'timeOfDay':
      return <TimeInput {...props} />;
    case 'workingTime':
      return <WorkingTimeInput {...props} />;
  }
}

function NumberInput({ field, value, unit, isWrong, onChange }: Props & { unit: PolicyUnit }) {
  const { t } = useTranslation('policy');
  const [typed, setTyped] = useState(typedNumber(field, value));
  const keyboard = unit === 'fen' ? 'decimal' : field.takes.kind === 'number' && field.takes.least < 0 ? 'text' : 'numeric';
  return (
    <div className="form-field">
      <label htmlFor="figure">{t(`typedIn.${unit}`)}</label>
      <input
        id="figure"
        inputMode={keyboard}
        autoComplete="off"
        maxLength={12}
        aria-invalid={isWrong}
        aria-describedby="figure-about"
        value={typed}
        onChange={(event) => {
          setTyped(event.target.value);
          onChange(numberTyped(field, event.target.value));
        }}
      />
    </div>
  );
}

/** One of several, several of several, or yes and no. */
function OptionsInput({ field, value, onChange }: Props) {
  const { t } = useTranslation('policy');
  const words = useFigureWords();
  const [chosen, setChosen] = useState(value);
  const { takes } = field;
  const options: readonly (string | boolean)[] = takes.kind === 'switch' ? [true, false] : 'options' in takes ? takes.options : [];
  const isOn = (option: string | boolean): boolean => (Array.isArray(chosen) ? chosen.some((one) => one === option) : chosen === option);
  const choose = (option: string | boolean): void => {
    const next = takes.kind === 'choices' ? takes.options.filter((one) => (one === option ? !isOn(one) : isOn(one))) : option;
    setChosen(next);
    onChange(next);
  };
  return (
    <fieldset className="choices">
      <legend>{t('choose')}</legend>
      {options.map((option) => (
        <label key={String(option)} className="choice choice-wide">
          <input type={takes.kind === 'choices' ? 'checkbox' : 'radio'} name="figure" checked={isOn(option)} onChange={() => choose(option)} />
          {typeof option === 'string' ? words.option(option) : t(option ? 'yes' : 'no')}
        </label>
      ))}
    </fieldset>
  );
}

function TimeInput({ value, isWrong, onChange }: Props) {
  const { t } = useTranslation('policy');
  const [typed, setTyped] = useState(typeof value === 'string' ? value : '');
  return (
    <div className="form-field">
      <label htmlFor="figure">{t('timeOfDay')}</label>
      <input
        id="figure"
        type="time"
        aria-invalid={isWrong}
        aria-describedby="figure-about"
        value={typed}
        onChange={(event) => {
          setTyped(event.target.value);
          onChange(event.target.value);
        }}
      />
    </div>
  );
}

function WorkingTimeInput({ value, isWrong, onChange }: Props) {
  const { t } = useTranslation('policy');
  const [spans, setSpans] = useState(value as TimeSpan[]);
  const put = (next: TimeSpan[]): void => {
    setSpans(next);
    onChange(next);
  };
  const change = (index: number, part: Partial<TimeSpan>): void => put(spans.map((span, at) => (at === index ? { ...span, ...part } : span)));
  return (
    <>
      {spans.map((span, index) => (
        <fieldset key={index} className="choices">
          <legend>{t('interval.name', { number: index + 1 })}</legend>
          <div className="interval">
            {(['from', 'to'] as const).map((side) => (
              <div key={side} className="form-field">
                <label htmlFor={`interval-${index}-${side}`}>{t(`interval.${side}`)}</label>
                <input
                  id={`interval-${index}-${side}`}
                  type="time"
                  aria-invalid={isWrong}
                  aria-describedby="figure-about"
                  value={span[side]}
                  onChange={(event) => change(index, { [side]: event.target.value })}
                />
              </div>
            ))}
          </div>
          {spans.length > 1 && <Button onClick={() => put(spans.filter((_span, at) => at !== index))}>{t('interval.remove', { number: index + 1 })}</Button>}
        </fieldset>
      ))}
      {spans.length < 4 && <Button onClick={() => put([...spans, { from: '', to: '' }])}>{t('interval.add')}</Button>}
    </>
  );
}
