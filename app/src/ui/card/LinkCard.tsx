import './LinkCard.css';
import type { ReactNode } from 'react';
import { AppLink } from '../action/AppLink.tsx';
import { Icon } from '../icon/Icon.tsx';
import type { IconName } from '../icon/icon-paths.ts';

interface Props {
  to: string;
  className?: string;
  onFollow?: () => void;
  children: ReactNode;
}

/** A card that as a whole leads to a page. */
export function LinkCard({ className, children, ...link }: Props) {
  return (
    <AppLink className={className === undefined ? 'link-card' : `link-card ${className}`} {...link}>
      {children}
    </AppLink>
  );
}

interface EntryProps {
  to: string;
  icon: IconName;
  title: string;
  text: string;
}

/** The way to something, with a line about how it stands there. */
export function EntryCard({ to, icon, title, text }: EntryProps) {
  return (
    <LinkCard className="entry-card" to={to}>
      <Icon name={icon} />
      <span>
        <strong>{title}</strong>
        <small>{text}</small>
      </span>
      <Icon name="next" size={20} />
    </LinkCard>
  );
}
