import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { findCategory, suggestCategories } from '@shouwen/domain/policy/category';
import type { Pack } from '@shouwen/domain/policy/pack';
import { inLanguage, useLanguage } from '../../platform/device/language.ts';
import { CategoryPicker } from './CategoryPicker.tsx';
import { FieldGroup } from './Field.tsx';
import { MoreChip, Chips } from '../../ui/Chip.tsx';

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
    <FieldGroup label={t('category.label')} name="category" problem={problem} hint={choices.length === 0 ? t('category.hint') : null}>
      <div className="chips">
        {choices.length > 0 && <Chips choices={choices} chosen={[category]} onChoose={onChoose} />}
        <MoreChip onClick={() => setPicking(true)}>{t(choices.length === 0 ? 'category.pick' : 'category.all')}</MoreChip>
      </div>
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
