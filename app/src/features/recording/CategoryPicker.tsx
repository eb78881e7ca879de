import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { findCategory } from '@shouwen/domain/policy/category';
import { searchCategories } from '@shouwen/domain/policy/category-search';
import type { Category, Pack } from '@shouwen/domain/policy/pack';
import { inLanguage, useLanguage } from '../../platform/device/language.ts';
import { IconButton } from '../../ui/action/IconButton.tsx';
import { BareButton } from '../../ui/action/BareButton.tsx';
import { SearchField } from '../../ui/field/SearchField.tsx';
import { Modal } from '../../ui/sheet/Modal.tsx';
import './CategoryPicker.css';

interface Props {
  pack: Pack;
  category: string;
  onChoose: (category: string) => void;
  onClose: () => void;
}

/** All categories in two levels, or those that match a word, a number or the initials typed. */
export function CategoryPicker({ pack, category, onChoose, onClose }: Props) {
  const { t } = useTranslation(['recording', 'shell']);
  const language = useLanguage();
  const [typed, setTyped] = useState('');
  const [groupId, setGroupId] = useState(() => findCategory(pack, category)?.group.id ?? pack.categories[0]?.id);
  const isSearching = typed.trim() !== '';
  const listed = isSearching ? searchCategories(pack, typed) : (pack.categories.find(({ id }) => id === groupId)?.children ?? []);
  return (
    <Modal className="category-picker" aria-label={t('category.label')} onClose={onClose}>
      <header>
        <SearchField isFocused label={t('category.search')} value={typed} onType={setTyped} />
        <IconButton icon="close" label={t('shell:close')} onClick={onClose} />
      </header>
      <div className="category-levels">
        {!isSearching && (
          <nav aria-label={t('category.groups')}>
            {pack.categories.map(({ id, name }) => (
              <BareButton key={id} className="category-level" aria-pressed={id === groupId} onClick={() => setGroupId(id)}>
                {inLanguage(name, language)}
              </BareButton>
            ))}
          </nav>
        )}
        <ul>
          {listed.map((each) => (
            <li key={each.id}>
              <BareButton className="category-level" aria-pressed={each.id === category} onClick={() => onChoose(each.id)}>
                <span>{inLanguage(each.name, language)}</span>
                <small>{about(each)}</small>
              </BareButton>
            </li>
          ))}
          {listed.length === 0 && <li className="category-none">{t('category.none')}</li>}
        </ul>
      </div>
    </Modal>
  );

  function about(each: Category): string {
    const group = isSearching ? findCategory(pack, each.id)?.group : undefined;
    const risk = each.redLine ? t('category.redLine') : each.regulatoryRisk ? t('category.risk') : '';
    return [group ? inLanguage(group.name, language) : '', risk].filter((part) => part !== '').join(' · ');
  }
}
