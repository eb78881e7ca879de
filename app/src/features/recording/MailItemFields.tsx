import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { checkMailItem, type MailItemCheck, serviceOfItem } from '@shouwen/domain/complaint/intake/mail-item';
import type { RecordingForm } from '@shouwen/domain/complaint/intake/recording';
import type { Pack } from '@shouwen/domain/policy/pack';
import { inLanguage, useLanguage } from '../../platform/device/language.ts';
import { Button } from '../../ui/action/Button.tsx';
import { ButtonRow } from '../../ui/action/ButtonRow.tsx';
import { Chips } from '../../ui/action/Chip.tsx';
import { FieldGroup } from '../../ui/field/Field.tsx';
import { TextField } from '../../ui/field/TextField.tsx';
import type { useFieldOf } from './use-field-of.ts';

interface Props {
  pack: Pack;
  form: RecordingForm;
  fieldOf: ReturnType<typeof useFieldOf>;
  onChange: (part: Partial<RecordingForm>) => void;
}

/** The item concerned and its service (PST-1). A number that looks wrong is pointed out and kept as it was typed. */
export function MailItemFields({ pack, form, fieldOf, onChange }: Props) {
  const { t } = useTranslation('recording');
  const language = useLanguage();
  const [left, setLeft] = useState<string | null>(null);
  const check = checkMailItem(form.mailItem);
  const word = useWord(check, left === form.mailItem && form.mailItem !== '');
  const isRight = check.kind === 'valid' || check.kind === 'domestic' || check.kind === 'notS10' || check.kind === 'unfinished';
  return (
    <>
      <TextField
        label={t('mailItem.label')}
        part="mailItem"
        problem={isRight ? fieldOf('mailItem').problem : word}
        hint={isRight ? word : null}
        onBlur={() => setLeft(form.mailItem)}
        value={form.mailItem}
        longest={30}
        autoComplete="off"
        autoCapitalize="characters"
        spellCheck={false}
        placeholder="EA123456785CS"
        onType={(mailItem) => onChange(withService(pack, form, mailItem))}
      />
      {check.kind === 'mistyped' && check.meant !== null && (
        <ButtonRow>
          <Button onClick={() => onChange(withService(pack, form, check.meant ?? form.mailItem))}>{t('mailItem.take', { number: check.meant })}</Button>
        </ButtonRow>
      )}
      {form.mailItem.trim() === '' && (
        <Chips
          label={t('mailItem.label')}
          choices={[{ id: 'without', name: t('mailItem.without') }]}
          chosen={form.isWithoutItem ? ['without'] : []}
          onChoose={() => onChange({ isWithoutItem: !form.isWithoutItem })}
        />
      )}
      <FieldGroup label={t('mailItem.service')} {...fieldOf('mailService')}>
        <Chips
          choices={[
            ...pack.mailServices.map(({ id, name }) => ({ id, name: inLanguage(name, language) })),
            { id: unknownService, name: t('mailItem.unknown') },
          ]}
          chosen={form.mailService === null ? (form.isServiceUnknown ? [unknownService] : []) : [form.mailService]}
          onChoose={(id) => onChange(id === unknownService ? { mailService: null, isServiceUnknown: !form.isServiceUnknown } : chosenService(form, id))}
        />
      </FieldGroup>
    </>
  );
}

const unknownService = 'unknown';

function chosenService(form: RecordingForm, id: string): Partial<RecordingForm> {
  return { mailService: id === form.mailService ? null : id, isServiceUnknown: false };
}

/** REC-2: EMS follows from the item's prefix. What was chosen by hand stays; what followed from another number goes with it. */
function withService(pack: Pack, form: RecordingForm, mailItem: string): Partial<RecordingForm> {
  const followed = form.mailService === null || form.mailService === serviceOfItem(pack, form.mailItem);
  return { mailItem, ...(followed && { mailService: serviceOfItem(pack, mailItem) }) };
}

/** What is said of a number; of one that is not finished only once somebody has left it so. */
function useWord(check: MailItemCheck, isLeft: boolean): string | null {
  const { t } = useTranslation('recording');
  switch (check.kind) {
    case 'unfinished':
      return isLeft ? t('mailItem.unfinished') : null;
    case 'missingDigits':
    case 'extraDigits':
      return t(`mailItem.${check.kind}`, { digits: check.count });
    case 'domesticLength':
      return t('mailItem.domesticLength', { digits: check.digits });
    default:
      return t(`mailItem.${check.kind}`);
  }
}
