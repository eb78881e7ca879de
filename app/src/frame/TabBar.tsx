import { IonFooter, useIonRouter } from '@ionic/react';
import { useTranslation } from 'react-i18next';
import { useUnread } from '../platform/device/badge.ts';
import { Icon } from '../ui/icon/Icon.tsx';
import { AppLink } from '../ui/action/AppLink.tsx';
import './TabBar.css';

const tabs = [
  { name: 'worklist', path: '/worklist' },
  { name: 'workbench', path: '/workbench' },
  { name: 'record', path: '/record' },
  { name: 'inbox', path: '/inbox' },
  { name: 'me', path: '/me' },
] as const;

/** Real links, so that they can be focused, read out and opened in another tab; the router is told that tabs do not slide. */
export function TabBar() {
  const { t } = useTranslation('shell');
  const router = useIonRouter();
  const unread = useUnread();
  const here = router.routeInfo.pathname;
  return (
    <IonFooter>
      <nav className="tab-bar" aria-label={t('navigation')}>
        {tabs.map(({ name, path }) => (
          <AppLink key={name} to={path} isHere={path === here} slides={name === 'record'}>
            <Icon name={name} />
            <span>{t(`tabs.${name}`)}</span>
            {name === 'inbox' && unread > 0 && (
              <span className="tab-badge">
                <span aria-hidden="true">{unread > 99 ? '99+' : unread}</span>
                <span className="visually-hidden">{t('unread', { count: unread })}</span>
              </span>
            )}
          </AppLink>
        ))}
      </nav>
    </IonFooter>
  );
}
