import './List.css';
import type { ReactNode } from 'react';

interface Props {
  /** Its order means something. */
  isOrdered?: boolean;
  /** With room between its items, as cards have it. */
  isSpaced?: boolean;
  className?: string;
  'aria-label'?: string;
  'aria-hidden'?: true;
  /** `li` elements. */
  children: ReactNode;
}

/** Things of one kind, said to be a list and how many, without the marks that a text would have. */
export function List({ isOrdered = false, isSpaced = false, className, children, ...rest }: Props) {
  const Element = isOrdered ? 'ol' : 'ul';
  const classes = ['list', isSpaced ? 'list-spaced' : null, className].filter((name) => name);
  return (
    <Element className={classes.join(' ')} {...rest}>
      {children}
    </Element>
  );
}
