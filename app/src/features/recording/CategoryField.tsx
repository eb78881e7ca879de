import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { findCategory } from '@shouwen/domain/policy/category';
import { suggestCategories } from '@shouwen/domain/policy/category-search';
import type { Pack } from '@shouwen/domain/policy/pack';
import { inLanguage, useLanguage } from '../../platform/device/language.ts';
import { CategoryPicker } from './CategoryPicker.tsx';
import { Chip, ChipRow, MoreChip } from '../../ui/action/Chip.tsx';
import { FieldGroup } from '../../ui/field/Field.tsx';

interface Props {
  pack: Pack;
  told: string;
  category: string;
  problem: string | null;
  onChoose: (category: string) => void;
}

const mostSuggestions = 3;

/** What the customer's words point to, one tap away; everything else behind one more. */
export function CategoryField({ pack, told, category, problem, onChoose }: Props) {
  const { t } = useTranslation('recording');
  const language = useLanguage();
  const [isPicking, setPicking] = useState(false);
  const suggested = suggestCategories(pack, told, mostSuggestions);
  const chosen = findCategory(pack, category)?.category;
  const offered = chosen && !suggested.includes(chosen) ? [chosen, ...suggested.slice(0, mostSuggestions - 1)] : suggested;
  const choices = offered.map(({ id, name }) => ({ id, name: inLanguage(name, language) }));
  return (
    <FieldGroup label={t('category.label')} part="category" problem={problem} isProblemQuiet hint={choices.length === 0 ? t('category.hint') : null}>
      <ChipRow>
        {choices.map(({ id, name }) => (
          <Chip key={id} isChosen={id === category} onChoose={() => onChoose(id)}>
            {name}
          </Chip>
        ))}
        <MoreChip onClick={() => setPicking(true)}>{t(choices.length === 0 ? 'category.pick' : 'category.all')}</MoreChip>
      </ChipRow>
      {isPicking && (
        <CategoryPicker
          pack={pack}
          category={category}
          onClose={() => setPicking(false)}
          onChoose={(id) => {
            onChoose(id);
            setPicking(false);
          }}
        />
      )}
    </FieldGroup>
  );
}
