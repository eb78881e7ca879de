import { changeKinds, type RecordedChange } from '@shouwen/domain/change/change';
import { type ChangeFilter, changeFilterSchema } from '@shouwen/domain/change/change-filter';
import { useTranslation } from 'react-i18next';
import { nowMs } from '../../platform/device/clock.ts';
import { unitName } from '../../platform/reference/reference.ts';
import { Choice } from '../../ui/field/Choice.tsx';
import { Select } from '../../ui/field/Select.tsx';
import { monthsBack, type NamedChoice, peopleIn, unitsIn } from './record-choices.ts';

interface Props {
  filter: ChangeFilter;
  /** What has been loaded: who and which units there are to choose from. */
  changes: readonly RecordedChange[];
  onFilter: (filter: ChangeFilter) => void;
}

/** Narrows the record by month, kind, person, unit, and to what one person did alone, which is what an auditor looks at first. */
export function RecordFilter({ filter, changes, onFilter }: Props) {
  const { t } = useTranslation('changes');
  const all = { value: '', text: t('filter.all') };
  const kinds = changeKinds.map((value): NamedChoice => ({ value, text: t(`filter.kinds.${value}`) }));
  const months = monthsBack(nowMs()).map((value): NamedChoice => ({ value, text: value }));
  const choose = (name: 'kind' | 'uid' | 'unitId' | 'month') => (value: string) =>
    onFilter(changeFilterSchema.parse({ ...filter, [name]: value === '' ? null : value }));
  return (
    <>
      <Select label={t('filter.month')} value={filter.month ?? ''} options={[{ value: '', text: t('filter.newest') }, ...months]} onChoose={choose('month')} />
      <Select label={t('filter.kind')} value={filter.kind ?? ''} options={[all, ...kinds]} onChoose={choose('kind')} />
      <Select label={t('filter.person')} value={filter.uid ?? ''} options={[all, ...kept(filter.uid, peopleIn(changes))]} onChoose={choose('uid')} />
      <Select
        label={t('filter.unit')}
        value={filter.unitId ?? ''}
        options={[all, ...kept(filter.unitId, unitsIn(changes, unitName))]}
        onChoose={choose('unitId')}
      />
      <Choice kind="checkbox" isChosen={filter.isAlone} onChoose={(isAlone) => onFilter({ ...filter, isAlone })}>
        {t('filter.alone')}
      </Choice>
    </>
  );
}

/** What was chosen stays to be seen, also where another month has nothing of it. */
function kept(chosen: string | null, choices: readonly NamedChoice[]): readonly NamedChoice[] {
  return chosen === null || choices.some(({ value }) => value === chosen) ? choices : [{ value: chosen, text: chosen }, ...choices];
}
