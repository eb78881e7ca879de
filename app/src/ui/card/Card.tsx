import './Card.css';
import type { ReactNode } from 'react';

interface Props {
  /** Its heading, which names it for readers of the screen as well. */
  title?: string;
  /** Its name where no heading is seen. */
  label?: string;
  /** An article stands for itself among others of its kind. */
  as?: 'section' | 'article';
  /** It waits for an answer of the person who looks at it. */
  isAsking?: boolean;
  /** What it looks like beyond being a card, in the styles beside it. */
  className?: string;
  role?: 'status';
  'aria-live'?: 'polite';
  'aria-busy'?: boolean;
  children: ReactNode;
}

/** What belongs together, on a ground of its own. */
export function Card({ title, label = title, as: Element = 'section', isAsking = false, className, children, ...rest }: Props) {
  const classes = ['panel', isAsking ? 'panel-asking' : null, className].filter((name) => name);
  return (
    <Element className={classes.join(' ')} aria-label={label} {...rest}>
      {title !== undefined && <h2>{title}</h2>}
      {children}
    </Element>
  );
}
