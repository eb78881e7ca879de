import { type ReactNode, useEffect, useRef } from 'react';
import { IonBackButton, IonButtons, IonContent, IonFooter, IonHeader, IonTitle, IonToolbar, useIonViewWillEnter, useIonViewWillLeave } from '@ionic/react';
import { useTranslation } from 'react-i18next';
import { PageNotices } from './PageNotices.tsx';
import { TabBar } from './TabBar.tsx';
import './AppPage.css';

interface AppPageProps {
  /** Shown in the bar, read out as the page's heading, and used as the document's title. */
  title: string;
  /** Where "back" leads when there is nothing to go back to. Pages of the tab bar have none. */
  backTo?: string;
  /** Shows the tab bar; for the pages that it leads to. */
  tabs?: boolean;
  /** At the end of the bar: icon buttons, chips. */
  actions?: ReactNode;
  /** More rows below the bar that do not scroll away: `HeaderRow`s and notices. */
  header?: ReactNode;
  /** Stays at the bottom: the page's main actions. */
  footer?: ReactNode;
  /** For a page that scrolls by itself, such as a virtual list. */
  ownScroll?: boolean;
  children: ReactNode;
}

/**
 * The frame of every page: bar with heading and way back, notices that concern the whole app, content, tab bar. The route around it is the
 * IonPage, which has to stay the same element while the page's code is on its way.
 */
export function AppPage({ title, backTo, tabs = false, actions, header, footer, ownScroll = false, children }: AppPageProps) {
  const { t } = useTranslation('shell');
  useDocumentTitle(title === '' ? t('brand') : `${title} · ${t('brand')}`);
  return (
    <>
      <IonHeader>
        <IonToolbar>
          {backTo !== undefined && (
            <IonButtons slot="start">
              <IonBackButton defaultHref={backTo} text="" aria-label={t('back')} />
            </IonButtons>
          )}
          <IonTitle>
            <h1>{title}</h1>
          </IonTitle>
          {actions !== undefined && <IonButtons slot="end">{actions}</IonButtons>}
        </IonToolbar>
        {header}
        <PageNotices />
      </IonHeader>
      <IonContent scrollY={!ownScroll}>{children}</IonContent>
      {footer !== undefined && (
        <IonFooter>
          <IonToolbar>{footer}</IonToolbar>
        </IonFooter>
      )}
      {tabs && <TabBar />}
    </>
  );
}

/** Pages that were left stay mounted below the one that is shown, and must not name the document. */
function useDocumentTitle(title: string): void {
  const isShown = useRef(true);
  useIonViewWillEnter(() => {
    isShown.current = true;
    document.title = title;
  }, [title]);
  useIonViewWillLeave(() => {
    isShown.current = false;
  });
  useEffect(() => {
    if (isShown.current) document.title = title;
  }, [title]);
}
