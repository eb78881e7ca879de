import { useTranslation } from 'react-i18next';
import { Icon } from '../../ui/Icon.tsx';
import { IconButton } from '../../ui/IconButton.tsx';

export function SearchField({ typed, onType }: { typed: string; onType: (typed: string) => void }) {
  const { t } = useTranslation('worklist');
  return (
    <div className="search-field" role="search">
      <Icon name="search" size={20} />
      <input
        type="search"
        value={typed}
        placeholder={t('search')}
        aria-label={t('search')}
        enterKeyHint="search"
        autoComplete="off"
        onChange={(event) => onType(event.target.value)}
      />
      {typed !== '' && <IconButton icon="close" label={t('clearSearch')} size={20} onClick={() => onType('')} />}
    </div>
  );
}
