import './BareButton.css';
import type { ButtonHTMLAttributes } from 'react';

interface Props extends Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'type' | 'style'> {
  className: string;
}

/** A whole row, tile or day that can be pressed, and looks as the styles beside it say. Anything that looks like a button is a `Button`. */
export function BareButton({ className, children, ...rest }: Props) {
  return (
    <button type="button" className={`bare-button ${className}`} {...rest}>
      {children}
    </button>
  );
}
