import './SearchField.css';
import { useTranslation } from 'react-i18next';
import { IconButton } from '../action/IconButton.tsx';
import { Icon } from '../icon/Icon.tsx';

interface Props {
  label: string;
  value: string;
  onType: (text: string) => void;
  isFocused?: boolean;
}

/** Looks for something while it is being typed. */
export function SearchField({ label, value, onType, isFocused = false }: Props) {
  const { t } = useTranslation('shell');
  return (
    <div className="search-field" role="search">
      <Icon name="search" size={20} />
      <input
        type="search"
        autoFocus={isFocused}
        value={value}
        placeholder={label}
        aria-label={label}
        enterKeyHint="search"
        autoComplete="off"
        onChange={(event) => onType(event.target.value)}
      />
      {value !== '' && <IconButton icon="close" label={t('clearSearch')} size={20} onClick={() => onType('')} />}
    </div>
  );
}
