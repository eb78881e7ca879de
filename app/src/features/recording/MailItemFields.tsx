import { useTranslation } from 'react-i18next';
import { checkMailItem } from '@shouwen/domain/complaint/intake/mail-item';
import type { RecordingForm } from '@shouwen/domain/complaint/intake/recording';
import type { Pack } from '@shouwen/domain/policy/pack';
import { inLanguage, useLanguage } from '../../platform/device/language.ts';
import { Chips } from '../../ui/action/Chip.tsx';
import { FieldGroup } from '../../ui/field/Field.tsx';
import { TextField } from '../../ui/field/TextField.tsx';

interface Props {
  pack: Pack;
  form: RecordingForm;
  onChange: (part: Partial<RecordingForm>) => void;
}

/** The item concerned and its service (PST-1). A number that looks wrong is pointed out and kept as it was typed. */
export function MailItemFields({ pack, form, onChange }: Props) {
  const { t } = useTranslation('recording');
  const language = useLanguage();
  const isLongEnough = form.mailItem.replace(/[\s-]/g, '').length >= 13;
  const check = isLongEnough ? checkMailItem(form.mailItem) : null;
  return (
    <>
      <TextField
        label={t('mailItem.label')}
        problem={check === 'wrongCheckDigit' ? t('mailItem.wrongCheckDigit') : null}
        hint={check === 'notS10' ? t('mailItem.notS10') : check === 'valid' ? t('mailItem.valid') : null}

        value={form.mailItem}
        longest={30}
        autoComplete="off"
        autoCapitalize="characters"
        spellCheck={false}
        placeholder="EA123456785CS"
        onType={(mailItem) => onChange({ mailItem })}
      />
      <FieldGroup label={t('mailItem.service')}>
        <Chips
          choices={pack.mailServices.map(({ id, name }) => ({ id, name: inLanguage(name, language) }))}
          chosen={form.mailService === null ? [] : [form.mailService]}
          onChoose={(id) => onChange({ mailService: id === form.mailService ? null : id })}
        />
      </FieldGroup>
    </>
  );
}
