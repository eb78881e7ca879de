import '../../i18n/later-texts.ts';
import { places } from '@shouwen/domain/complaint/particulars';
import type { ServiceDutyKind } from '@shouwen/domain/policy/service-duties';
import { useTranslation } from 'react-i18next';
import { formatLocalMoment } from '../../platform/device/local-moment.ts';
import { Chips } from '../../ui/action/Chip.tsx';
import { FieldGroup, FieldPair } from '../../ui/field/Field.tsx';
import { TextField } from '../../ui/field/TextField.tsx';
import { DateField } from '../DateField.tsx';
import { billNames, type TypedParticulars } from './typed-particulars.ts';

interface Props {
  kind: ServiceDutyKind;
  typed: TypedParticulars;
  /** Names of what cannot be read. */
  wrong: readonly string[];
  nowMs: number;
  onChange: (name: string, value: string) => void;
}

const bills = ['now', 'oneBefore', 'twoBefore', 'threeBefore'] as const;

/** What a duty of law depends on and only the customer or a bill can tell (Telecom Regulations 32–34). It may stay open: then the shorter time counts. */
export function ParticularFields({ kind, typed, wrong, nowMs, onChange }: Props) {
  const { t } = useTranslation('particulars');
  if (kind === 'lineRepair')
    return (
      <FieldGroup label={t('place.label')} hint={t('place.hint')}>
        <Chips
          choices={places.map((id) => ({ id, name: t(`place.${id}`) }))}
          chosen={places.filter((place) => place === typed['place'])}
          onChoose={(place) => onChange('place', typed['place'] === place ? '' : place)}
        />
      </FieldGroup>
    );
  if (kind === 'restoration')
    return (
      <DateField
        type="datetime-local"
        label={t('paidAtMs.label')}
        hint={t('paidAtMs.hint')}
        problem={wrong.includes('paidAtMs') ? t('paidAtMs.wrong') : null}
        max={formatLocalMoment(nowMs)}
        value={typed['paidAtMs'] ?? ''}
        onType={(moment) => onChange('paidAtMs', moment)}
      />
    );
  return (
    <FieldGroup label={t('bills.label')} hint={t('bills.hint')}>
      {[billNames.slice(0, 2), billNames.slice(2)].map((pair) => (
        <FieldPair key={pair.join()}>
          {pair.map((name) => (
            <TextField
              key={name}
              type="text"
              inputMode="decimal"
              autoComplete="off"
              longest={16}
              label={t(`bills.of.${bills[billNames.indexOf(name)] ?? 'now'}`)}
              problem={wrong.includes(name) ? t('bills.wrong') : null}
              value={typed[name] ?? ''}
              onType={(amount) => onChange(name, amount)}
            />
          ))}
        </FieldPair>
      ))}
    </FieldGroup>
  );
}
