import { useTranslation } from 'react-i18next';
import { inLanguage, useLanguage } from '../../platform/device/language.ts';
import { useReference } from '../../platform/reference/reference.ts';
import { Select } from '../../ui/field/Select.tsx';

interface Props {
  label: string;
  pack: string;
  /** Units that cannot be chosen. */
  without: readonly string[];
  value: string;
  problem: string | null;
  onChoose: (unitId: string) => void;
}

/** A unit of the operator. */
export function UnitSelect({ label, pack, without, value, problem, onChoose }: Props) {
  const { t } = useTranslation('assist');
  const language = useLanguage();
  const units = [...(useReference()?.units.values() ?? [])].filter((unit) => unit.pack === pack && !without.includes(unit.id));
  return (
    <Select
      label={label}
      problem={problem}
      value={value}
      onChoose={onChoose}
      options={[{ value: '', text: t('form.choose') }, ...units.map(({ id, name }) => ({ value: id, text: inLanguage(name, language) }))]}
    />
  );
}
