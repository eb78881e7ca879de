import type { MouseEvent, ReactNode } from 'react';
import { useIonRouter } from '@ionic/react';

interface Props {
  to: string;
  className?: string;
  /** What else following it here does, before the page is left. */
  onFollow?: () => void;
  children: ReactNode;
}

/** A real link to a page of the app, so that it can be focused, read out and opened in another tab; followed here, it slides like a page. */
export function AppLink({ to, className, onFollow, children }: Props) {
  const router = useIonRouter();
  const follow = (event: MouseEvent): void => {
    if (event.metaKey || event.ctrlKey) return;
    event.preventDefault();
    onFollow?.();
    router.push(to, 'forward');
  };
  return (
    <a className={className} href={to} onClick={follow}>
      {children}
    </a>
  );
}
