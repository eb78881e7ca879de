import { useState } from 'react';
import type { TimeSpan } from '@shouwen/domain/policy/clock-rules';
import type { PolicyField, PolicyUnit, PolicyValue } from '@shouwen/domain/policy/policy-field';
import { useTranslation } from 'react-i18next';
import { numberTyped, typedNumber } from './figure-typing.ts';
import { useFigureWords } from '../../parts/figure-wording.ts';
import { Button } from '../../ui/action/Button.tsx';
import { FieldGroup, FieldPair } from '../../ui/field/Field.tsx';
import { TextField } from '../../ui/field/TextField.tsx';
import { Choice, ChoiceGroup } from '../../ui/field/Choice.tsx';

interface Props {
  field: PolicyField;
  /** What it starts with. */
  value: PolicyValue;
  /** What may be typed, and what is wrong with what was. */
  hint: string | null;
  problem: string | null;
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

function NumberInput({ field, value, unit, hint, problem, onChange }: Props & { unit: PolicyUnit }) {
  const { t } = useTranslation('policy');
  const [typed, setTyped] = useState(typedNumber(field, value));
  const keyboard = unit === 'fen' ? 'decimal' : field.takes.kind === 'number' && field.takes.least < 0 ? 'text' : 'numeric';
  return (
    <TextField
      label={t(`typedIn.${unit}`)}
      hint={hint}
      problem={problem}
      inputMode={keyboard}
      autoComplete="off"
      longest={12}
      value={typed}
      onType={(text) => {
        setTyped(text);
        onChange(numberTyped(field, text));
      }}
    />
  );
}

/** One of several, several of several, or yes and no. */
function OptionsInput({ field, value, hint, problem, onChange }: Props) {
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
    <ChoiceGroup layout="stack" label={t('choose')} hint={hint} problem={problem}>
      {options.map((option) => (
        <Choice
          key={String(option)}
          kind={takes.kind === 'choices' ? 'checkbox' : 'radio'}
          name="figure"
          isChosen={isOn(option)}
          onChoose={() => choose(option)}
        >
          {typeof option === 'string' ? words.option(option) : t(option ? 'yes' : 'no')}
        </Choice>
      ))}
    </ChoiceGroup>
  );
}

function TimeInput({ value, hint, problem, onChange }: Props) {
  const { t } = useTranslation('policy');
  const [typed, setTyped] = useState(typeof value === 'string' ? value : '');
  return (
    <TextField
      label={t('timeOfDay')}
      hint={hint}
      problem={problem}
      type="time"
      value={typed}
      onType={(text) => {
        setTyped(text);
        onChange(text);
      }}
    />
  );
}

function WorkingTimeInput({ value, hint, problem, onChange }: Props) {
  const { t } = useTranslation('policy');
  const [spans, setSpans] = useState(value as TimeSpan[]);
  const put = (next: TimeSpan[]): void => {
    setSpans(next);
    onChange(next);
  };
  const change = (index: number, part: Partial<TimeSpan>): void => put(spans.map((span, at) => (at === index ? { ...span, ...part } : span)));
  const last = spans.length - 1;
  return (
    <>
      {spans.map((span, index) => (
        <FieldGroup key={index} label={t('interval.name', { number: index + 1 })} hint={index === last ? hint : null} problem={index === last ? problem : null}>
          <FieldPair>
            {(['from', 'to'] as const).map((side) => (
              <TextField key={side} label={t(`interval.${side}`)} type="time" value={span[side]} onType={(text) => change(index, { [side]: text })} />
            ))}
          </FieldPair>
          {spans.length > 1 && <Button onClick={() => put(spans.filter((_span, at) => at !== index))}>{t('interval.remove', { number: index + 1 })}</Button>}
        </FieldGroup>
      ))}
      {spans.length < 4 && <Button onClick={() => put([...spans, { from: '', to: '' }])}>{t('interval.add')}</Button>}
    </>
  );
}
