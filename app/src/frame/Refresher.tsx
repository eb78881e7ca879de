import { createElement, type ReactElement, useEffect, useRef } from 'react';
import { defineCustomElement as defineRefresher } from '@ionic/core/components/ion-refresher.js';
import { defineCustomElement as defineContent } from '@ionic/core/components/ion-refresher-content.js';

export interface RefresherProps {
  pulling: string;
  refreshing: string;
  onRefresh: () => Promise<void>;
}

defineRefresher();
defineContent();

/**
 * What is pulled down at the top of a page, and turns while it asks anew. The elements themselves and not Ionic's components of them, which all lie in one piece
 * that the first screen loads.
 */
export function Refresher({ pulling, refreshing, onRefresh }: RefresherProps): ReactElement {
  const refresher = useRef<HTMLIonRefresherElement>(null);
  useEffect(() => {
    const element = refresher.current;
    const refresh = (): void => void onRefresh().finally(() => void element?.complete());
    element?.addEventListener('ionRefresh', refresh);
    return () => element?.removeEventListener('ionRefresh', refresh);
  }, [onRefresh]);
  const content = createElement('ion-refresher-content', { pullingText: pulling, refreshingText: refreshing });
  return createElement('ion-refresher', { slot: 'fixed', ref: refresher }, content);
}
