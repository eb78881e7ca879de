import './Blank.css';
import { Icon } from '../icon/Icon.tsx';
import { Button } from '../action/Button.tsx';
import { ButtonLink } from '../action/ButtonLink.tsx';
import type { IconName } from '../icon/icon-paths.ts';

interface BlankProps {
  icon: IconName;
  title: string;
  text: string;
  action?: string;
  /** Where the action leads; or what it does. */
  href?: string;
  onAction?: () => void;
}

/** A page or list with nothing in it says why, and what can be done. */
export function Blank({ icon, title, text, action, href, onAction }: BlankProps) {
  return (
    <div className="blank">
      <Icon name={icon} size={40} />
      <h2>{title}</h2>
      <p>{text}</p>
      {action !== undefined && href !== undefined && <ButtonLink to={href}>{action}</ButtonLink>}
      {action !== undefined && href === undefined && <Button onClick={onAction}>{action}</Button>}
    </div>
  );
}
