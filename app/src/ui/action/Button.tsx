import './Button.css';
import type { ButtonHTMLAttributes } from 'react';

/** What a button is there for: the one thing that the page expects next, what cannot be taken back, or anything else. */
export type ButtonKind = 'main' | 'danger' | 'other';

interface Props extends Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'className' | 'style'> {
  kind?: ButtonKind;
}

/** Does something on this page. What leads to another page is a `ButtonLink`. Where it stands and how wide it is says what is around it. */
export function Button({ kind = 'other', type = 'button', children, ...rest }: Props) {
  return (
    <button type={type} className={`push-button push-button-${kind}`} {...rest}>
      {children}
    </button>
  );
}
