import { mayLackNumber, type RecordingForm } from '@shouwen/domain/complaint/intake/recording';
import { readPhone } from '@shouwen/domain/customer/phone-number';
import { areaCodesOf } from '@shouwen/domain/policy/area-codes';
import { useTranslation } from 'react-i18next';
import type { Reference } from '../../../platform/reference/reference.ts';
import { Button } from '../../../ui/action/Button.tsx';
import { ButtonRow } from '../../../ui/action/ButtonRow.tsx';
import { Chips } from '../../../ui/action/Chip.tsx';
import { TextField } from '../../../ui/field/TextField.tsx';
import type { Acquaintance } from './use-known-customer.ts';

interface Props {
  form: RecordingForm;
  reference: Reference;
  /** True once somebody has tried to save without a number that can be called. */
  isMissing: boolean;
  acquaintance: Acquaintance | null;
  onChange: (part: Partial<RecordingForm>) => void;
}

/** The number to call the customer at, or that what came holds none (REC-2). */
export function PhoneField({ form, reference: { pack, regions }, isMissing, acquaintance, onChange }: Props) {
  const { t } = useTranslation('recording');
  const problem = useProblem(form.phone);
  const read = readPhone(form.phone);
  const areas = 'local' in read ? areaCodesOf(pack, form.homeRegion ?? null, regions) : [];
  return (
    <>
      <TextField
        label={t('phone.label')}
        part="phone"
        problem={isMissing ? problem : null}
        isProblemQuiet
        hint={acquaintance === null ? null : t(`phone.${acquaintance}`)}
        type="tel"
        inputMode="tel"
        autoComplete="off"
        value={form.phone}
        onType={(phone) => onChange({ phone })}
      />
      {'local' in read && areas.length > 0 && (
        <ButtonRow>
          {areas.map((area) => (
            <Button key={area} onClick={() => onChange({ phone: `${area}-${read.local}` })}>
              {t('phone.withArea', { number: `${area}-${read.local}` })}
            </Button>
          ))}
        </ButtonRow>
      )}
      {read.kind === 'empty' && mayLackNumber(form.channel, pack) && (
        <Chips
          label={t('phone.label')}
          choices={[{ id: 'without', name: t('phone.without') }]}
          chosen={form.isWithoutNumber ? ['without'] : []}
          onChoose={() => onChange({ isWithoutNumber: !form.isWithoutNumber })}
        />
      )}
    </>
  );
}

/** What is wrong with a number, in words that say what to do; null where nothing is. */
function useProblem(phone: string): string | null {
  const { t } = useTranslation('recording');
  const read = readPhone(phone);
  if ('number' in read) return null;
  if (read.kind === 'empty') return t('missing.phone');
  return read.kind === 'wrongLength' ? t(`phone.problem.${read.wanted}`, { digits: read.digits }) : t(`phone.problem.${read.kind}`);
}
