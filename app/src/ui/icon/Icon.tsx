import './Icon.css';
import { type IconName, iconPaths } from './icon-paths.ts';

/** A sign beside words; it is never the only carrier of a meaning, so readers of the screen do not hear it. */
export function Icon({ name, size = 24 }: { name: IconName; size?: number }) {
  return (
    <svg className="icon" width={size} height={size} viewBox="0 0 24 24" aria-hidden="true">
      <path d={iconPaths[name]} />
    </svg>
  );
}
