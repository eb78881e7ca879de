import './IconButton.css';
import { Icon } from '../icon/Icon.tsx';
import type { IconName } from '../icon/icon-paths.ts';

interface Props {
  icon: IconName;
  /** What it does, for those who do not see the sign. */
  label: string;
  size?: number;
  disabled?: boolean;
  onClick: () => void;
}

/** A button that is only a sign, where there is no room for words. */
export function IconButton({ icon, label, size = 24, disabled = false, onClick }: Props) {
  return (
    <button type="button" className="icon-button" aria-label={label} disabled={disabled} onClick={onClick}>
      <Icon name={icon} size={size} />
    </button>
  );
}
