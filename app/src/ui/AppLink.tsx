import type { ReactNode } from 'react';
import { useIonRouter } from '@ionic/react';

interface Props {
  to: string;
  className?: string;
  children: ReactNode;
}

/** A real link to a page of the app, so that it can be focused, read out and opened in another tab; followed here, it slides like a page. */
export function AppLink({ to, className, children }: Props) {
  const router = useIonRouter();
  return (
    <a
      className={className}
      href={to}
      onClick={(event) => {
        if (event.metaKey || event.ctrlKey) return;
        event.preventDefault();
        router.push(to, 'forward');
      }}
    >
      {children}
    </a>
  );
}
