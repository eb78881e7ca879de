import './Button.css';
import './FileButton.css';
import type { ChangeEvent, ReactNode } from 'react';
import { Icon } from '../icon/Icon.tsx';
import type { IconName } from '../icon/icon-paths.ts';

interface Props {
  icon: IconName;
  /** Which files: `image/*`. */
  accept: string;
  /** One picture straight from the camera, or as many as are chosen. */
  from: 'camera' | 'gallery';
  /** A tile stands among pictures. */
  isTile?: boolean;
  disabled: boolean;
  onFiles: (files: File[]) => void;
  children: ReactNode;
}

/** Opens the browser's own chooser, which works with every phone and every reader of the screen. */
export function FileButton({ icon, accept, from, isTile = false, disabled, onFiles, children }: Props) {
  const take = ({ target }: ChangeEvent<HTMLInputElement>): void => {
    const files = [...(target.files ?? [])];
    // Emptied, so that the same file can be chosen again.
    target.value = '';
    onFiles(files);
  };
  return (
    <label className={isTile ? 'file-button file-tile' : 'file-button push-button push-button-other'}>
      <Icon name={icon} size={isTile ? 24 : 20} />
      <span>{children}</span>
      <input type="file" accept={accept} disabled={disabled} onChange={take} {...(from === 'camera' ? { capture: 'environment' } : { multiple: true })} />
    </label>
  );
}
