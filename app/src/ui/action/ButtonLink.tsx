import './Button.css';
import type { ReactNode } from 'react';
import { AppLink } from './AppLink.tsx';
import type { ButtonKind } from './Button.tsx';

/** A link to a page of the app where a button would stand. */
export function ButtonLink({ to, kind = 'other', children }: { to: string; kind?: ButtonKind; children: ReactNode }) {
  return (
    <AppLink to={to} className={`push-button push-button-${kind}`}>
      {children}
    </AppLink>
  );
}

/** Rings somebody up, at a number as a telephone dials it. */
export function CallLink({ phone, children }: { phone: string; children: ReactNode }) {
  return (
    <a className="push-button push-button-other" href={`tel:${phone}`}>
      {children}
    </a>
  );
}
