import type { Pack } from '@shouwen/domain/policy/pack';
import { methodsOf } from '@shouwen/domain/refund/sum/suggestion';
import { useTranslation } from 'react-i18next';
import { yuanOf } from '../../../i18n/yuan-text.ts';
import { type FieldsProps, FormText, useFaultText } from '../FormText.tsx';
import { calculationFields, type Method, monthsChosen, readCalculation } from './refund-form.ts';
import { SuggestionSum } from './SuggestionSum.tsx';
import { Button } from '../../../ui/action/Button.tsx';
import { Select } from '../../../ui/field/Select.tsx';
import { FieldPair } from '../../../ui/field/Field.tsx';
import './CalculationFields.css';

/** REF-7: how the amount comes about, and what that comes to. */
export function CalculationFields({ pack, ...fields }: FieldsProps & { pack: Pack }) {
  const { t } = useTranslation('refund');
  const faultText = useFaultText();
  const { typed, faults, onChange } = fields;
  const method = typed.method ?? '';
  const read = readCalculation(typed, pack);
  return (
    <>
      <Select
        label={t('calculation.method')}
        part="method"
        problem={faultText(faults.method, t('calculation.method'))}
        value={method}
        onChoose={(chosen) => onChange({ method: chosen })}
        options={[
          { value: '', text: t('calculation.choose') },
          ...methodsOf(pack).map((name) => ({ value: name, text: t(`calculation.${name}`) })),
          { value: 'free', text: t('calculation.free') },
        ]}
      />
      {method !== '' && method !== 'free' && <Inputs {...fields} method={method as Method} mostFen={pack.refunds.mostFen} />}
      {read.ok && read.suggestion && (
        <div className="suggestion" role="status">
          <p className="small-print">{t('calculation.suggested')}</p>
          <SuggestionSum suggestion={read.suggestion} />
          <Button onClick={() => read.suggestion && onChange({ amount: yuanOf(read.suggestion.amountFen) })}>
            {t('calculation.use', { amount: yuanOf(read.suggestion.amountFen) })}
          </Button>
          <p className="small-print">{t('calculation.decide')}</p>
        </div>
      )}
    </>
  );
}

/** Months may be typed, or counted between two that the customer names. */
function Inputs({ method, mostFen, ...fields }: FieldsProps & { method: Method; mostFen: number }) {
  const { t } = useTranslation('refund');
  const chooseMonth = (part: { from: string } | { to: string }): void => {
    const months = monthsChosen({ ...fields.typed, ...part });
    fields.onChange({ ...part, ...(months === null ? {} : { months: String(months) }) });
  };
  return (
    <>
      {method === 'months' && (
        <FieldPair>
          <FormText {...fields} name="from" kind="month" label={t('calculation.from')} onChange={(part) => chooseMonth({ from: part.from ?? '' })} />
          <FormText {...fields} name="to" kind="month" label={t('calculation.to')} onChange={(part) => chooseMonth({ to: part.to ?? '' })} />
        </FieldPair>
      )}
      <FieldPair>
        {calculationFields[method].map(({ name, kind }) => (
          <FormText
            key={name}
            {...fields}
            name={name}
            kind={kind === 'money' ? 'money' : 'whole'}
            label={t(name === 'months' ? 'calculation.months_count' : `calculation.${name}`)}
            mostFen={mostFen}
          />
        ))}
      </FieldPair>
    </>
  );
}
