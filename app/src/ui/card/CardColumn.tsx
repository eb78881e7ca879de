import './CardColumn.css';
import type { ReactNode } from 'react';
import { eachInBoundary } from './CardBoundary.tsx';

interface Props {
  className?: string;
  id?: string;
  role?: 'tabpanel';
  tabIndex?: 0;
  'aria-labelledby'?: string;
  children: ReactNode;
}

/** A page of cards, one below the other, no wider than what is easily read. One that breaks leaves the others be. */
export function CardColumn({ className, children, ...rest }: Props) {
  return (
    <div className={className === undefined ? 'card-column' : `card-column ${className}`} {...rest}>
      {eachInBoundary(children)}
    </div>
  );
}
