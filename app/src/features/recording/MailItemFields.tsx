import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { checkMailItem, type MailItemCheck } from '@shouwen/domain/complaint/intake/mail-item';
import type { RecordingForm } from '@shouwen/domain/complaint/intake/recording';
import type { Pack } from '@shouwen/domain/policy/pack';
import { inLanguage, useLanguage } from '../../platform/device/language.ts';
import { Button } from '../../ui/action/Button.tsx';
import { ButtonRow } from '../../ui/action/ButtonRow.tsx';
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
  const [left, setLeft] = useState<string | null>(null);
  const check = checkMailItem(form.mailItem);
  const word = useWord(check, left === form.mailItem && form.mailItem !== '');
  const isRight = check.kind === 'valid' || check.kind === 'domestic' || check.kind === 'notS10' || check.kind === 'unfinished';
  return (
    <>
      <TextField
        label={t('mailItem.label')}
        problem={isRight ? null : word}
        hint={isRight ? word : null}
        onBlur={() => setLeft(form.mailItem)}

        value={form.mailItem}
        longest={30}
        autoComplete="off"
        autoCapitalize="characters"
        spellCheck={false}
        placeholder="EA123456785CS"
        onType={(mailItem) => onChange({ mailItem })}
      />
      {check.kind === 'mistyped' && check.meant !== null && (
        <ButtonRow>
          <Button onClick={() => onChange({ mailItem: check.meant ?? form.mailItem })}>{t('mailItem.take', { number: check.meant })}</Button>
        </ButtonRow>
      )}
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
