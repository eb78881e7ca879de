import { useTranslation } from 'react-i18next';
import { inLanguage, useLanguage } from '../../../platform/device/language.ts';
import type { Reference } from '../../../platform/reference/reference.ts';
import { Card } from '../../../ui/card/Card.tsx';
import { FieldPair } from '../../../ui/field/Field.tsx';
import { Select } from '../../../ui/field/Select.tsx';
import { TextField } from '../../../ui/field/TextField.tsx';
import { useFieldOf } from '../use-field-of.ts';
import type { DraftSession } from '../use-recording-draft.ts';
import { PhoneField } from './PhoneField.tsx';
import type { Acquaintance } from './use-known-customer.ts';
import type { RecordingPart } from '../recording-form.ts';

interface Props {
  session: DraftSession;
  reference: Reference;
  missing: readonly RecordingPart[];
  acquaintance: Acquaintance | null;
  /** Of a known customer, to compare with what they say. */
  nameMasked: string | null;
}

/** Who complains, and by which way it came. */
export function CustomerFields({ session, reference, missing, acquaintance, nameMasked }: Props) {
  const { t } = useTranslation('recording');
  const language = useLanguage();
  const fieldOf = useFieldOf(missing);
  const { form } = session.draft;
  return (
    <Card>
      <PhoneField form={form} reference={reference} isMissing={missing.includes('phone')} acquaintance={acquaintance} onChange={session.change} />
      <FieldPair>
        <TextField
          label={t('name.label')}
          {...fieldOf('name')}
          hint={nameMasked === null ? null : t('name.known', { name: nameMasked })}
          autoComplete="off"
          longest={60}
          value={form.name}
          onType={(name) => session.change({ name })}
        />
        <Select
          label={t('channel.label')}
          {...fieldOf('channel')}
          value={form.channel}
          onChoose={(channel) => session.change({ channel })}
          options={[
            { value: '', text: t('choose'), disabled: true },
            ...reference.pack.channels.map(({ id, name }) => ({ value: id, text: inLanguage(name, language) })),
          ]}
        />
      </FieldPair>
    </Card>
  );
}
