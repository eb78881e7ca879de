import type { MouseEvent, ReactNode } from 'react';
import { useIonRouter } from '@ionic/react';

interface Props {
  to: string;
  className?: string;
  /** What else following it here does, before the page is left. */
  onFollow?: () => void;
  /** Tabs change without sliding. */
  slides?: boolean;
  /** It leads to the page that is shown. */
  isHere?: boolean;
  children: ReactNode;
}

/** A real link to a page of the app, so that it can be focused, read out and opened in another tab; followed here, it slides like a page. */
export function AppLink({ to, className, onFollow, slides = true, isHere = false, children }: Props) {
  const router = useIonRouter();
  const follow = (event: MouseEvent): void => {
    if (event.metaKey || event.ctrlKey) return;
    event.preventDefault();
    if (isHere) return;
    onFollow?.();
    router.push(to, slides ? 'forward' : 'none');
  };
  return (
    <a className={className} href={to} aria-current={isHere ? 'page' : undefined} onClick={follow}>
      {children}
    </a>
  );
}
